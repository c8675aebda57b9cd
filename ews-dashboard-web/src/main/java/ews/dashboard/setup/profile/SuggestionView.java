package ews.dashboard.setup.profile;

import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.detection.past.RocArea;
import ews.detection.past.RocGain;
import ews.detection.suggestion.Finding;
import ews.detection.suggestion.Learning.Learned;
import ews.detection.suggestion.Learning.Lesson;
import ews.detection.suggestion.Span;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the past says about the weights of a profile.
 *
 * @param verdict in a sentence or two
 * @param weights before and after; empty if there are none to suggest
 * @param areas how well both did on later cancellations; empty if there are no weights to suggest
 * @param periods what was learned from, and what was judged by
 */
record SuggestionView(String verdict, List<WeightRow> weights, List<AreaRow> areas, List<PeriodRow> periods) {

    /** @param note why it is so, where it is not plain */
    record WeightRow(String indicator, int now, int suggested, String note) {}

    record AreaRow(String whose, String area) {}

    record PeriodRow(String what, String days, String accounts, String cancellations) {}

    static SuggestionView of(HealthProfile profile, Finding finding) {
        List<PeriodRow> periods =
                List.of(period("Learned from", finding.training()), period("Judged by", finding.judged()));
        return switch (finding) {
            case Finding.TooFew it ->
                new SuggestionView(
                        "Not enough cancellations yet: %d of at least %d to learn from, and %d of at least %d to judge by."
                                .formatted(
                                        it.training().cancellations(),
                                        it.trainingNeeded(),
                                        it.judged().cancellations(),
                                        it.judgedNeeded()),
                        List.of(),
                        List.of(),
                        periods);
            case Finding.Nothing it ->
                new SuggestionView(
                        "No indicator of this profile was worse before the %d cancellations than with accounts that"
                                        .formatted(it.training().cancellations())
                                + " stayed, so the past speaks for no other weights. Other indicators may tell more.",
                        List.of(),
                        List.of(),
                        periods);
            case Finding.Weights it ->
                new SuggestionView(
                        verdict(it),
                        weights(profile, it.learned()),
                        List.of(
                                new AreaRow("Current weights", area(it.now())),
                                new AreaRow("Suggested weights", area(it.suggested())),
                                new AreaRow("Difference", gain(it.gain()))),
                        periods);
        };
    }

    private static String verdict(Finding.Weights weights) {
        String later = Figures.count(weights.judged().cancellations(), "later cancellation", "later cancellations");
        RocGain gain = weights.gain();
        if (gain == null) {
            return "Nobody stayed in the later period, so nothing can be said about how good these weights are.";
        }
        if (gain.gain() <= 0) {
            return "On %s the suggested weights did not do better than the current ones. There is no reason to change them."
                    .formatted(later);
        }
        return gain.isCertain()
                ? "On %s the suggested weights told better than the current ones who would cancel.".formatted(later)
                : "On %s the suggested weights did a little better than the current ones, but chance alone may have done that."
                        .formatted(later);
    }

    private static List<WeightRow> weights(HealthProfile profile, List<Learned> learned) {
        return IntStream.range(0, learned.size())
                .mapToObj(it -> {
                    Indicator indicator = profile.indicators().get(it);
                    return new WeightRow(
                            indicator.measurement().label(),
                            indicator.weight(),
                            learned.get(it).weight(),
                            note(learned.get(it).lesson()));
                })
                .toList();
    }

    private static String note(Lesson lesson) {
        return switch (lesson) {
            case COUNTS -> "";
            case NOTHING ->
                "Was not worse before cancellations, or the others say it already. It stays and is shown, but counts for"
                        + " nothing.";
            case TOO_LITTLE_DATA -> "Too little data to learn from, so it keeps its weight.";
        };
    }

    private static PeriodRow period(String what, Span span) {
        return new PeriodRow(
                what,
                span.from() == null || span.until() == null
                        ? "–"
                        : When.day(span.from()) + " to " + When.day(span.until()),
                Figures.whole(span.accounts()),
                Figures.whole(span.cancellations()));
    }

    private static String area(@Nullable RocArea area) {
        return area == null
                ? "–"
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", area.area(), area.from(), area.to());
    }

    private static String gain(@Nullable RocGain gain) {
        return gain == null
                ? "–"
                : String.format(Locale.ROOT, "%+.2f (%+.2f to %+.2f)", gain.gain(), gain.from(), gain.to())
                        .replace('-', '−');
    }
}
