package ews.plays.followup;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.task.TaskId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is overdue, as managers look at it. */
@Repository
public class OverdueLists {

    /**
     * The overdue tasks of one member.
     *
     * @param member {@code null} for those that nobody has
     * @param oldest the earliest due day
     * @param reminded of how many of them the member was reminded
     * @param escalated how many of them a manager was told of
     */
    public record OfMember(
            @Nullable MemberId member,
            @Nullable String name,
            int tasks,
            LocalDate oldest,
            int reminded,
            int escalated) {}

    /**
     * An overdue task that was escalated.
     *
     * @param assignee the name; {@code null} if nobody has it
     * @param to the manager to whom
     * @param on the day on which
     */
    public record Escalated(
            TaskId task,
            String title,
            AccountId account,
            String accountName,
            @Nullable String assignee,
            LocalDate due,
            MemberId to,
            String toName,
            LocalDate on) {}

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    OverdueLists(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Everybody who has overdue tasks, the most of them first. */
    public List<OfMember> byMember() {
        return jdbc.sql("""
                        select t.assignee_id, m.name, count(*) as tasks, min(t.due_on) as oldest,
                               count(reminder.task_id) as reminded, count(escalation.task_id) as escalated
                        from task t
                        left join member m on m.id = t.assignee_id
                        left join task_overdue reminder
                          on (reminder.account_id, reminder.task_id, reminder.due_on) = (t.account_id, t.id, t.due_on)
                         and reminder.step = 'reminder'
                        left join task_overdue escalation
                          on (escalation.account_id, escalation.task_id, escalation.due_on)
                             = (t.account_id, t.id, t.due_on)
                         and escalation.step = 'escalation'
                        where t.status = 'open' and t.due_on < :today
                        group by t.assignee_id, m.name
                        order by tasks desc, m.name
                        """)
                .param("today", days.today())
                .query((row, _) -> {
                    Long member = row.getObject("assignee_id", Long.class);
                    return new OfMember(
                            member == null ? null : new MemberId(member),
                            row.getString("name"),
                            row.getInt("tasks"),
                            row.getObject("oldest", LocalDate.class),
                            row.getInt("reminded"),
                            row.getInt("escalated"));
                })
                .list();
    }

    private static final String ESCALATED = """
            from task_overdue o
            join task t on (t.account_id, t.id, t.due_on) = (o.account_id, o.task_id, o.due_on)
            join account a on a.id = t.account_id
            join member leader on leader.id = o.member_id
            left join member m on m.id = t.assignee_id
            where o.step = 'escalation' and t.status = 'open'
            """;

    public long countEscalated() {
        return jdbc.sql("select count(*) " + ESCALATED)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** The first of what was escalated and is not dealt with, what is overdue for the longest time before the others. */
    public List<Escalated> escalated(int limit) {
        return jdbc.sql("""
                        select t.id, t.title, t.account_id, a.name as account_name, m.name as assignee, t.due_on,
                               leader.id as leader_id, leader.name as leader, o.told_at
                        """ + ESCALATED + "order by t.due_on, t.id limit :limit")
                .param("limit", limit)
                .query((row, _) -> new Escalated(
                        new TaskId(row.getLong("id")),
                        row.getString("title"),
                        new AccountId(row.getLong("account_id")),
                        row.getString("account_name"),
                        row.getString("assignee"),
                        row.getObject("due_on", LocalDate.class),
                        new MemberId(row.getLong("leader_id")),
                        row.getString("leader"),
                        days.dayOf(
                                row.getObject("told_at", OffsetDateTime.class).toInstant())))
                .list();
    }
}
