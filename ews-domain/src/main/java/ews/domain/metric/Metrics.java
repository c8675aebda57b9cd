package ews.domain.metric;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of metrics. A new one is added to the list of its family, and appears everywhere. */
public final class Metrics {

    private static final Map<String, Metric> BY_KEY = new LinkedHashMap<>();

    static {
        Stream.of(
                        UsageMetrics.ALL,
                        SubscriptionMetrics.ALL,
                        OutcomeMetrics.ALL,
                        FeedbackMetrics.ALL,
                        SupportMetrics.ALL,
                        EngagementMetrics.ALL,
                        AttributeMetrics.ALL)
                .flatMap(List::stream)
                .forEach(metric -> {
                    @Nullable Metric other = BY_KEY.put(metric.key(), metric);
                    if (other != null) {
                        throw new IllegalStateException("Two metrics are called " + metric.key());
                    }
                });
    }

    private Metrics() {}

    public static Collection<Metric> all() {
        return BY_KEY.values();
    }

    /** @throws IllegalArgumentException naming the known metrics, if there is none of this name */
    public static Metric named(String key) {
        Metric metric = BY_KEY.get(key);
        if (metric == null) {
            throw new IllegalArgumentException(
                    "There is no metric '%s'; the metrics are %s".formatted(key, String.join(", ", BY_KEY.keySet())));
        }
        return metric;
    }
}
