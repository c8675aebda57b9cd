package ews.dashboard.accounts;

import ews.domain.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened around an account, of all kinds together: alerts, work, engagement, tickets, invoices, the contract. */
@Repository
public class Happenings {

    /** Each kind brings its latest, so that none crowds out the others before they are put in order. */
    private static final String SQL = """
            select * from (
              (select raised_at as at, 'bell' as icon, 'Alert: ' || title as text, '/alerts/' || id as href from alert
               where account_id = :account and raised_at < :before order by raised_at desc limit :limit)
              union all
              (select ended_at, 'check', 'Alert ' || case status when 'resolved' then 'resolved: ' else 'closed: ' end || title, '/alerts/' || id
               from alert where account_id = :account and ended_at < :before order by ended_at desc limit :limit)
              union all
              (select ended_at, 'tasks', 'Task ' || status || ': ' || title, '/tasks/' || id
               from task where account_id = :account and ended_at < :before order by ended_at desc limit :limit)
              union all
              (select marked_at, case mark when 'flagged' then 'flag' else 'eye' end,
                      initcap(mark) || ' by ' || (select name from member where id = r.member_id) || ': ' || note, null
               from review_account it join review r on r.id = it.review_id
               where account_id = :account and note is not null and marked_at < :before order by marked_at desc limit :limit)
              union all
              (select started_at, 'plays', 'Play started: ' || play_name, '/runs/' || id from run
               where account_id = :account and started_at < :before order by started_at desc limit :limit)
              union all
              (select ended_at, 'check', play_name || ' ended: ' || coalesce(replace(outcome, '_', ' '), 'cancelled'), '/runs/' || id
               from run where account_id = :account and ended_at < :before order by ended_at desc limit :limit)
              union all
              (select occurred_at, case kind when 'email' then 'mail' when 'call' then 'phone' when 'meeting' then 'users' else 'note' end,
                      initcap(kind) || ' by ' || author || ': ' || note,
                      (select '/emails/' || id from email where email.account_id = :account and touchpoint_id = touchpoint.id)
               from touchpoint where account_id = :account and occurred_at < :before order by occurred_at desc limit :limit)
              union all
              (select written_at, 'message', 'Comment by ' || author || ': ' || text,
                 case when run_id is not null then '/runs/' || run_id when alert_id is not null then '/alerts/' || alert_id
                      else '/accounts/' || account_id end || '#comment-' || id
               from comment where account_id = :account and written_at < :before order by written_at desc limit :limit)
              union all
              (select occurred_at, 'ticket', 'Ticket ' || ticket || coalesce(' ' || status, ' changed') || coalesce(': ' || subject, ''), null
               from ticket_change where account_id = :account and occurred_at < :before order by occurred_at desc limit :limit)
              union all
              (select occurred_at, 'invoice', 'Invoice ' || invoice || ' ' || replace(status, '_', ' '), null
               from invoice_change where account_id = :account and occurred_at < :before order by occurred_at desc limit :limit)
              union all
              (select occurred_at, 'calendar', 'Subscription ' || coalesce(status, 'changed') || coalesce(', plan ' || plan, '')
                 || coalesce(', ' || seats || ' seats', ''), null
               from subscription_change where account_id = :account and occurred_at < :before order by occurred_at desc limit :limit)
              union all
              (select occurred_at, 'message', upper(kind) || ' ' || score || coalesce(': ' || comment, ''), null
               from feedback f where account_id = :account and occurred_at < :before
                 and not exists (select from feedback later where later.account_id = :account and later.occurred_at < :before
                                   and later.response = f.response and later.kind = f.kind
                                   and (later.occurred_at, later.event_key) > (f.occurred_at, f.event_key))
               order by occurred_at desc limit :limit)
            ) happening order by at desc limit :limit
            """;

    private final JdbcClient jdbc;

    Happenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param href the page about it; {@code null} if there is none */
    public record Happening(
            Instant at, String icon, String text, @Nullable String href) {}

    /** The latest before a time, newest first. */
    List<Happening> of(AccountId account, Instant before, int limit) {
        return jdbc.sql(SQL)
                .param("account", account.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Happenings::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        return new Happening(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("icon"),
                row.getString("text"),
                row.getString("href"));
    }
}
