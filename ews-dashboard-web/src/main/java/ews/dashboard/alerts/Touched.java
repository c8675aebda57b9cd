package ews.dashboard.alerts;

import ews.detection.rule.Evidence;
import ews.detection.rule.RuleKind;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The indicator of the account's score that an alert touches, and its points.
 *
 * @param place of the indicator in the profile, from 1
 * @param then its points when the alert was raised; {@code null} if the score did not have it then
 * @param now its points now, out of what
 */
record Touched(
        String group, String measured, int place, @Nullable String then, String now) {

    /** Empty if the alert touches no indicator that the account's score has now. */
    static Optional<Touched> of(Evidence evidence, RuleKind kind, @Nullable HealthScore then, HealthScore now) {
        if (evidence.touches() == null) {
            return Optional.empty();
        }
        List<Part> parts = now.parts();
        Measurement shownBy = kind.shownBy();
        return IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).indicator().group() == evidence.touches())
                .boxed()
                // the one that measures the very same, if there is one
                .min((a, b) -> Boolean.compare(isAbout(parts.get(b), shownBy), isAbout(parts.get(a), shownBy)))
                .map(i -> touched(parts.get(i), i + 1, then));
    }

    private static boolean isAbout(Part part, @Nullable Measurement measurement) {
        return measurement != null && part.indicator().measurement().metric().equals(measurement.metric());
    }

    private static Touched touched(Part part, int place, @Nullable HealthScore then) {
        String before = then == null
                ? null
                : then.parts().stream()
                        .filter(it -> it.indicator()
                                .measurement()
                                .equals(part.indicator().measurement()))
                        .map(Touched::points)
                        .findFirst()
                        .orElse(null);
        return new Touched(
                part.indicator().group().label(), part.indicator().measurement().label(), place, before, points(part));
    }

    /** An indicator without data weighs nothing. */
    private static String points(Part part) {
        return part.weight().isZero() ? "no data" : "%s of %s points".formatted(part.points(), part.weight());
    }
}
