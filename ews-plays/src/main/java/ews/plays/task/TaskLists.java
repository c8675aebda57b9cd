package ews.plays.task;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks as people look at them: mine, an account's, a run's, those that nobody has. */
@Repository
public class TaskLists {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    TaskLists(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** The open tasks of a member, the most urgent first. */
    public List<Task> openOf(MemberId member) {
        return jdbc.sql(TaskRow.SELECT + "where t.assignee_id = :member and t.status = 'open' order by t.due_on, t.id")
                .param("member", member.value())
                .query(TaskRow::task)
                .list();
    }

    /**
     * A page of the open tasks of a member or ({@code null}) of everybody, the most urgent first.
     *
     * @param page counted from 1
     * @param size the most tasks on a page
     */
    public List<Task> open(@Nullable MemberId member, int page, int size) {
        return jdbc.sql(TaskRow.SELECT + """
                        where t.status = 'open' and (:member::bigint is null or t.assignee_id = :member)
                        order by t.due_on, t.id limit :size offset :before
                        """)
                .param("member", member == null ? null : member.value())
                .param("size", size)
                .param("before", (long) size * (page - 1))
                .query(TaskRow::task)
                .list();
    }

    /** All open tasks that are due on one of these days. */
    public List<Task> openDue(LocalDate first, LocalDate last) {
        return jdbc.sql(TaskRow.SELECT + "where t.status = 'open' and t.due_on between :first and :last order by t.id")
                .param("first", first)
                .param("last", last)
                .query(TaskRow::task)
                .list();
    }

    /** The open tasks that are due on a holiday from today on, the earliest first: what became a holiday moves none. */
    public List<Task> openOnHolidays() {
        return jdbc.sql(TaskRow.SELECT + """
                        join holiday h on h.day = t.due_on and not h.worked
                        where t.status = 'open' and t.due_on >= :today order by t.due_on, t.id
                        """)
                .param("today", days.today())
                .query(TaskRow::task)
                .list();
    }

    /** How many open tasks of a member or ({@code null}) of everybody are due on which day, the earliest first. */
    public SortedMap<LocalDate, Long> openByDay(@Nullable MemberId member) {
        var counts = new TreeMap<LocalDate, Long>();
        jdbc.sql("""
                        select due_on, count(*) as open from task
                        where status = 'open' and (:member::bigint is null or assignee_id = :member)
                        group by due_on
                        """).param("member", member == null ? null : member.value()).query(row -> {
            counts.put(row.getObject("due_on", LocalDate.class), row.getLong("open"));
        });
        return counts;
    }

    /** The open tasks that nobody has, or only somebody who was deactivated. */
    public List<Task> needingOwner() {
        return jdbc.sql(TaskRow.SELECT + "where t.status = 'open' and m.active is not true order by t.due_on, t.id")
                .query(TaskRow::task)
                .list();
    }

    /** All tasks of an account: the open ones, the most urgent first, and then the ended ones, the latest first. */
    public List<Task> ofAccount(AccountId account) {
        return jdbc.sql(TaskRow.SELECT + """
                        where t.account_id = :account
                        order by t.ended_at desc nulls first, t.due_on, t.id
                        """)
                .param("account", account.value())
                .query(TaskRow::task)
                .list();
    }

    /** All tasks of a run, in the order of its steps. */
    public List<Task> ofRun(RunId run) {
        return jdbc.sql(TaskRow.SELECT + """
                        where (t.account_id, t.run_id) = (select account_id, id from run where id = :run)
                        order by t.step
                        """)
                .param("run", run.value())
                .query(TaskRow::task)
                .list();
    }

    /** How much work every member has; members without open tasks are missing. */
    public Map<MemberId, TaskCounts> counts() {
        Map<MemberId, TaskCounts> counts = new HashMap<>();
        jdbc.sql("""
                        select assignee_id, count(*) open,
                               count(*) filter (where due_on < :today) overdue,
                               count(*) filter (where due_on = :today) due_today
                        from task where status = 'open' and assignee_id is not null
                        group by assignee_id
                        """).param("today", days.today()).query(row -> {
            counts.put(
                    new MemberId(row.getLong("assignee_id")),
                    new TaskCounts(row.getInt("open"), row.getInt("overdue"), row.getInt("due_today")));
        });
        return counts;
    }

    /** How much work one member has. */
    public TaskCounts countsOf(MemberId member) {
        return counts().getOrDefault(member, TaskCounts.NONE);
    }

    /**
     * A page of a list that stays the same while tasks are added.
     *
     * @param after the last task of the page before; {@code null} for the first page
     * @param size the most tasks to answer
     */
    public TaskPage page(TaskFilter filter, @Nullable TaskId after, int size) {
        List<Task> found = jdbc.sql(TaskRow.SELECT + """
                        where t.id > :after
                          and (:status::text is null or t.status = :status)
                          and (:assignee::bigint is null or t.assignee_id = :assignee)
                          and (:account::bigint is null or t.account_id = :account)
                        order by t.id limit :limit
                        """)
                .param("after", after == null ? 0 : after.value())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().code())
                .param(
                        "assignee",
                        filter.assignee() == null ? null : filter.assignee().value())
                .param(
                        "account",
                        filter.account() == null ? null : filter.account().value())
                .param("limit", size + 1)
                .query(TaskRow::task)
                .list();
        if (found.size() <= size) {
            return new TaskPage(found, null);
        }
        List<Task> page = List.copyOf(found.subList(0, size));
        return new TaskPage(page, page.getLast().id());
    }
}
