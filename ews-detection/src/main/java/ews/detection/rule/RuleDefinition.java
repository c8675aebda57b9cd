package ews.detection.rule;

import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.score.HealthScore;
import ews.domain.source.Reservation;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, in one of its versions.
 *
 * @param dwellDays on how many days in a row the condition must hold before an alert is raised; 1 raises at once
 * @param holdDays how many days the condition must be gone before the alert is resolved
 * @param coolDownDays how many days must pass after an alert has ended before the rule raises the next one
 * @param play the key of the play that it suggests; {@code null} if it suggests none
 */
public record RuleDefinition(
        String name,
        Nature nature,
        RuleKind kind,
        Audience audience,
        int dwellDays,
        int holdDays,
        int coolDownDays,
        @Nullable String play) {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_DWELL = 90;
    public static final int LONGEST_HOLD = 365;

    public RuleDefinition {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A rule needs a name of at most %d characters".formatted(LONGEST_NAME));
        }
        Words.check("Dwell, days,", dwellDays, 1, LONGEST_DWELL);
        Words.check("Hold time, days,", holdDays, 0, LONGEST_HOLD);
        Words.check("Cool-down, days,", coolDownDays, 0, LONGEST_HOLD);
    }

    /**
     * What the rule says about an account. Accounts that have left, or are not meant, are quiet. Where events of the types
     * that it depends on cannot be relied on just now, it is undecided.
     */
    public Verdict judge(Occasion occasion) {
        if (occasion.facts().isCancelled(occasion.asOf())) {
            return new Quiet("The account has cancelled.");
        }
        Optional<String> miss = audience.misses(occasion);
        Optional<Reservation> reservation = reservation(occasion, miss.isPresent());
        if (reservation.isPresent()) {
            return new Undecided(reservation.get().reason());
        }
        return miss.isPresent() ? new Quiet(miss.get()) : kind.judge(occasion);
    }

    /** Nearly never is there any, so that nothing is looked up for all the others. */
    private Optional<Reservation> reservation(Occasion occasion, boolean missed) {
        if (occasion.reservations().isEmpty() || !audience.isFor(occasion.segment())) {
            return Optional.empty();
        }
        HealthScore score = occasion.score();
        if (missed) {
            Set<EventType> ofAudience = audience.reads(score);
            return occasion.reservation(ofAudience, ofAudience);
        }
        return occasion.reservation(
                union(kind.reads(score), audience.readsOfHealth(score)),
                union(kind.misses(score), audience.missesOfHealth(score)));
    }

    private static Set<EventType> union(Set<EventType> some, Set<EventType> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /**
     * The whole rule in words: {@code When health is poor, on 2 days in a row, for all accounts}.
     *
     * @param segmentName the name of the segment with a key
     */
    public String sentence(UnaryOperator<String> segmentName) {
        String days = dwellDays == 1 ? "" : ", on %d days in a row".formatted(dwellDays);
        return "When %s%s, %s".formatted(kind.text(), days, audience.text(segmentName));
    }

    /** How many days the condition must be gone before the alert is over. */
    int daysToResolve() {
        return kind.happensOnce() ? 0 : holdDays;
    }

    /** Whether it depends on the health score of the day or one before. */
    public boolean readsScore() {
        return kind.readsScore() || !audience.bands().isEmpty();
    }

    /** How many days of usage it looks back on, today included. */
    public int usageDays() {
        return Math.max(kind.usageDays(), audience.usageDays());
    }
}
