package ews.domain.score;

import ews.domain.score.HealthScore.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What changed between two scores of one account, by indicator. The changes add up to the change of the score exactly,
 * also across profiles: an indicator that only one of them has counts with all of its points.
 */
public record ScoreChange(HealthScore before, HealthScore after, List<PartChange> parts) {

    /** How much more or less a limit took or gave. */
    public Points limits() {
        return limits(after).minus(limits(before));
    }

    private static Points limits(HealthScore score) {
        return score.adjustment() == null ? Points.ZERO : score.adjustment().points();
    }

    /** One indicator's change; the values are empty where that score did not have it or had no data. */
    public record PartChange(Indicator indicator, OptionalDouble was, OptionalDouble is, Points change) {}

    public static ScoreChange between(HealthScore before, HealthScore after) {
        var gone = new ArrayList<>(before.parts());
        var parts = new ArrayList<PartChange>();
        for (Part now : after.parts()) {
            Optional<Part> then = before.parts().stream()
                    .filter(part -> part.indicator()
                                    .measurement()
                                    .equals(now.indicator().measurement())
                            && part.indicator().group() == now.indicator().group())
                    .findFirst();
            then.ifPresent(gone::remove);
            parts.add(new PartChange(
                    now.indicator(),
                    then.map(Part::value).orElseGet(OptionalDouble::empty),
                    now.value(),
                    now.points().minus(then.map(Part::points).orElse(Points.ZERO))));
        }
        for (Part then : gone) {
            parts.add(new PartChange(
                    then.indicator(), then.value(), OptionalDouble.empty(), Points.ZERO.minus(then.points())));
        }
        return new ScoreChange(before, after, List.copyOf(parts));
    }

    /** The change of the score; empty where either is unknown. */
    public Optional<Points> change() {
        return after.score().flatMap(now -> before.score().map(now::minus));
    }

    /** One sentence: {@code Fell 9.0 points: product usage −5.6, service utilization −1.2, business outcomes −1.0.} */
    public String story() {
        if (after.score().isEmpty()) {
            return "There is too little data for a score: %d of 100 points of weight have any."
                    .formatted(after.knownWeight());
        }
        if (before.score().isEmpty()) {
            return "There was too little data for a score before.";
        }
        Points change = change().orElseThrow();
        List<Reason> moved = reasons();
        if (moved.isEmpty()) {
            return "No indicator moved.";
        }
        String reasons = moved.stream()
                .limit(3)
                .map(reason -> reason.name + " " + reason.change.signed())
                .collect(Collectors.joining(", "));
        Points rest = Points.sum(moved.stream().skip(3).map(Reason::change).toList());
        String others = moved.size() > 3 ? ", others " + rest.signed() : "";
        String verb = change.isZero()
                ? "Unchanged in sum"
                : (change.isNegative() ? "Fell " : "Rose ") + new Points(Math.abs(change.tenths())).text() + " points";
        return verb + ": " + reasons + others + ".";
    }

    private record Reason(String name, Points change) {}

    /** What moved, most first. */
    private List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        parts.forEach(
                part -> reasons.add(new Reason(part.indicator.group().label().toLowerCase(Locale.ROOT), part.change)));
        reasons.add(new Reason("limits", limits()));
        reasons.removeIf(reason -> reason.change.isZero());
        reasons.sort(Comparator.comparingInt(reason -> -Math.abs(reason.change.tenths())));
        return reasons;
    }
}
