package ews.detection.alert;

import ews.detection.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What ends a snooze before its day: that it gets worse than it was when somebody put it aside.
 *
 * @param value how far it had gone then, in the unit of the evidence's severity
 * @param worseAt the first value that is worse
 */
public record EarlyEnd(double value, double worseAt) {

    boolean isReachedBy(@Nullable Severity now) {
        return now != null && Severity.isWorse(value, worseAt, now.value());
    }

    /** {@code null} if the alert is not snoozed, or until a day and no earlier. */
    static @Nullable EarlyEnd of(ResultSet row) throws SQLException {
        double value = row.getDouble("snoozed_at_value");
        return row.wasNull() ? null : new EarlyEnd(value, row.getDouble("snoozed_worse_at"));
    }
}
