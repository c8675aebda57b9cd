package ews.detection.alert;

import ews.domain.play.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert that has ended, as far as it says something about its rule.
 *
 * @param clearSince the day since which the condition was gone; {@code null} if it is not known to be
 * @param held the days on which the condition was seen, oldest first
 * @param value how far it had gone when it was raised; {@code null} where the condition knows no degrees
 * @param worseAt from where on it would have been worse
 * @param previousEndedOn when the alert of the same rule and account before it ended; {@code null} if it was the first
 * @param acknowledged whether somebody said that they took care of it
 */
record PastAlert(
        LocalDate raisedOn,
        LocalDate endedOn,
        @Nullable LocalDate clearSince,
        List<LocalDate> held,
        @Nullable Double value,
        @Nullable Double worseAt,
        @Nullable LocalDate previousEndedOn,
        boolean acknowledged,
        @Nullable CloseReason reason,
        @Nullable Outcome outcome) {

    /** Somebody said that there was nothing in it. */
    boolean isFalseAlarm() {
        return reason == CloseReason.FALSE_ALARM || reason == CloseReason.DUPLICATE;
    }

    /** Somebody made something of it: to miss it would have been a loss. */
    boolean wasOfUse() {
        return !isFalseAlarm() && (reason != null || outcome != null || acknowledged);
    }

    /** On how many days in a row the condition held; very many if it is not known to have been gone. */
    long lastedDays() {
        int streak = 0;
        while (streak < held.size() && held.get(streak).equals(raisedOn.plusDays(streak))) {
            streak++;
        }
        // Nobody looks at an alert that people have closed, but for whether its condition is gone.
        if (reason == null || raisedOn.plusDays(streak).isBefore(endedOn)) {
            return Math.max(1, streak);
        }
        return clearSince == null ? Long.MAX_VALUE : Math.max(1, ChronoUnit.DAYS.between(raisedOn, clearSince));
    }

    /** How long after the end of the one before it came; very long if it was the first. */
    long daysSincePrevious() {
        return previousEndedOn == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(previousEndedOn, raisedOn);
    }
}
