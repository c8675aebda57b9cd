package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts, the newest first. They are read from where they are written: visible as soon as they are committed. */
@Repository
class AlertList {

    static final List<String> STATUSES = List.of("open", "acknowledged", "in_play", "resolved", "closed");

    record Rule(String key, String name, String nature) {}

    /**
     * One alert.
     *
     * @param evidence what was found, as JSON, frozen when the alert was raised
     * @param raisedOn the day of the facts that raised it
     * @param seenOn the last day on which the condition held
     * @param runOutcome how the run of its play ended: saved, improved, no_change, lost or false_alarm
     * @param previous the id of the alert that this one follows
     * @param eventReceivedAt when the event arrived that led to it
     */
    record Item(
            long id,
            String account,
            String accountName,
            Rule rule,
            String status,
            String title,
            @JsonRawValue String evidence,
            @Nullable Instant raisedAt,
            LocalDate raisedOn,
            LocalDate seenOn,
            int occurrences,
            @Nullable LocalDate snoozedUntil,
            @Nullable String runOutcome,
            @Nullable Instant endedAt,
            @Nullable String closedReason,
            @Nullable String closedNote,
            @Nullable Long previous,
            @Nullable Instant eventReceivedAt) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    row.getLong("id"),
                    row.getString("account"),
                    row.getString("account_name"),
                    new Rule(row.getString("rule_key"), row.getString("rule_name"), row.getString("nature")),
                    row.getString("status"),
                    row.getString("title"),
                    row.getString("evidence"),
                    instant(row, "raised_at"),
                    row.getObject("raised_on", LocalDate.class),
                    row.getObject("seen_on", LocalDate.class),
                    row.getInt("occurrences"),
                    row.getObject("snoozed_until", LocalDate.class),
                    row.getString("run_outcome"),
                    instant(row, "ended_at"),
                    row.getString("closed_reason"),
                    row.getString("closed_note"),
                    row.getObject("previous_id", Long.class),
                    instant(row, "event_received_at"));
        }
    }

    private final JdbcClient jdbc;

    AlertList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Item> page(@Nullable String status, @Nullable Long account, @Nullable Cursor after, int limit) {
        List<Item> rows = jdbc.sql("""
                        select l.id, a.key as account, a.name as account_name, r.key as rule_key, r.name as rule_name, r.nature,
                               l.status, l.title, l.evidence, l.raised_at, l.raised_on, l.seen_on, l.occurrences,
                               case when l.status in ('open', 'acknowledged') then l.snoozed_until end as snoozed_until, l.run_outcome, l.ended_at, l.closed_reason, l.closed_note, l.previous_id,
                               l.event_received_at
                        from alert l
                        join account a on a.id = l.account_id
                        join rule r on r.id = l.rule_id
                        where (:status::text is null or l.status = :status)
                          and (:account::bigint is null or l.account_id = :account)
                          and (:after::bigint is null or l.id < :after)
                        order by l.id desc
                        limit :limit
                        """)
                .param("status", status)
                .param("account", account)
                .param("after", after == null ? null : after.number(0))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.id));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
