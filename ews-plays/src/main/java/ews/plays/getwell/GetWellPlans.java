package ews.plays.getwell;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The get-well plans: a draft, then agreed with the customer, and in the end achieved or given up. An account has one
 * that is under way at most. What has ended does not change: trying is {@linkplain TransitionRefused refused}.
 */
@Repository
public class GetWellPlans {

    private final JdbcClient jdbc;
    private final PlanRows rows;
    private final PlansUnderWay underWay;
    private final Present present;
    private final PlanHistory history;
    private final Accounts accounts;
    private final OrganisationDays days;

    GetWellPlans(
            JdbcClient jdbc,
            PlanRows rows,
            PlansUnderWay underWay,
            Present present,
            PlanHistory history,
            Accounts accounts,
            OrganisationDays days) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.underWay = underWay;
        this.present = present;
        this.history = history;
        this.accounts = accounts;
        this.days = days;
    }

    public Optional<GetWellPlan> withId(PlanId id) {
        return rows.withId(id);
    }

    /** The plan that is a draft or agreed. */
    public Optional<GetWellPlan> underWay(AccountId account) {
        return rows.underWay(account);
    }

    /** All plans of an account, the latest first. */
    public List<GetWellPlan> ofAccount(AccountId account) {
        return rows.ofAccount(account);
    }

    /** Where the objectives stand today. */
    public List<ObjectiveProgress> progress(GetWellPlan plan) {
        return present.of(plan.account(), plan.objectives());
    }

    /** What was done with a plan, the latest first. */
    public List<PlanChange> history(GetWellPlan plan) {
        return history.of(plan.account(), plan.id());
    }

    /**
     * Starts a draft.
     *
     * @throws IllegalArgumentException if the root cause is missing
     * @throws TransitionRefused if another plan is under way
     * @throws NoSuchElementException if there is no such account
     */
    @Transactional
    public PlanId start(AccountId account, String rootCause, Actor actor) {
        String cause = Written.required("root cause", rootCause, Written.TEXT);
        if (accounts.withId(account).isEmpty()) {
            throw new NoSuchElementException("There is no account " + account);
        }
        PlanId id = jdbc.sql("""
                        insert into get_well_plan (account_id, status, root_cause, author, created_at)
                        values (:account, 'draft', :cause, :author, :now)
                        on conflict (account_id) where status in ('draft', 'agreed') do nothing
                        returning id
                        """)
                .param("account", account.value())
                .param("cause", cause)
                .param("author", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new PlanId(row.getLong("id")))
                .optional()
                .orElseThrow(() -> new TransitionRefused(
                        "A get-well plan is under way already: continue that one, or give it up first."));
        history.record(actor, "plan.started", account, id, cause);
        return id;
    }

    @Transactional
    public void changeRootCause(PlanId id, String rootCause, Actor actor) {
        String cause = Written.required("root cause", rootCause, Written.TEXT);
        AccountId account = underWay.hold(id);
        jdbc.sql("update get_well_plan set root_cause = :cause where account_id = :account and id = :id")
                .param("cause", cause)
                .param("account", account.value())
                .param("id", id.value())
                .update();
        history.record(actor, "plan.root_cause_changed", account, id, cause);
    }

    /** @throws IllegalArgumentException if it has no objective or no step yet */
    @Transactional
    public void agree(PlanId id, Actor actor) {
        GetWellPlan plan = held(id);
        if (plan.objectives().isEmpty() || plan.steps().isEmpty()) {
            throw new IllegalArgumentException(
                    "There is nothing to agree on yet: add at least one objective, and one step.");
        }
        change(plan, PlanStatus.DRAFT, PlanStatus.AGREED, null, actor);
    }

    /** @throws IllegalArgumentException if an objective is not met as facts tell; the message names those */
    @Transactional
    public void achieve(PlanId id, Actor actor) {
        GetWellPlan plan = held(id);
        String open = progress(plan).stream()
                .filter(it -> !it.isMet())
                .map(it -> it.objective().title())
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(
                    "Not met yet: %s. A plan is achieved when all of its objectives are met; else give it up, and say why."
                            .formatted(open));
        }
        change(plan, PlanStatus.AGREED, PlanStatus.ACHIEVED, null, actor);
    }

    /** Gives it up; its links stop working. */
    @Transactional
    public void giveUp(PlanId id, String reason, Actor actor) {
        String why = Written.required("reason", reason, Written.TEXT);
        GetWellPlan plan = held(id);
        change(plan, plan.status(), PlanStatus.GIVEN_UP, why, actor);
    }

    private GetWellPlan held(PlanId id) {
        underWay.hold(id);
        return rows.withId(id).orElseThrow();
    }

    private void change(GetWellPlan plan, PlanStatus from, PlanStatus to, @Nullable String reason, Actor actor) {
        int changed = jdbc.sql("""
                        update get_well_plan set status = :to, end_reason = :reason,
                          agreed_at = case when :to = 'agreed' then :now else agreed_at end,
                          ended_at = case when :to <> 'agreed' then :now end,
                          ended_by = case when :to <> 'agreed' then :actor end
                        where account_id = :account and id = :id and status = :from
                        """)
                .param("to", to.code())
                .param("from", from.code())
                .param("reason", reason)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("account", plan.account().value())
                .param("id", plan.id().value())
                .update();
        if (changed == 0) {
            throw new TransitionRefused("Only a plan that is %s can be %s; this one is %s."
                    .formatted(said(from), said(to), said(plan.status())));
        }
        history.record(actor, "plan." + to.code(), plan.account(), plan.id(), reason == null ? "" : reason);
    }

    private static String said(PlanStatus status) {
        return status == PlanStatus.DRAFT ? "a draft" : status.label().toLowerCase(Locale.ROOT);
    }
}
