package ews.domain.metric;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ews.domain.fact.AccountFacts;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its parameters: {@code active users, 28 days}.
 *
 * @param metric the key of a metric in the {@linkplain Metrics catalogue}
 * @param days the length of the window, 1 to {@value #LONGEST}; ignored where the metric has none
 * @param feature the feature that it is about, only where the metric is about one
 */
public record Measurement(String metric, int days, @Nullable String feature) {

    /** Facts are read this many days back and twice that for comparisons, so no window may be longer. */
    public static final int LONGEST = 180;

    public Measurement {
        Metric known = Metrics.named(metric);
        if (known.windowed() && (days < 1 || days > LONGEST)) {
            throw new IllegalArgumentException(
                    "%s needs a window of 1 to %d days, not %d".formatted(known.label(), LONGEST, days));
        }
        if (known.ofFeature() && (feature == null || feature.isBlank())) {
            throw new IllegalArgumentException(known.label() + " needs the name of a feature");
        }
    }

    public Measurement(String metric, int days) {
        this(metric, days, null);
    }

    @JsonIgnore
    public Metric definition() {
        return Metrics.named(metric);
    }

    /** How many days of usage it reads, today and the period that it may compare with included. */
    @JsonIgnore
    public int usageDays() {
        Metric metric = definition();
        return metric.fromUsage() ? 2 * (metric.windowed() ? days : LONGEST) + 1 : 0;
    }

    /** Empty where there is no data to say anything. */
    public OptionalDouble measure(AccountFacts facts, LocalDate asOf) {
        return definition().function().measure(facts, feature, days, asOf);
    }

    /** For example {@code Active users, 28 days} or {@code Uses of report.exported, 28 days}. */
    @JsonIgnore
    public String label() {
        Metric metric = definition();
        String name = metric.ofFeature() ? metric.label() + " " + feature : metric.label();
        return metric.windowed() ? name + ", " + days + (days == 1 ? " day" : " days") : name;
    }
}
