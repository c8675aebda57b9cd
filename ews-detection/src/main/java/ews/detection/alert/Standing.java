package ews.detection.alert;

import ews.detection.rule.Rule;
import ews.detection.rule.Severity;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the last alert of a rule and an account stands, as far as detection needs to know.
 *
 * @param seenOn the last day on which the condition held
 * @param clearSince the day since which the condition has been gone; {@code null} if it is not known to be
 * @param endedOn {@code null} while it is open
 * @param snoozedUntil the day on which it comes back; may be over
 * @param earlyEnd what brings it back before; {@code null} if nothing does
 */
record Standing(
        AlertId alert,
        AccountId account,
        int rule,
        LocalDate seenOn,
        @Nullable LocalDate clearSince,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate snoozedUntil,
        @Nullable EarlyEnd earlyEnd) {

    /** What people closed while it was so stays quiet for this long, unless the condition was gone in between. */
    static final int LEAST_PEACE = 28;

    boolean isOpen() {
        return endedOn == null;
    }

    /** Whether what is found now ends the snooze: it got worse than when somebody put it aside. */
    boolean wakesFor(@Nullable Severity now, LocalDate today) {
        return isOpen()
                && snoozedUntil != null
                && snoozedUntil.isAfter(today)
                && earlyEnd != null
                && earlyEnd.isReachedBy(now);
    }

    /** Whether the rule may raise the next alert, now that this one has ended. */
    boolean mayBeFollowed(Rule rule, LocalDate today) {
        if (endedOn == null) {
            return false;
        }
        LocalDate peaceUntil;
        if (clearSince == null) {
            peaceUntil = endedOn.plusDays(Math.max(rule.coolDownDays(), LEAST_PEACE));
        } else {
            LocalDate over = clearSince.isAfter(endedOn) ? clearSince : endedOn;
            peaceUntil = over.plusDays(rule.coolDownDays());
        }
        return !today.isBefore(peaceUntil);
    }
}
