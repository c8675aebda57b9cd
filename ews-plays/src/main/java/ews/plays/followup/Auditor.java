package ews.plays.followup;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds what nobody follows up. It trusts no other part of the plays to have done its work: it looks at what there is, at
 * the moment when somebody asks.
 */
@Repository
public class Auditor {

    /**
     * A run needs an open task, or something to wait for. What waits goes on when the day after its wait begins, and is
     * given one more day for that.
     */
    private static final String RUNS = """
            select r.account_id, a.name as account_name, r.id, r.play_name as title,
                   case when r.waits_until is not null then 'Its wait is over, and it did not go on.'
                        when r.watched_until is not null then 'The days of its goal are over, and it did not end.'
                        else 'Nothing is open in it, and nobody has told how it ended.' end as why,
                   coalesce(r.waits_until, r.watched_until,
                            (coalesce((select max(t.ended_at) from task t
                                       where t.account_id = r.account_id and t.run_id = r.id),
                                      r.started_at) at time zone :zone)::date) as since
            from run r join account a on a.id = r.account_id
            where r.status = 'running'
              and coalesce(r.waits_until, r.watched_until, '-infinity') < :yesterday
              and not exists (select from task t
                              where t.account_id = r.account_id and t.run_id = r.id and t.status = 'open')
            """;

    private static final String TASKS = """
            select t.account_id, a.name as account_name, t.id, t.title,
                   case when m.id is null then 'Nobody has it.'
                        when not m.active then m.name || ' has it, who was deactivated.'
                        else m.name || ' has it, who is an executive.' end as why,
                   t.due_on as since
            from task t join account a on a.id = t.account_id left join member m on m.id = t.assignee_id
            where t.status = 'open' and (m.active and m.role <> 'executive') is not true
            """;

    private static final String ACCOUNTS = """
            select a.id as account_id, a.name as account_name, a.id, null as title,
                   case when m.id is null then 'It has no CSM.'
                        when not m.active then 'Its CSM is ' || m.name || ', who was deactivated.'
                        else 'Its CSM is ' || m.name || ', who is an executive.' end as why,
                   null::date as since
            from account a left join member m on m.id = a.csm_id
            where a.cancelled_on is null and a.status is distinct from 'cancelled' and a.archived_at is null
              and (m.active and m.role <> 'executive') is not true
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Auditor(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    public long count(GapKind kind) {
        return statement("select count(*) from (%s) gap", kind)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** The first of them, what is left for the longest time before the others. */
    public List<Gap> first(GapKind kind, int limit) {
        return statement("select * from (%s) gap order by since, account_name, id limit " + limit, kind)
                .query((row, _) -> gap(kind, row))
                .list();
    }

    private JdbcClient.StatementSpec statement(String around, GapKind kind) {
        return switch (kind) {
            case RUN ->
                jdbc.sql(around.formatted(RUNS))
                        .param("yesterday", days.today().minusDays(1))
                        .param("zone", days.zone().getId());
            case TASK -> jdbc.sql(around.formatted(TASKS));
            case ACCOUNT -> jdbc.sql(around.formatted(ACCOUNTS));
        };
    }

    private static Gap gap(GapKind kind, ResultSet row) throws SQLException {
        return new Gap(
                kind,
                new AccountId(row.getLong("account_id")),
                row.getString("account_name"),
                row.getLong("id"),
                row.getString("title"),
                row.getString("why"),
                row.getObject("since", LocalDate.class));
    }
}
