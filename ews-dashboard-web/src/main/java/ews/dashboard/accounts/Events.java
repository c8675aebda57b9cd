package ews.dashboard.accounts;

import ews.domain.account.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads what sources sent about an account, newest first. */
@Repository
class Events {

    static final int PAGE_SIZE = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Events(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Up to a page of events that happened before a time; one more if there is a next page. */
    List<EventLine> before(AccountId account, Instant before) {
        return jdbc.sql("""
                        select e.occurred_at, e.type, e.body, s.name as source
                        from event e left join source s on s.id = e.source_id
                        where e.account_id = :account and e.occurred_at < :before
                        order by e.occurred_at desc, e.event_key limit :limit
                        """)
                .param("account", account.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", PAGE_SIZE + 1)
                .query((row, _) -> EventLine.of(
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("type"),
                        row.getString("source"),
                        row.getString("body"),
                        json))
                .list();
    }
}
