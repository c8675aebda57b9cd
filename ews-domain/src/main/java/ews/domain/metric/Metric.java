package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A named number of one account at one time: a pure function of its facts. A metric that is in the
 * {@linkplain Metrics catalogue} is offered wherever metrics are chosen.
 *
 * @param key names it in definitions and in the API
 * @param label names it on pages
 * @param meaning one sentence for whoever chooses it
 * @param windowed whether it looks at a number of days, rather than at how things stand at the end of one
 * @param fromUsage whether it reads usage, which is stored by day and read only as far back as needed
 * @param subject what it must be told to measure, besides the account
 */
public record Metric(
        String key,
        String label,
        Unit unit,
        String meaning,
        boolean windowed,
        boolean fromUsage,
        Subject subject,
        Function function) {

    /** What a metric is about, besides the account. */
    public enum Subject {
        NOTHING(""),
        FEATURE("feature"),
        ATTRIBUTE("attribute");

        private final String label;

        Subject(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Computes the metric; empty where there is no data to say anything. */
    @FunctionalInterface
    public interface Function {

        /**
         * @param subject the feature or attribute that it is about; never {@code null} where the metric has one
         * @param window the days to look at; for metrics without a window only the last one counts
         */
        OptionalDouble measure(AccountFacts facts, @Nullable String subject, Days window);
    }

    /** A metric of the usage within a window. */
    static Metric usage(String key, String label, Unit unit, String meaning, Function function) {
        return new Metric(key, label, unit, meaning, true, true, Subject.NOTHING, function);
    }

    /** A metric of the usage of one feature within a window. */
    static Metric featureUsage(String key, String label, Unit unit, String meaning, Function function) {
        return new Metric(key, label, unit, meaning, true, true, Subject.FEATURE, function);
    }

    /** A metric of what was reported within a window. */
    static Metric within(String key, String label, Unit unit, String meaning, Function function) {
        return new Metric(key, label, unit, meaning, true, false, Subject.NOTHING, function);
    }

    /** A metric of how things stand at the end of a day. */
    static Metric state(String key, String label, Unit unit, String meaning, Function function) {
        return new Metric(key, label, unit, meaning, false, false, Subject.NOTHING, function);
    }

    public boolean isAbout(Subject what) {
        return subject == what;
    }
}
