package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.Given;
import ews.plays.play.Due;
import ews.plays.play.Step.EscalateStep;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class OwnersTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private Given given;

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists lists;

    @Autowired
    private Owners owners;

    @Autowired
    private FollowUpPolicies policies;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private Accounts accounts;

    private Member former;
    private Member next;
    private Member boss;
    private Actor actor;
    private AccountId account;

    @BeforeEach
    void start() {
        given.nothing();
        former = given.member("Carla", Role.CSM);
        next = given.member("Nora", Role.CSM);
        boss = given.member("Max", Role.MANAGER);
        actor = Actor.of(boss);
        account = given.account("Acme", former);
    }

    @Test
    void theOpenTasksOfPlaysGoToTheNewCsmAndThoseAddedByHandStay() {
        Run run = runs.start(account, given.playWithTasks(2), null, "It is time.", actor);
        tasks.add(account, "By hand", "", FRIDAY, former.id(), actor);
        tasks.done(taskLists.ofRun(run.id()).getFirst().id(), null, actor);

        int moved = owners.reassign(account, next.id(), actor);

        assertThat(moved).isEqualTo(1);
        assertThat(taskLists.openOf(former.id())).extracting(Task::title).containsExactly("By hand");
        assertThat(taskLists.openOf(next.id())).extracting(Task::title).containsExactly("Task 2");
        assertThat(taskLists.ofRun(run.id()).getFirst().assigneeName()).isEqualTo("Carla");
        assertThat(accounts.withId(account).orElseThrow().csm()).isEqualTo(next.id());
        assertThat(lists.withId(run.id()).orElseThrow().ownerName()).isEqualTo("Nora");
        assertThat(given.audited("account.reassigned"))
                .singleElement()
                .asString()
                .contains("\"tasks\": 1", "\"which\": \"all_but_manual\"");
    }

    @Test
    void allOpenTasksMoveOnDemand() {
        runs.start(account, given.playWithTasks(1), null, "It is time.", actor);
        tasks.add(account, "By hand", "", FRIDAY, former.id(), actor);

        owners.reassign(account, next.id(), OwnerChange.ALL, actor);

        assertThat(taskLists.openOf(former.id())).isEmpty();
        assertThat(taskLists.openOf(next.id())).hasSize(2);
    }

    @Test
    void noTaskMovesWhereThePolicySaysSoButTheRunHasTheNewOwner() {
        policies.change(OwnerChange.NONE, actor);
        Run run = runs.start(account, given.playWithTasks(1), null, "It is time.", actor);

        owners.reassign(account, next.id(), actor);

        assertThat(taskLists.openOf(former.id())).hasSize(1);
        assertThat(lists.withId(run.id()).orElseThrow().ownerName()).isEqualTo("Nora");
    }

    @Test
    void whatNobodyActiveHasMovesWhateverThePolicySays() {
        policies.change(OwnerChange.NONE, actor);
        tasks.add(account, "By hand", "", FRIDAY, former.id(), actor);
        given.inactive(former);

        owners.reassign(account, next.id(), actor);

        assertThat(taskLists.openOf(next.id())).extracting(Task::title).containsExactly("By hand");
    }

    @Test
    void theWorkFollowsAnAccountWhoseCsmWasChangedElsewhereAsThePolicySays() {
        policies.change(OwnerChange.ALL, actor);
        Run run = runs.start(account, given.playWithTasks(1), null, "It is time.", actor);
        tasks.add(account, "By hand", "", FRIDAY, former.id(), actor);
        accounts.assign(account, next.id());

        owners.followAccounts();

        assertThat(taskLists.openOf(next.id())).extracting(Task::title).containsExactlyInAnyOrder("By hand", "Task 1");
        assertThat(lists.withId(run.id()).orElseThrow().owner()).isEqualTo(next.id());
    }

    @Test
    void changingThePolicyIsAuditedOnce() {
        policies.change(OwnerChange.ALL, actor);
        policies.change(OwnerChange.ALL, actor);

        assertThat(given.audited("follow_up.changed")).hasSize(1);
    }

    @Test
    void theTasksOfOtherAccountsStay() {
        AccountId other = given.account("Bolt", former);
        runs.start(other, given.playWithTasks(1), null, "It is time.", actor);

        owners.reassign(account, next.id(), actor);

        assertThat(taskLists.openOf(former.id())).hasSize(1);
    }

    @Test
    void whatAManagerHasAndWhatWasGivenToSomebodyElseStays() {
        Member colleague = given.member("Cora", Role.CSM);
        Run run = runs.start(
                account,
                given.play(Given.task("Call", 1), new EscalateStep("Help", "Please.", Due.workingDays(1))),
                null,
                "It is time.",
                actor);
        tasks.reassign(taskLists.ofRun(run.id()).getFirst().id(), colleague.id(), actor);

        owners.reassign(account, next.id(), actor);

        assertThat(taskLists.openOf(colleague.id())).hasSize(1);
        assertThat(taskLists.openOf(boss.id())).hasSize(1);
        assertThat(taskLists.openOf(next.id())).isEmpty();
    }

    @Test
    void tasksThatNobodyActiveHasGoToTheNewCsm() {
        AccountId alone = given.account("Bolt", null);
        runs.start(alone, given.playWithTasks(1), null, "It is time.", actor);

        owners.reassign(alone, next.id(), actor);

        assertThat(taskLists.openOf(next.id())).hasSize(1);
        assertThat(taskLists.needingOwner()).isEmpty();
    }

    @Test
    void anEscalationThatWaitsForAManagerDoesNotGoToTheCsm() {
        given.inactive(boss);
        runs.start(
                account,
                given.play(new EscalateStep("Help", "Please.", Due.workingDays(1))),
                null,
                "Now.",
                Actor.SYSTEM);

        owners.reassign(account, next.id(), Actor.SYSTEM);

        assertThat(taskLists.openOf(next.id())).isEmpty();
        assertThat(taskLists.needingOwner()).extracting(Task::title).containsExactly("Help");
    }

    @Test
    void theWorkOfADeactivatedMemberIsListedUntilSomebodyTakesIt() {
        runs.start(account, given.playWithTasks(2), null, "It is time.", actor);
        assertThat(taskLists.needingOwner()).isEmpty();

        given.inactive(former);

        assertThat(taskLists.needingOwner()).extracting(Task::assigneeName).containsExactly("Carla", "Carla");
        owners.reassign(account, next.id(), actor);
        assertThat(taskLists.needingOwner()).isEmpty();
        assertThat(taskLists.openOf(next.id())).hasSize(2);
    }

    @Test
    void anInactiveMemberDoesNotBecomeTheCsm() {
        given.inactive(next);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> owners.reassign(account, next.id(), actor))
                .withMessage("Nora is not active any more: please choose somebody else.");
        assertThat(accounts.withId(account).orElseThrow().csm()).isEqualTo(former.id());
    }
}
