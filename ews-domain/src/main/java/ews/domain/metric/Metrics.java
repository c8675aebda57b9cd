package ews.domain.metric;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue of metrics. A new one is added to the list of its family, and appears everywhere. */
public final class Metrics {

    private static final Map<String, Metric> BY_KEY = new LinkedHashMap<>();

    private static final Map<String, List<String>> EVENT_TYPES = new HashMap<>();

    static {
        add(UsageMetrics.ALL, "usage");
        add(SubscriptionMetrics.UTILIZATION, "subscription", "usage");
        add(SubscriptionMetrics.CONTRACT, "subscription");
        add(OutcomeMetrics.ALL, "outcome");
        add(FeedbackMetrics.ALL, "feedback");
        add(SupportMetrics.ISSUES, "support", "invoice");
        add(SupportMetrics.TICKETS, "support");
        add(SupportMetrics.INVOICES, "invoice");
        add(EngagementMetrics.ALL);
        add(AttributeMetrics.ALL, "account");
    }

    private static void add(List<Metric> family, String... eventTypes) {
        for (Metric metric : family) {
            @Nullable Metric other = BY_KEY.put(metric.key(), metric);
            if (other != null) {
                throw new IllegalStateException("Two metrics are called " + metric.key());
            }
            EVENT_TYPES.put(metric.key(), List.of(eventTypes));
        }
    }

    private Metrics() {}

    public static Collection<Metric> all() {
        return BY_KEY.values();
    }

    /** The types of the events that it is computed from; none where no source sends them. */
    public static List<String> eventTypes(Metric metric) {
        return EVENT_TYPES.getOrDefault(metric.key(), List.of());
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
