package ews.domain.metric;

import ews.domain.event.FeedbackKind;
import ews.domain.fact.FeedbackGiven;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What people at the account, and their CSM, say. */
final class FeedbackMetrics {

    static final List<Metric> ALL = List.of(
            Metric.within(
                    "feedback",
                    "Feedback",
                    Unit.PERCENT,
                    "The mean of all surveys and CSM sentiments in the window, each on a scale from 0 to 100 %",
                    mean(null, true)),
            Metric.within(
                    "nps",
                    "NPS answer",
                    Unit.NUMBER,
                    "The mean of the NPS answers in the window, 0 to 10",
                    mean(FeedbackKind.NPS, false)),
            Metric.within(
                    "csat",
                    "CSAT answer",
                    Unit.NUMBER,
                    "The mean of the CSAT answers in the window, 1 to 5",
                    mean(FeedbackKind.CSAT, false)),
            Metric.within(
                    "sentiment",
                    "CSM sentiment",
                    Unit.NUMBER,
                    "The mean of the CSM's sentiments in the window, 1 to 5",
                    mean(FeedbackKind.SENTIMENT, false)),
            Metric.state(
                    "sentiment_age",
                    "Age of the CSM sentiment",
                    Unit.DAYS,
                    "Days since the CSM last said how the account feels",
                    (facts, _, window) -> facts.feedback(window.last()).stream()
                            .filter(given -> given.kind() == FeedbackKind.SENTIMENT)
                            .mapToDouble(given -> ChronoUnit.DAYS.between(given.day(), window.last()))
                            .min()));

    private FeedbackMetrics() {}

    private static Metric.Function mean(@Nullable FeedbackKind kind, boolean percent) {
        return (facts, _, window) -> {
            List<FeedbackGiven> given = facts.feedback(kind, window);
            return given.isEmpty()
                    ? OptionalDouble.empty()
                    : given.stream()
                            .mapToDouble(percent ? FeedbackGiven::percent : FeedbackGiven::score)
                            .average();
        };
    }
}
