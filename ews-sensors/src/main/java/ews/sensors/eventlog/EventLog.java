package ews.sensors.eventlog;

import ews.domain.account.AccountId;
import ews.sensors.intake.Dialect;
import ews.sensors.source.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what sources sent, as they sent it. */
@Repository
public class EventLog {

    private static final String EVENTS = """
            select e.*, s.name as source_name, a.key as account_key, u.key as user_key
            from event e
            left join source s on s.id = e.source_id
            left join account a on a.id = e.account_id
            left join account_user u on u.account_id = e.account_id and u.id = e.user_id
            """;

    /** Events older than this are not from this world: intake refuses them. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private static final String IS_ABOUT = "e.feature_id = (select id from feature where name = :feature)";

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The account's last events that happened before a time, newest first. Looks back week by week, then in ever longer
     * stretches, so that an active account costs a look into a few days only.
     */
    public List<LoggedEvent> recent(AccountId account, Instant before, int limit) {
        return recent(account, before, limit, "", Map.of());
    }

    /**
     * The same, of some types only.
     *
     * @param feature that usage events must be about; {@code null} for any
     */
    public List<LoggedEvent> recent(
            AccountId account, Instant before, int limit, Collection<String> types, @Nullable String feature) {
        return feature == null
                ? recent(account, before, limit, " and e.type in (:types)", Map.of("types", types))
                : recent(
                        account,
                        before,
                        limit,
                        " and e.type in (:types) and (e.type <> 'usage' or " + IS_ABOUT + ")",
                        Map.of("types", types, "feature", feature));
    }

    private List<LoggedEvent> recent(
            AccountId account, Instant before, int limit, String condition, Map<String, ?> values) {
        var events = new ArrayList<LoggedEvent>();
        Instant to = before;
        Duration stretch = Duration.ofDays(7);
        while (events.size() < limit && to.isAfter(BEGINNING)) {
            Instant from = to.minus(stretch);
            events.addAll(jdbc.sql(EVENTS + """
                            where e.account_id = :account and e.occurred_at >= :from and e.occurred_at < :to
                            """ + condition + " order by e.occurred_at desc, e.event_key limit :limit")
                    .param("account", account.value())
                    .param("from", from.atOffset(ZoneOffset.UTC))
                    .param("to", to.atOffset(ZoneOffset.UTC))
                    .param("limit", limit - events.size())
                    .params(values)
                    .query(EventLog::event)
                    .list());
            to = from;
            stretch = stretch.multipliedBy(4);
        }
        return events;
    }

    /** What came in from a source at that time or later, the latest receipt first. */
    public List<LoggedEvent> receivedSince(SourceId source, Instant since, int limit) {
        boolean any = jdbc.sql("select count(*) from source_day where source_id = :source and last_received >= :since")
                        .param("source", source.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
        if (!any) {
            return List.of();
        }
        return jdbc.sql(EVENTS + """
                        where e.received_at >= :since and e.source_id = :source
                        order by e.received_at desc, e.occurred_at desc limit :limit
                        """)
                .param("source", source.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(EventLog::event)
                .list();
    }

    private static LoggedEvent event(ResultSet row, int number) throws SQLException {
        return new LoggedEvent(
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                new AccountId(row.getLong("account_id")),
                new SourceId(row.getInt("source_id")),
                Dialect.numbered(row.getInt("dialect")),
                row.getString("account_key"),
                row.getString("source_name"),
                row.getString("type"),
                row.getString("user_key"),
                row.getString("body"));
    }
}
