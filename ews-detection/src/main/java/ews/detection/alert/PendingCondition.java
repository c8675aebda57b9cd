package ews.detection.alert;

import ews.detection.alert.Standings.Key;
import ews.detection.rule.Rule;
import java.time.LocalDate;

/**
 * A condition that holds although no alert is open.
 *
 * @param since the first of the days in a row on which it has held
 * @param excused whether it held already when the rule was switched on for new entrants only
 */
record PendingCondition(Key key, LocalDate since, boolean excused) {

    /** Whether it has held on enough days in a row for an alert. */
    boolean isRipe(Rule rule, LocalDate today) {
        return !excused && !today.isBefore(since.plusDays(rule.dwellDays() - 1L));
    }
}
