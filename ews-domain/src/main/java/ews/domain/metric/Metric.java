package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A named number of one account at one time: a pure function of its facts. A metric that is in the
 * {@linkplain Metrics catalogue} is offered wherever metrics are chosen.
 *
 * @param key names it in definitions and in the API
 * @param label names it on pages
 * @param meaning one sentence for whoever chooses it
 * @param windowed whether the number of days matters
 * @param ofFeature whether it is about one feature, which then must be named
 * @param fromUsage whether it reads usage, which is stored by day and read only as far back as needed
 */
public record Metric(
        String key,
        String label,
        Unit unit,
        String meaning,
        boolean windowed,
        boolean ofFeature,
        boolean fromUsage,
        Function function) {

    /** Computes the metric; empty where there is no data to say anything. */
    @FunctionalInterface
    public interface Function {

        /**
         * @param feature only for metrics {@linkplain Metric#ofFeature() of a feature}
         * @param days the length of the window that ends with {@code asOf}
         */
        OptionalDouble measure(AccountFacts facts, @Nullable String feature, int days, LocalDate asOf);
    }
}
