package ews.detection.alert;

import ews.detection.rule.Rule;
import ews.detection.rule.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a verdict does to the last alert of the rule and the account: a pure decision. */
enum Step {
    NOTHING,
    /** The condition holds, but not yet for as long as the rule wants. */
    WAIT,
    RAISE,
    /** The condition holds on another day, or again after it seemed to be gone. */
    SEE_AGAIN,
    /** The condition was gone, but now nobody can tell. */
    DOUBT,
    /** The condition is gone; the hold time begins. */
    CLEAR,
    RESOLVE;

    /**
     * @param last {@code null} if the rule never raised an alert for the account
     * @param pending {@code null} if the condition has not held so far, or has an alert
     */
    static Step of(
            Rule rule, @Nullable Standing last, @Nullable PendingCondition pending, Verdict verdict, LocalDate today) {
        return switch (verdict) {
            case Verdict.Raised _ -> raised(rule, last, pending, today);
            case Verdict.Undecided _ -> last != null && last.isOpen() && last.clearSince() != null ? DOUBT : NOTHING;
            case Verdict.Quiet _ -> last == null ? NOTHING : quiet(rule, last, today);
        };
    }

    private static Step raised(
            Rule rule, @Nullable Standing last, @Nullable PendingCondition pending, LocalDate today) {
        if (last == null || !last.isOpen()) {
            boolean ripe = pending == null ? rule.dwellDays() == 1 : pending.isRipe(rule, today);
            if (!rule.enabled()) {
                return NOTHING;
            }
            return !ripe ? WAIT : last == null || last.mayBeFollowed(rule, today) ? RAISE : NOTHING;
        }
        return last.seenOn().isBefore(today) || last.clearSince() != null ? SEE_AGAIN : NOTHING;
    }

    private static Step quiet(Rule rule, Standing last, LocalDate today) {
        LocalDate since = last.clearSince();
        if (!last.isOpen()) {
            return since == null ? CLEAR : NOTHING;
        }
        LocalDate over = (since == null ? today : since).plusDays(rule.daysToResolve());
        if (!today.isBefore(over)) {
            return RESOLVE;
        }
        return since == null ? CLEAR : NOTHING;
    }
}
