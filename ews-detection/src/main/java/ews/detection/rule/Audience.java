package ews.detection.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ews.domain.event.EventType;
import ews.domain.metric.Metrics;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose accounts a rule judges: those of some segments that meet every condition.
 *
 * @param segments keys of segments; empty for all
 * @param conditions such as a least number of users, below which numbers say little
 */
public record Audience(List<String> segments, List<Condition> conditions) {

    public static final Audience EVERYBODY = new Audience(List.of(), List.of());

    /** More make a rule that nobody understands. */
    public static final int MOST_CONDITIONS = 5;

    public Audience {
        segments = List.copyOf(segments);
        conditions = List.copyOf(conditions);
        if (conditions.size() > MOST_CONDITIONS) {
            throw new IllegalArgumentException("A rule can have at most %d conditions".formatted(MOST_CONDITIONS));
        }
    }

    /** Why an account is not among them; empty if it is. */
    Optional<String> misses(Occasion occasion) {
        if (!isFor(occasion.segment())) {
            return Optional.of("The rule is not for accounts of this segment.");
        }
        for (Condition condition : conditions) {
            if (!condition.holds(occasion.facts(), occasion.asOf())) {
                return Optional.of("The rule is only for accounts where %s.".formatted(condition.text()));
            }
        }
        return Optional.empty();
    }

    /** @param segment its key */
    public boolean isFor(String segment) {
        return segments.isEmpty() || segments.contains(segment);
    }

    @JsonIgnore
    public boolean isEverybody() {
        return segments.isEmpty() && conditions.isEmpty();
    }

    /** The types of the events that the metrics of its conditions are computed from. */
    Set<EventType> reads() {
        return conditions.stream()
                .flatMap(it -> switch (it) {
                    case Condition.Threshold threshold ->
                        Metrics.eventTypes(threshold.measurement().definition()).stream();
                    case Condition.Attribute _ -> Stream.<EventType>empty();
                })
                .collect(Collectors.toSet());
    }

    /** How many days of usage the conditions read. */
    int usageDays() {
        return conditions.stream().mapToInt(Condition::usageDays).max().orElse(0);
    }

    /**
     * In words, as it ends a sentence: {@code for accounts in Enterprise where active users, 28 days at least 10 users}.
     *
     * @param segmentName the name of the segment with a key
     */
    public String text(UnaryOperator<String> segmentName) {
        if (isEverybody()) {
            return "for all accounts";
        }
        var where = new ArrayList<String>();
        conditions.forEach(it -> where.add(it.text()));
        String in = segments.isEmpty()
                ? ""
                : " in "
                        + String.join(" or ", segments.stream().map(segmentName).toList());
        return "for accounts" + in + (where.isEmpty() ? "" : " where " + String.join(" and ", where));
    }
}
