package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.plays.AccountOfCarla;
import ews.plays.play.Due;
import ews.plays.play.Step.EscalateStep;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StandInsTest extends AccountOfCarla {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private StandIns standIns;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists lists;

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists runLists;

    @Autowired
    private Members members;

    private Member leaver;
    private Member boss;

    @BeforeEach
    void oneWhoLeaves() {
        leaver = given.member("Lea", Role.CSM);
        boss = given.member("Max", Role.MANAGER);
    }

    private Task givenTo(Member member, AccountId of) {
        return tasks.add(of, "Call", "", FRIDAY, member.id(), Actor.SYSTEM);
    }

    private @Nullable String assigneeOf(Task task) {
        return tasks.withId(task.id()).orElseThrow().assigneeName();
    }

    @Test
    void theTasksOfOneWhoLeftGoToTheCsmOfTheAccount() {
        Task task = givenTo(leaver, account);
        given.inactive(leaver);

        assertThat(standIns.takeOver()).isEqualTo(1);

        assertThat(assigneeOf(task)).isEqualTo("Carla");
        assertThat(given.audited("work.taken_over")).containsExactly("{\"to\": \"Carla\"}");
    }

    @Test
    void whereTheCsmHasLeftTheyGoToTheManagerWithTheLeastToDo() {
        Member idle = given.member("Ida", Role.MANAGER);
        givenTo(boss, account);
        Task task = givenTo(csm, account);
        given.inactive(csm);

        standIns.takeOver();

        assertThat(assigneeOf(task)).isEqualTo(idle.name());
    }

    @Test
    void whereThereIsNoManagerTheyGoToAnAdministrator() {
        given.inactive(boss);
        given.member("Ada", Role.ADMIN);
        Task task = givenTo(csm, account);
        given.inactive(csm);

        standIns.takeOver();

        assertThat(assigneeOf(task)).isEqualTo("Ada");
    }

    @Test
    void anEscalationGoesToAnotherManagerAndNotToTheCsm() {
        Member other = given.member("Mia", Role.MANAGER);
        givenTo(other, account);
        runs.start(account, given.play(new EscalateStep("Help", "Please.", Due.workingDays(1))), null, "Now.", actor);
        given.inactive(boss);

        standIns.takeOver();

        assertThat(lists.openOf(other.id())).extracting(Task::title).contains("Help");
    }

    @Test
    void anEscalationWithoutAnyManagerGoesToTheCsm() {
        runs.start(account, given.play(new EscalateStep("Help", "Please.", Due.workingDays(1))), null, "Now.", actor);
        given.inactive(boss);

        standIns.takeOver();

        assertThat(lists.openOf(csm.id())).extracting(Task::title).containsExactly("Help");
    }

    @Test
    void whoBecomesAnExecutiveHasNoTasks() {
        Task task = givenTo(leaver, account);
        members.change(leaver.id(), leaver.email(), leaver.name(), Role.EXECUTIVE, true);

        standIns.takeOver();

        assertThat(assigneeOf(task)).isEqualTo("Carla");
    }

    @Test
    void aRunOfAnAccountWithoutCsmGetsAnOwnerAndItsTasksSomebodyToDoThem() {
        AccountId alone = given.account("Bolt", null);
        Run run = runs.start(alone, given.playWithTasks(1), null, "It is time.", Actor.SYSTEM);

        standIns.takeOver();

        assertThat(runLists.withId(run.id()).orElseThrow().ownerName()).isEqualTo("Max");
        assertThat(lists.ofRun(run.id())).extracting(Task::assigneeName).containsExactly("Max");
        assertThat(lists.needingOwner()).isEmpty();
    }

    @Test
    void membersOfTheSampleCompanyDoNoWorkOnRealAccounts() {
        given.sample(boss);
        Task task = givenTo(csm, account);
        given.inactive(csm);

        assertThat(standIns.takeOver()).isZero();

        assertThat(lists.needingOwner()).extracting(Task::id).containsExactly(task.id());
    }

    @Test
    void whatSomebodyHasOrIsDoneStays() {
        Task open = givenTo(boss, account);
        Task done = givenTo(leaver, account);
        tasks.done(done.id(), null, actor);
        given.inactive(leaver);

        assertThat(standIns.takeOver()).isZero();

        assertThat(assigneeOf(open)).isEqualTo("Max");
        assertThat(assigneeOf(done)).isEqualTo("Lea");
    }
}
