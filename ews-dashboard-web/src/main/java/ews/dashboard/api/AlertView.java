package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One alert.
 *
 * @param severity how far it had gone when it was raised, as JSON; {@code null} where the rule knows no degrees
 * @param evidence what was found, as JSON, frozen when the alert was raised
 * @param raisedOn the day of the facts that raised it
 * @param seenOn the last day on which the condition held
 * @param occurrenceCount on how many days it held
 * @param occurrences those days, oldest first and with what was found, as JSON; in lists the latest of them
 * @param worseOn the day on which it came back because it had got worse
 * @param runOutcome how the run of its play ended: saved, improved, no_change, lost or false_alarm
 * @param previous the id of the alert that this one follows
 * @param held whether it was raised in quiet hours and waits for their end
 * @param eventReceivedAt when the event arrived that led to it
 * @param revision another one whenever its state changes
 */
record AlertView(
        long id,
        String account,
        String accountName,
        Rule rule,
        String status,
        String title,
        @JsonRawValue @Nullable String severity,
        @JsonRawValue String evidence,
        @Nullable Instant raisedAt,
        LocalDate raisedOn,
        LocalDate seenOn,
        int occurrenceCount,
        @JsonRawValue String occurrences,
        @Nullable Snooze snooze,
        @Nullable LocalDate worseOn,
        @Nullable String runOutcome,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String closedReason,
        @Nullable String closedNote,
        @Nullable Long previous,
        boolean held,
        @Nullable Instant eventReceivedAt,
        int revision) {

    record Rule(String key, String name, String nature) {}

    /**
     * Until when it is put aside.
     *
     * @param active whether it still is
     * @param orWorse whether it comes back before that day when it gets worse
     * @param was how far it had gone when it was put aside; only if it comes back when that is worse
     * @param worseAt from where on it is worse
     */
    record Snooze(
            LocalDate until,
            boolean active,
            boolean orWorse,
            @Nullable Double was,
            @Nullable Double worseAt) {}

    static AlertView of(ResultSet row, int number) throws SQLException {
        return new AlertView(
                row.getLong("id"),
                row.getString("account"),
                row.getString("account_name"),
                new Rule(row.getString("rule_key"), row.getString("rule_name"), row.getString("nature")),
                row.getString("status"),
                row.getString("title"),
                row.getString("severity"),
                row.getString("evidence"),
                instant(row, "raised_at"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("seen_on", LocalDate.class),
                row.getInt("occurrence_count"),
                row.getString("occurrences"),
                snooze(row),
                row.getObject("worse_on", LocalDate.class),
                row.getString("run_outcome"),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("closed_reason"),
                row.getString("closed_note"),
                row.getObject("previous_id", Long.class),
                row.getBoolean("held"),
                instant(row, "event_received_at"),
                row.getInt("revision"));
    }

    private static @Nullable Snooze snooze(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("snoozed_until", LocalDate.class);
        if (until == null) {
            return null;
        }
        Double was = row.getObject("snoozed_at_value", Double.class);
        return new Snooze(
                until, row.getBoolean("is_snoozed"), was != null, was, row.getObject("snoozed_worse_at", Double.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
