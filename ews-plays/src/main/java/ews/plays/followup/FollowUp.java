package ews.plays.followup;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.MemberId;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import ews.domain.time.WorkingDays;
import ews.plays.followup.TaskOverdue.Step;
import ews.plays.task.TaskId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of overdue tasks: it reminds their assignee, and after some more working days it escalates them to a manager. An
 * escalation holds until the task is done, skipped, or gets another due day.
 */
@Component
public class FollowUp {

    /** How many are told of in one transaction; the others are when it is called again. */
    static final int MOST = 500;

    private static final String REMIND = """
            with told as (
              insert into task_overdue (account_id, task_id, due_on, step, member_id, told_at)
              select t.account_id, t.id, t.due_on, 'reminder', t.assignee_id, :now
              from task t join member m on m.id = t.assignee_id
              where t.status = 'open' and t.due_on <= :due and m.active and m.role <> 'executive'
                and not exists (select from task_overdue o
                                where (o.account_id, o.task_id, o.due_on) = (t.account_id, t.id, t.due_on)
                                  and o.step = 'reminder')
              order by t.due_on, t.id limit :most
              on conflict do nothing
              returning *)
            """;

    /** To the manager with the fewest escalations; members of the sample company have no work on real accounts. */
    private static final String ESCALATE = """
            with told as (
              insert into task_overdue (account_id, task_id, due_on, step, member_id, told_at)
              select t.account_id, t.id, t.due_on, 'escalation', leader.id, :now
              from task t join account a on a.id = t.account_id
              cross join lateral (
                select m.id from member m
                where m.active and m.role in ('manager', 'admin') and (a.sample or not m.sample)
                  and m.id is distinct from t.assignee_id
                order by m.role = 'manager' desc, m.sample = a.sample desc,
                         (select count(*) from task_overdue o where o.member_id = m.id and o.step = 'escalation'), m.id
                limit 1) leader
              where t.status = 'open' and t.due_on <= :due
                and not exists (select from task_overdue o
                                where (o.account_id, o.task_id, o.due_on) = (t.account_id, t.id, t.due_on)
                                  and o.step = 'escalation')
              order by t.due_on, t.id limit :most
              on conflict do nothing
              returning *)
            """;

    private static final String TOLD = """
            select told.account_id, told.task_id, told.due_on, told.member_id, m.name as member_name,
                   'task ' || t.id || ' "' || t.title || '" of ' || a.name as subject
            from told
            join task t on (t.account_id, t.id) = (told.account_id, told.task_id)
            join account a on a.id = told.account_id
            join member m on m.id = told.member_id
            order by told.due_on, told.task_id
            """;

    private final JdbcClient jdbc;
    private final EscalationPolicies policies;
    private final Holidays holidays;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    FollowUp(
            JdbcClient jdbc,
            EscalationPolicies policies,
            Holidays holidays,
            OrganisationDays days,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.holidays = holidays;
        this.days = days;
        this.audit = audit;
        this.events = events;
    }

    /** Tells of everything that nobody has been told of yet. Once more does no harm. */
    @Transactional
    public void check() {
        EscalationPolicy policy = policies.current();
        WorkingDays calendar = holidays.workingDays();
        LocalDate today = days.today();
        forgetManagersWhoLeft();
        tell(REMIND, Step.REMINDER, DueDays.atLatest(today, policy.remindAfter(), calendar));
        tell(ESCALATE, Step.ESCALATION, DueDays.atLatest(today, policy.escalateAfter(), calendar));
    }

    /** So that what they had is escalated to somebody else. */
    private void forgetManagersWhoLeft() {
        jdbc.sql("""
                        delete from task_overdue o using member m, task t
                        where m.id = o.member_id and (t.account_id, t.id) = (o.account_id, o.task_id)
                          and o.step = 'escalation' and t.status = 'open'
                          and not (m.active and m.role in ('manager', 'admin'))
                        """).update();
    }

    private void tell(String insert, Step step, LocalDate due) {
        for (Told told : told(insert, due)) {
            audit.record(
                    Actor.SYSTEM,
                    step == Step.REMINDER ? "task.reminded" : "task.escalated",
                    told.subject(),
                    Map.of("to", told.name(), "due", told.due().toString()));
            events.publishEvent(new TaskOverdue(step, told.task(), told.account(), told.due(), told.member()));
        }
    }

    private record Told(TaskId task, AccountId account, LocalDate due, MemberId member, String name, String subject) {}

    private List<Told> told(String insert, LocalDate due) {
        return jdbc.sql(insert + TOLD)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("due", due)
                .param("most", MOST)
                .query((row, _) -> new Told(
                        new TaskId(row.getLong("task_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getObject("due_on", LocalDate.class),
                        new MemberId(row.getLong("member_id")),
                        row.getString("member_name"),
                        row.getString("subject")))
                .list();
    }
}
