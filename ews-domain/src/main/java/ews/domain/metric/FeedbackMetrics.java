package ews.domain.metric;

import ews.domain.event.FeedbackKind;
import ews.domain.fact.Days;
import ews.domain.fact.FeedbackGiven;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What people at the account, and their CSM, say. */
final class FeedbackMetrics {

    static final List<Metric> ALL = List.of(
            new Metric(
                    "feedback",
                    "Feedback",
                    Unit.PERCENT,
                    "The mean of all surveys and CSM sentiments in the window, each on a scale from 0 to 100 %",
                    true,
                    false,
                    false,
                    mean(null, true)),
            new Metric(
                    "nps",
                    "NPS answer",
                    Unit.NUMBER,
                    "The mean of the NPS answers in the window, 0 to 10",
                    true,
                    false,
                    false,
                    mean(FeedbackKind.NPS, false)),
            new Metric(
                    "csat",
                    "CSAT answer",
                    Unit.NUMBER,
                    "The mean of the CSAT answers in the window, 1 to 5",
                    true,
                    false,
                    false,
                    mean(FeedbackKind.CSAT, false)),
            new Metric(
                    "sentiment",
                    "CSM sentiment",
                    Unit.NUMBER,
                    "The mean of the CSM's sentiments in the window, 1 to 5",
                    true,
                    false,
                    false,
                    mean(FeedbackKind.SENTIMENT, false)));

    private FeedbackMetrics() {}

    private static Metric.Function mean(@Nullable FeedbackKind kind, boolean percent) {
        return (facts, _, days, asOf) -> {
            List<FeedbackGiven> given = facts.feedback(kind, Days.endingWith(asOf, days));
            return given.isEmpty()
                    ? OptionalDouble.empty()
                    : given.stream()
                            .mapToDouble(percent ? FeedbackGiven::percent : FeedbackGiven::score)
                            .average();
        };
    }
}
