package ews.detection.alert;

import ews.detection.rule.Nature;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.MemberId;
import ews.domain.play.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How alerts are read. */
final class AlertRow {

    static final String FROM = """
            from alert a
            join account c on c.id = a.account_id
            join rule r on r.id = a.rule_id
            left join member m on m.id = c.csm_id
            left join member k on k.id = a.acknowledged_by
            """;

    static final String SELECT = """
            select a.*, c.key as account_key, c.name as account_name, c.csm_id, m.name as csm_name,
                   r.key as rule_key, r.name as rule_name, r.nature, r.play_key, r.definition,
                   k.name as acknowledged_by_name
            """ + FROM;

    private AlertRow() {}

    static Alert alert(ResultSet row, int number) throws SQLException {
        Long csm = row.getObject("csm_id", Long.class);
        Long previous = row.getObject("previous_id", Long.class);
        String outcome = row.getString("run_outcome");
        String reason = row.getString("closed_reason");
        return new Alert(
                new AlertId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("account_key"),
                row.getString("account_name"),
                csm == null ? null : new MemberId(csm),
                row.getString("csm_name"),
                row.getString("rule_key"),
                row.getString("rule_name"),
                Nature.of(row.getString("nature")),
                row.getString("play_key"),
                AlertStatus.of(row.getString("status")),
                row.getString("title"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("seen_on", LocalDate.class),
                row.getInt("occurrences"),
                row.getObject("clear_since", LocalDate.class),
                row.getObject("snoozed_until", LocalDate.class),
                EarlyEnd.of(row),
                row.getObject("worse_on", LocalDate.class),
                row.getString("acknowledged_by_name"),
                outcome == null ? null : Outcome.of(outcome),
                instant(row, "run_ended_at"),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                reason == null ? null : CloseReason.valueOf(reason.toUpperCase(Locale.ROOT)),
                row.getString("closed_note"),
                previous == null ? null : new AlertId(previous),
                row.getBoolean("held"),
                instant(row, "event_received_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
