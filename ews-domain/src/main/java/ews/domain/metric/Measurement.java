package ews.domain.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.FeatureNames;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its parameters: {@code active users, 28 days, of the period before}.
 *
 * @param metric the key of a metric in the {@linkplain Metrics catalogue}
 * @param days the length of the window, 1 to {@value #LONGEST}; ignored where the metric has none
 * @param subject the feature or attribute that it is about, only where the metric is about one; {@code report*} is all
 *     features whose names begin so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measurement(String metric, int days, @Nullable String subject, Form form) {

    /** The longest window. */
    public static final int LONGEST = 180;

    /** A habit is twelve windows long. */
    static final int LONGEST_HABIT = 30;

    /** A longer silence than this is told as this. */
    static final int LONGEST_SILENCE = 360;

    public Measurement {
        Metric known = Metrics.named(metric);
        int longest = form == Form.HABIT ? LONGEST_HABIT : LONGEST;
        if (known.windowed() && (days < 1 || days > longest)) {
            throw new IllegalArgumentException(
                    "%s needs a window of 1 to %d days, not %d".formatted(known.label(), longest, days));
        }
        if (!known.isAbout(Metric.Subject.NOTHING) && (subject == null || subject.isBlank())) {
            throw new IllegalArgumentException("%s needs the name of the %s"
                    .formatted(known.label(), known.subject().label()));
        }
        if (!known.windowed() && (form == Form.CHANGE || form == Form.HABIT)) {
            throw new IllegalArgumentException(
                    "%s has no window of days, so there is no period before to compare with".formatted(known.label()));
        }
        // What does not matter is always the same, so that equal measurements are equal.
        days = known.windowed() ? days : 0;
        subject = known.isAbout(Metric.Subject.NOTHING) ? null : subject;
    }

    /** What was written before there were forms, or by hand, means the value. */
    @JsonCreator
    static Measurement read(String metric, int days, @Nullable String subject, @Nullable Form form) {
        return new Measurement(metric, days, subject, form == null ? Form.VALUE : form);
    }

    public Measurement(String metric, int days, @Nullable String subject) {
        this(metric, days, subject, Form.VALUE);
    }

    public Measurement(String metric, int days) {
        this(metric, days, null, Form.VALUE);
    }

    /** The same metric, read in another way. */
    public Measurement as(Form other) {
        return new Measurement(metric, days, subject, other);
    }

    /** The same metric over another window. */
    public Measurement over(int otherDays) {
        return new Measurement(metric, otherDays, subject, form);
    }

    @JsonIgnore
    public Metric definition() {
        return Metrics.named(metric);
    }

    /** The unit of what {@link #measure} gives. */
    @JsonIgnore
    public Unit unit() {
        return switch (form) {
            case VALUE -> definition().unit();
            case CHANGE, PEERS -> Unit.PERCENT;
            case HABIT -> Unit.NUMBER;
        };
    }

    /** How many days of usage it reads, today included. */
    @JsonIgnore
    public int usageDays() {
        Metric known = definition();
        if (!known.fromUsage()) {
            return 0;
        }
        int window = known.windowed() ? days : LONGEST_SILENCE;
        return switch (form) {
            case VALUE, PEERS -> window;
            case CHANGE -> 2 * window + 1;
            case HABIT -> (1 + Habit.PERIODS) * window;
        };
    }

    /** Empty where there is no data to say anything, and where peers would have to be known. */
    public OptionalDouble measure(AccountFacts facts, LocalDate asOf) {
        return measure(facts, asOf, Peers.NONE);
    }

    /** Empty where there is no data to say anything. */
    public OptionalDouble measure(AccountFacts facts, LocalDate asOf, Peers peers) {
        return switch (form) {
            case VALUE -> value(facts, window(asOf));
            case CHANGE -> change(facts, window(asOf.minusDays(1)));
            case HABIT -> habit(facts, window(asOf));
            case PEERS -> {
                OptionalDouble value = value(facts, window(asOf));
                yield value.isEmpty() ? value : peers.percentile(as(Form.VALUE), value.getAsDouble());
            }
        };
    }

    private Days window(LocalDate last) {
        return Days.endingWith(last, definition().windowed() ? days : 1);
    }

    private OptionalDouble value(AccountFacts facts, Days window) {
        return definition().function().measure(facts, subject, window);
    }

    /**
     * Empty where there was no data yet on the first day of the period before, and where something comes back after a
     * period with nothing. Nothing after nothing is 0 %, since it is no better than it was.
     */
    private OptionalDouble change(AccountFacts facts, Days window) {
        Days before = window.before();
        OptionalDouble first = value(facts, Days.endingWith(before.first(), 1));
        OptionalDouble then = value(facts, before);
        OptionalDouble now = value(facts, window);
        if (first.isEmpty() || then.isEmpty() || now.isEmpty()) {
            return OptionalDouble.empty();
        }
        double was = then.getAsDouble();
        double is = now.getAsDouble();
        return was > 0 ? OptionalDouble.of(100 * is / was) : is > 0 ? OptionalDouble.empty() : OptionalDouble.of(0);
    }

    private OptionalDouble habit(AccountFacts facts, Days window) {
        OptionalDouble now = value(facts, window);
        if (now.isEmpty()) {
            return now;
        }
        double[] before = IntStream.rangeClosed(1, Habit.PERIODS)
                .mapToObj(periods -> Days.endingWith(window.last().minusDays((long) periods * days), days))
                .filter(period ->
                        value(facts, Days.endingWith(period.first(), 1)).isPresent())
                .mapToDouble(period -> value(facts, period).orElse(0))
                .toArray();
        return Habit.deviation(now.getAsDouble(), before);
    }

    /** For example {@code Active users, 28 days} or {@code Uses of report.exported, 28 days, of the period before}. */
    @JsonIgnore
    public String label() {
        String name = name();
        String window = definition().windowed() ? ", " + days + (days == 1 ? " day" : " days") : "";
        return name + window + (form == Form.VALUE ? "" : ", " + form.label());
    }

    /**
     * A limit of its values in words: {@code Active users, 28 days at least 10 users}, {@code Overdue invoices at most 2},
     * {@code no overdue invoices}.
     */
    public String limited(boolean atLeast, double limit) {
        if (isNone(atLeast, limit)) {
            return "no " + inSentence(label());
        }
        // Without a window the label ends with what is counted.
        boolean told = form == Form.VALUE && unit().isCount() && !definition().windowed();
        return "%s %s %s"
                .formatted(label(), atLeast ? "at least" : "at most", told ? Unit.number(limit) : unit().say(limit));
    }

    /** The limit alone, beside the {@link #label}: {@code at least 10 users}, {@code none}. */
    public String limit(boolean atLeast, double limit) {
        return isNone(atLeast, limit) ? "none" : "%s %s".formatted(atLeast ? "at least" : "at most", unit().say(limit));
    }

    private boolean isNone(boolean atLeast, double limit) {
        return form == Form.VALUE && unit().isCount() && !atLeast && limit == 0;
    }

    /** Abbreviations keep their capitals. */
    private static String inSentence(String label) {
        return Character.isUpperCase(label.charAt(1))
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** The metric without its window: {@code Active users}, {@code Uses of report.exported}, {@code Uses of report…}. */
    @JsonIgnore
    public String name() {
        Metric known = definition();
        return switch (known.subject()) {
            case NOTHING -> known.label();
            case ATTRIBUTE -> known.label() + " " + subject;
            case FEATURE -> known.label() + " " + FeatureNames.inWords(Objects.requireNonNull(subject));
        };
    }
}
