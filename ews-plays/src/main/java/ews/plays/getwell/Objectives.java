package ews.plays.getwell;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What plans are to achieve. They are added and removed while their plan is under way. */
@Repository
public class Objectives {

    static final int MOST = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlansUnderWay underWay;
    private final Present present;
    private final PlanHistory history;
    private final OrganisationDays days;

    Objectives(
            JdbcClient jdbc,
            JsonMapper json,
            PlansUnderWay underWay,
            Present present,
            PlanHistory history,
            OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.underWay = underWay;
        this.present = present;
        this.history = history;
        this.days = days;
    }

    /**
     * Adds an objective, with the value of today as its start.
     *
     * @param atLeast whether the target is to be reached from below
     * @throws IllegalArgumentException if something is missing, the day is past, or the plan has too many
     */
    @Transactional
    public void add(
            PlanId plan,
            String title,
            Measurement measurement,
            boolean atLeast,
            double target,
            LocalDate due,
            Actor actor) {
        String written = Written.required("title", title, Written.LINE);
        check(measurement, target);
        PlanDays.check(due, days.today());
        AccountId account = underWay.hold(plan);
        if (count(account, plan) >= MOST) {
            throw new IllegalArgumentException("A plan has %d objectives at most; fewer are better.".formatted(MOST));
        }
        OptionalDouble start = present.value(account, measurement);
        jdbc.sql("""
                        insert into get_well_objective
                          (account_id, plan_id, title, measurement, at_least, target, start_value, started_on, due_on)
                        values (:account, :plan, :title, :measurement::jsonb, :atLeast, :target, :start, :today, :due)
                        """)
                .param("account", account.value())
                .param("plan", plan.value())
                .param("title", written)
                .param("measurement", json.writeValueAsString(measurement))
                .param("atLeast", atLeast)
                .param("target", target)
                .param("start", start.isPresent() ? (Double) start.getAsDouble() : null)
                .param("today", days.today())
                .param("due", due)
                .update();
        history.record(
                actor,
                "plan.objective_added",
                account,
                plan,
                "%s: %s %s %s by %s"
                        .formatted(
                                written,
                                measurement.label(),
                                atLeast ? "at least" : "at most",
                                measurement.unit().say(target),
                                due));
    }

    /** @throws NoSuchElementException if the plan has no such objective */
    @Transactional
    public void remove(PlanId plan, long objective, Actor actor) {
        AccountId account = underWay.hold(plan);
        String title = jdbc.sql("""
                        delete from get_well_objective where account_id = :account and plan_id = :plan and id = :id
                        returning title
                        """)
                .param("account", account.value())
                .param("plan", plan.value())
                .param("id", objective)
                .query((row, _) -> row.getString("title"))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("The plan has no objective " + objective));
        history.record(actor, "plan.objective_removed", account, plan, title);
    }

    private static void check(Measurement measurement, double target) {
        if (measurement.form() != Form.VALUE) {
            throw new IllegalArgumentException("An objective is about a value as it is, not " + measurement.label());
        }
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException("The target must be a number.");
        }
    }

    private int count(AccountId account, PlanId plan) {
        return jdbc.sql("select count(*) from get_well_objective where account_id = :account and plan_id = :plan")
                .param("account", account.value())
                .param("plan", plan.value())
                .query(Integer.class)
                .single();
    }
}
