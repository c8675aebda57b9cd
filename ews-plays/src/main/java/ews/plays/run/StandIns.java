package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that work is somebody's. What nobody has who can work, since they left, are executives now, or were never
 * there, goes to the account's CSM, else to the manager with the least to do, else to an administrator; what is meant for a
 * manager goes to a manager first. Only where there is none of them it stays, and is looked at again the next day.
 */
@Repository
public class StandIns {

    private static final String RUNS = """
            select w.id, w.account_id, w.owner_id held, false for_manager,
                   'run ' || w.id || ' "' || w.play_name || '" of ' || a.name subject
            from run w join account a on a.id = w.account_id left join member m on m.id = w.owner_id
            where w.status = 'running' and (m.active and m.role <> 'executive') is not true
            order by w.id
            """;

    private static final String TASKS = """
            select w.id, w.account_id, w.assignee_id held, w.role in ('manager', 'member') for_manager,
                   'task ' || w.id || ' "' || w.title || '" of ' || a.name subject
            from task w join account a on a.id = w.account_id left join member m on m.id = w.assignee_id
            where w.status = 'open' and (m.active and m.role <> 'executive') is not true
            order by w.id
            """;

    /** Members of the sample company do no work on real accounts. */
    private static final String STAND_IN = """
            select m.id, m.name from member m join account a on a.id = :account
            where m.active and m.role <> 'executive' and (a.sample or not m.sample)
              and (m.id = a.csm_id or m.role in ('manager', 'admin'))
            order by case when m.role = 'manager' and :for_manager then 1
                          when m.id = a.csm_id then 2
                          when m.role = 'manager' then 3
                          else 4 end,
                     m.sample = a.sample desc,
                     (select count(*) from task t where t.assignee_id = m.id and t.status = 'open'),
                     m.id
            limit 1
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    StandIns(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @return how many open tasks got somebody */
    @Transactional
    public int takeOver() {
        of(RUNS).forEach(run -> takeOver(
                run,
                "update run set owner_id = :to where id = :id and status = 'running' "
                        + "and owner_id is not distinct from :held"));
        return (int) of(TASKS).stream()
                .filter(task -> takeOver(
                        task,
                        "update task set assignee_id = :to where id = :id and status = 'open' "
                                + "and assignee_id is not distinct from :held"))
                .count();
    }

    /** @param held the member who has it and cannot work; {@code null} if nobody has it */
    private record Work(
            long id, AccountId account, @Nullable Long held, boolean forManager, String subject) {}

    private List<Work> of(String sql) {
        return jdbc.sql(sql)
                .query((row, _) -> new Work(
                        row.getLong("id"),
                        new AccountId(row.getLong("account_id")),
                        row.getObject("held", Long.class),
                        row.getBoolean("for_manager"),
                        row.getString("subject")))
                .list();
    }

    private boolean takeOver(Work work, String update) {
        return jdbc.sql(STAND_IN)
                .param("account", work.account().value())
                .param("for_manager", work.forManager())
                .query((row, _) -> Map.entry(row.getLong("id"), row.getString("name")))
                .optional()
                .filter(standIn -> give(work, standIn, update))
                .isPresent();
    }

    private boolean give(Work work, Map.Entry<Long, String> standIn, String update) {
        int changed = jdbc.sql(update)
                .param("to", standIn.getKey())
                .param("id", work.id())
                .param("held", work.held())
                .update();
        if (changed == 1) {
            audit.record(Actor.SYSTEM, "work.taken_over", work.subject(), Map.of("to", standIn.getValue()));
        }
        return changed == 1;
    }
}
