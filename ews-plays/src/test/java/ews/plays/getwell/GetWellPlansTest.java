package ews.plays.getwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.member.Role;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.plays.AccountOfCarla;
import java.time.Duration;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class GetWellPlansTest extends AccountOfCarla {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 24);

    /** 322 days on the day of these tests; it is what facts alone say, without any event. */
    private static final Measurement TENURE = new Measurement("tenure", 0);

    @Autowired
    private GetWellPlans plans;

    @Autowired
    private Objectives objectives;

    @Autowired
    private PlanSteps steps;

    @Autowired
    private JdbcClient jdbc;

    private PlanId plan;

    @BeforeEach
    void aDraft() {
        plan = plans.start(account, "Their champion left.", actor);
    }

    private GetWellPlan found() {
        return plans.withId(plan).orElseThrow();
    }

    private void withOneOfEach(double target) {
        objectives.add(plan, "Stay longer", TENURE, true, target, CHRISTMAS, actor);
        steps.addOurs(plan, "Train the new team", csm.id(), CHRISTMAS, actor);
        steps.addTheirs(plan, "Name a new champion", "Nora Nash", TODAY, actor);
    }

    @Test
    void aPlanIsReadAsItWasWritten() {
        withOneOfEach(330);

        assertThat(plans.underWay(account)).hasValueSatisfying(it -> {
            assertThat(it.status()).isEqualTo(PlanStatus.DRAFT);
            assertThat(it.rootCause()).isEqualTo("Their champion left.");
            assertThat(it.author()).isEqualTo("Carla");
            assertThat(it.objectives()).singleElement().satisfies(objective -> {
                assertThat(objective.measurement()).isEqualTo(TENURE);
                assertThat(objective.start()).isEqualTo(322);
                assertThat(objective.due()).isEqualTo(CHRISTMAS);
                assertThat(objective.goal()).isEqualTo("at least 330 days");
            });
            assertThat(it.steps()).extracting(PlanStep::owner).containsExactly("Nora Nash", "Carla");
            assertThat(it.steps()).extracting(PlanStep::isOurs).containsExactly(false, true);
        });
    }

    @Test
    void anAccountHasOnePlanUnderWay() {
        assertThatThrownBy(() -> plans.start(account, "Another cause.", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessageStartingWith("A get-well plan is under way already");

        plans.giveUp(plan, "They left.", actor);
        PlanId next = plans.start(account, "Another cause.", actor);
        assertThat(plans.ofAccount(account)).extracting(GetWellPlan::id).containsExactly(next, plan);
    }

    @Test
    void progressIsComputedFromFacts() {
        withOneOfEach(332);
        given.clock().tick(Duration.ofDays(5));

        assertThat(plans.progress(found())).singleElement().satisfies(it -> {
            assertThat(it.present()).isEqualTo("327 days");
            assertThat(it.atStart()).isEqualTo("322 days");
            assertThat(it.percent()).isEqualTo(50);
            assertThat(it.isMet()).isFalse();
        });
    }

    @Test
    void whereThereIsNoDataNothingIsMet() {
        objectives.add(plan, "More users", new Measurement("active_users", 28), true, 10, CHRISTMAS, actor);

        assertThat(plans.progress(found())).singleElement().satisfies(it -> {
            assertThat(it.present()).isEqualTo("no data");
            assertThat(it.atStart()).isEqualTo("no data");
            assertThat(it.percent()).isZero();
        });
    }

    @Test
    void onlyWhatHasAnObjectiveAndAStepIsAgreedOn() {
        assertThatIllegalArgumentException().isThrownBy(() -> plans.agree(plan, actor));

        withOneOfEach(330);
        plans.agree(plan, actor);
        assertThat(found().status()).isEqualTo(PlanStatus.AGREED);
        assertThat(found().agreedAt()).isNotNull();
        assertThatThrownBy(() -> plans.agree(plan, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("Only a plan that is a draft can be agreed; this one is agreed.");
    }

    @Test
    void aPlanIsAchievedWhenFactsSaySo() {
        withOneOfEach(330);
        plans.agree(plan, actor);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plans.achieve(plan, actor))
                .withMessageStartingWith("Not met yet: Stay longer.");

        given.clock().tick(Duration.ofDays(8));
        plans.achieve(plan, actor);
        assertThat(found().status()).isEqualTo(PlanStatus.ACHIEVED);
        assertThat(found().endedBy()).isEqualTo("Carla");
        assertThat(plans.underWay(account)).isEmpty();
    }

    @Test
    void aDraftIsNotAchieved() {
        objectives.add(plan, "Stay", TENURE, true, 1, CHRISTMAS, actor);

        assertThatThrownBy(() -> plans.achieve(plan, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("Only a plan that is agreed can be achieved; this one is a draft.");
    }

    @Test
    void aPlanIsGivenUpForAReasonAndDoesNotChangeAnyMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> plans.giveUp(plan, "", actor));
        withOneOfEach(330);
        plans.giveUp(plan, "They left.", actor);

        assertThat(found().endReason()).isEqualTo("They left.");
        assertThatThrownBy(() -> steps.addOurs(plan, "Call", csm.id(), TODAY, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The plan does not change any more: it is given up.");
        assertThatThrownBy(() -> plans.changeRootCause(plan, "Other", actor)).isInstanceOf(TransitionRefused.class);
        assertThatThrownBy(() ->
                        objectives.remove(plan, found().objectives().getFirst().id(), actor))
                .isInstanceOf(TransitionRefused.class);
    }

    @Test
    void aStepIsDoneAndOpenedAgain() {
        withOneOfEach(330);
        long step = found().steps().getFirst().id();

        steps.done(plan, step, actor);
        steps.done(plan, step, given.person("Otto"));
        assertThat(found().steps().getFirst().doneBy()).isEqualTo("Carla");
        assertThat(found().stepsDone()).isEqualTo(1);

        steps.reopen(plan, step, actor);
        assertThat(found().stepsDone()).isZero();
    }

    @Test
    void whatIsRemovedIsGone() {
        withOneOfEach(330);
        steps.remove(plan, found().steps().getFirst().id(), actor);
        objectives.remove(plan, found().objectives().getFirst().id(), actor);

        assertThat(found().steps()).hasSize(1);
        assertThat(found().objectives()).isEmpty();
        assertThatThrownBy(() -> steps.remove(plan, -1, actor)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> objectives.remove(plan, -1, actor)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void stepsOfAgreedPlansAreDueToThoseOfUsWhoHaveThem() {
        withOneOfEach(330);
        assertThat(steps.dueOf(csm.id(), CHRISTMAS)).isEmpty();

        plans.agree(plan, actor);
        assertThat(steps.dueOf(csm.id(), CHRISTMAS)).extracting(DueStep::title).containsExactly("Train the new team");
        assertThat(steps.dueOf(csm.id(), CHRISTMAS.minusDays(1))).isEmpty();

        found().steps().forEach(step -> steps.done(plan, step.id(), actor));
        assertThat(steps.dueOf(csm.id(), CHRISTMAS)).isEmpty();
    }

    @Test
    void badInputIsRefusedWithAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objectives.add(plan, "Old", TENURE, true, 1, TODAY.minusDays(1), actor))
                .withMessage("The day 2026-11-18 is past: please choose one from today on.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objectives.add(plan, "Far", TENURE, true, 1, TODAY.plusYears(3), actor));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objectives.add(
                        plan, "Peers", new Measurement("seats", 0, null, Form.PEERS), true, 1, TODAY, actor));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objectives.add(plan, "Endless", TENURE, true, Double.NaN, TODAY, actor));
        assertThatIllegalArgumentException().isThrownBy(() -> steps.addTheirs(plan, "Call", " ", TODAY, actor));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps.addOurs(
                        plan, "Call", given.member("Ed", Role.EXECUTIVE).id(), TODAY, actor));
        assertThat(found().objectives()).isEmpty();
        assertThat(found().steps()).isEmpty();
    }

    @Test
    void itsHistoryIsReadFromTheAuditLog() {
        plans.changeRootCause(plan, "Nobody trained them.", actor);
        withOneOfEach(330);

        assertThat(plans.history(found()))
                .extracting(PlanChange::action)
                .containsExactly(
                        "plan.step_added",
                        "plan.step_added",
                        "plan.objective_added",
                        "plan.root_cause_changed",
                        "plan.started");
        assertThat(plans.history(found()).getFirst().detail())
                .isEqualTo("Name a new champion: Nora Nash by 2026-11-19");
    }

    @Test
    void plansGoWithTheirAccount() {
        withOneOfEach(330);
        AccountId gone = account;
        jdbc.sql("delete from account where id = :id").param("id", gone.value()).update();

        assertThat(plans.ofAccount(gone)).isEmpty();
    }
}
