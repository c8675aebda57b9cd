package ews.plays.getwell;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.task.Assignable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is done for plans, on our side and on the customer's. Steps change while their plan is under way. */
@Repository
public class PlanSteps {

    static final int MOST = 40;

    private final JdbcClient jdbc;
    private final PlansUnderWay underWay;
    private final PlanHistory history;
    private final Assignable assignable;
    private final OrganisationDays days;

    PlanSteps(
            JdbcClient jdbc,
            PlansUnderWay underWay,
            PlanHistory history,
            Assignable assignable,
            OrganisationDays days) {
        this.jdbc = jdbc;
        this.underWay = underWay;
        this.history = history;
        this.assignable = assignable;
        this.days = days;
    }

    /** A step that one of us does. */
    @Transactional
    public void addOurs(PlanId plan, String title, MemberId member, LocalDate due, Actor actor) {
        add(plan, title, member, assignable.member(member).name(), null, due, actor);
    }

    /**
     * A step that somebody at the customer does.
     *
     * @param contact by name
     */
    @Transactional
    public void addTheirs(PlanId plan, String title, String contact, LocalDate due, Actor actor) {
        String name = Written.required("name of the contact", contact, Written.LINE);
        add(plan, title, null, name, name, due, actor);
    }

    private void add(
            PlanId plan,
            String title,
            @Nullable MemberId member,
            String owner,
            @Nullable String contact,
            LocalDate due,
            Actor actor) {
        String written = Written.required("step", title, Written.LINE);
        PlanDays.check(due, days.today());
        AccountId account = underWay.hold(plan);
        if (count(account, plan) >= MOST) {
            throw new IllegalArgumentException("A plan has %d steps at most.".formatted(MOST));
        }
        jdbc.sql("""
                        insert into get_well_step (account_id, plan_id, title, member_id, contact, due_on)
                        values (:account, :plan, :title, :member, :contact, :due)
                        """)
                .param("account", account.value())
                .param("plan", plan.value())
                .param("title", written)
                .param("member", member == null ? null : member.value())
                .param("contact", contact)
                .param("due", due)
                .update();
        history.record(actor, "plan.step_added", account, plan, "%s: %s by %s".formatted(written, owner, due));
    }

    /** Nothing changes if it is done already. */
    @Transactional
    public void done(PlanId plan, long step, Actor actor) {
        change(plan, step, "done_at = coalesce(done_at, :now), done_by = coalesce(done_by, :actor)", "done", actor);
    }

    /** Opens a step again that was not done after all. */
    @Transactional
    public void reopen(PlanId plan, long step, Actor actor) {
        change(plan, step, "done_at = null, done_by = null", "reopened", actor);
    }

    /** @param what constant text of this class */
    private void change(PlanId plan, long step, String what, String action, Actor actor) {
        AccountId account = underWay.hold(plan);
        String title = jdbc.sql("update get_well_step set " + what + """
                         where account_id = :account and plan_id = :plan and id = :id returning title
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("account", account.value())
                .param("plan", plan.value())
                .param("id", step)
                .query((row, _) -> row.getString("title"))
                .optional()
                .orElseThrow(() -> noSuchStep(step));
        history.record(actor, "plan.step_" + action, account, plan, title);
    }

    /** @throws NoSuchElementException if the plan has no such step */
    @Transactional
    public void remove(PlanId plan, long step, Actor actor) {
        AccountId account = underWay.hold(plan);
        String title = jdbc.sql("""
                        delete from get_well_step where account_id = :account and plan_id = :plan and id = :id
                        returning title
                        """)
                .param("account", account.value())
                .param("plan", plan.value())
                .param("id", step)
                .query((row, _) -> row.getString("title"))
                .optional()
                .orElseThrow(() -> noSuchStep(step));
        history.record(actor, "plan.step_removed", account, plan, title);
    }

    /** The open steps of agreed plans that a member has to do until a day, the most urgent first. */
    public List<DueStep> dueOf(MemberId member, LocalDate until) {
        return jdbc.sql("""
                        select s.id, s.account_id, a.name as account_name, s.plan_id, s.title, s.due_on from get_well_step s
                        join get_well_plan p on p.account_id = s.account_id and p.id = s.plan_id
                        join account a on a.id = s.account_id
                        where s.member_id = :member and s.done_at is null and s.due_on <= :until and p.status = 'agreed'
                        order by s.due_on, s.id
                        """)
                .param("member", member.value())
                .param("until", until)
                .query((row, _) -> new DueStep(
                        row.getLong("id"),
                        new AccountId(row.getLong("account_id")),
                        row.getString("account_name"),
                        new PlanId(row.getLong("plan_id")),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private int count(AccountId account, PlanId plan) {
        return jdbc.sql("select count(*) from get_well_step where account_id = :account and plan_id = :plan")
                .param("account", account.value())
                .param("plan", plan.value())
                .query(Integer.class)
                .single();
    }

    private static NoSuchElementException noSuchStep(long step) {
        return new NoSuchElementException("The plan has no step " + step);
    }
}
