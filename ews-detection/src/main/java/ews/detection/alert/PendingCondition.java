package ews.detection.alert;

import ews.detection.alert.Standings.Key;
import ews.detection.rule.Rule;
import ews.detection.rule.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition that holds although no alert is open.
 *
 * @param since the first of the days in a row on which it has held
 * @param excused whether it held already when the rule was switched on for new entrants only
 */
record PendingCondition(Key key, LocalDate since, boolean excused) {

    /**
     * What is pending after a step: from the first day of waiting on, until it is raised or the condition is gone. While
     * nobody can tell, it stays as it is.
     *
     * @param before what was pending; {@code null} if nothing
     */
    static @Nullable PendingCondition after(
            Step step, Verdict verdict, @Nullable PendingCondition before, Key key, LocalDate today) {
        if (step == Step.RAISE || verdict instanceof Verdict.Quiet) {
            return null;
        }
        return before == null && step == Step.WAIT ? new PendingCondition(key, today, false) : before;
    }

    /** Whether it has held on enough days in a row for an alert. */
    boolean isRipe(Rule rule, LocalDate today) {
        return !excused && !today.isBefore(since.plusDays(rule.dwellDays() - 1L));
    }
}
