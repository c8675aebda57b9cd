package ews.domain.segment;

import ews.domain.fact.AccountFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A group of accounts that share one health profile. Segments are ordered; an account belongs to the first one whose
 * conditions all hold. The last one has no conditions and takes the rest.
 */
public record Segment(int id, String key, String name, List<Condition> conditions) {

    public Segment {
        conditions = List.copyOf(conditions);
    }

    public boolean holds(AccountFacts facts, LocalDate asOf) {
        for (Condition condition : conditions) {
            if (!condition.holds(facts, asOf)) {
                return false;
            }
        }
        return true;
    }

    /** What put an account here, in words: {@code plan is enterprise}, or {@code everybody else}. */
    public String rule() {
        return conditions.isEmpty()
                ? "everybody else"
                : conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    /**
     * @param ordered the segments in their order
     * @throws IllegalStateException if no segment takes the rest
     */
    public static Segment of(AccountFacts facts, List<Segment> ordered, LocalDate asOf) {
        for (Segment segment : ordered) {
            if (segment.holds(facts, asOf)) {
                return segment;
            }
        }
        throw new IllegalStateException("No segment takes the accounts that no rule matches");
    }
}
