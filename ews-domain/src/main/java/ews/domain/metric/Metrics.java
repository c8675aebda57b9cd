package ews.domain.metric;

import static ews.domain.event.EventType.ACCOUNT;
import static ews.domain.event.EventType.FEEDBACK;
import static ews.domain.event.EventType.INVOICE;
import static ews.domain.event.EventType.OUTCOME;
import static ews.domain.event.EventType.SUBSCRIPTION;
import static ews.domain.event.EventType.SUPPORT;
import static ews.domain.event.EventType.USAGE;

import ews.domain.event.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue of metrics. A new one is added to the list of its family, and appears everywhere. */
public final class Metrics {

    private static final Map<String, Metric> BY_KEY = new LinkedHashMap<>();

    private static final Map<String, List<EventType>> EVENT_TYPES = new HashMap<>();

    /** What waits for something, or gets older, until an event ends it. */
    private static final Set<String> RISING_IN_SILENCE = Set.of(
            "days_since_usage",
            "sentiment_age",
            "open_issues",
            "oldest_ticket",
            "overdue_invoices",
            "overdue_amount",
            "days_overdue");

    static {
        add(UsageMetrics.ALL, USAGE);
        add(SubscriptionMetrics.UTILIZATION, SUBSCRIPTION, USAGE);
        add(SubscriptionMetrics.CONTRACT, SUBSCRIPTION);
        add(OutcomeMetrics.ALL, OUTCOME);
        add(FeedbackMetrics.ALL, FEEDBACK);
        add(SupportMetrics.ISSUES, SUPPORT, INVOICE);
        add(SupportMetrics.TICKETS, SUPPORT);
        add(SupportMetrics.INVOICES, INVOICE);
        add(EngagementMetrics.ALL);
        add(AttributeMetrics.ALL, ACCOUNT);
    }

    private static void add(List<Metric> family, EventType... eventTypes) {
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
    public static List<EventType> eventTypes(Metric metric) {
        return EVENT_TYPES.getOrDefault(metric.key(), List.of());
    }

    /** Whether its value rises by itself while no events come in. */
    public static boolean risesInSilence(Metric metric) {
        return RISING_IN_SILENCE.contains(metric.key());
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
