package ews.detection.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ews.domain.event.EventType;
import ews.domain.metric.Metrics;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose accounts a rule judges: those of some segments and bands that meet every condition.
 *
 * @param segments keys of segments; empty for all
 * @param bands of health; empty for all
 * @param conditions such as a least number of users, below which numbers say little
 */
public record Audience(List<String> segments, List<Band> bands, List<Condition> conditions) {

    public static final Audience EVERYBODY = new Audience(List.of(), List.of());

    /** More make a rule that nobody understands. */
    public static final int MOST_CONDITIONS = 5;

    public Audience {
        segments = List.copyOf(segments);
        bands = bands.stream().distinct().sorted().toList();
        conditions = List.copyOf(conditions);
        if (conditions.size() > MOST_CONDITIONS) {
            throw new IllegalArgumentException("A rule can have at most %d conditions".formatted(MOST_CONDITIONS));
        }
    }

    /** Of any health. */
    public Audience(List<String> segments, List<Condition> conditions) {
        this(segments, List.of(), conditions);
    }

    /** Why an account is not among them; empty if it is. */
    Optional<String> misses(Occasion occasion) {
        if (!isFor(occasion.segment())) {
            return Optional.of("The rule is not for accounts of this segment.");
        }
        if (!bands.isEmpty() && !bands.contains(occasion.score().band())) {
            return Optional.of("The rule is only for accounts in %s health.".formatted(health()));
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
        return segments.isEmpty() && bands.isEmpty() && conditions.isEmpty();
    }

    /** The types of the events that the health score, where it matters, and the metrics of its conditions are computed from. */
    Set<EventType> reads(HealthScore score) {
        Stream<EventType> ofConditions = conditions.stream().flatMap(it -> switch (it) {
            case Condition.Threshold threshold ->
                Metrics.eventTypes(threshold.measurement().definition()).stream();
            case Condition.Attribute _ -> Stream.<EventType>empty();
        });
        return Stream.concat(readsOfHealth(score).stream(), ofConditions).collect(Collectors.toSet());
    }

    Set<EventType> readsOfHealth(HealthScore score) {
        return bands.isEmpty() ? Set.of() : ScoreParts.types(score);
    }

    /** The types of the events whose absence may be why the account is in such a band. */
    Set<EventType> missesOfHealth(HealthScore score) {
        return bands.isEmpty() ? Set.of() : ScoreParts.typesOfLost(score);
    }

    private String health() {
        return bands.stream().map(Band::code).collect(Collectors.joining(" or "));
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
        String health = bands.isEmpty() ? "" : " in %s health".formatted(health());
        return "for accounts" + in + (in.isEmpty() || health.isEmpty() ? "" : ",") + health
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where));
    }
}
