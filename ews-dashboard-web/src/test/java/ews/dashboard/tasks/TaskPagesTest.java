package ews.dashboard.tasks;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.dashboard.view.When;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.RunId;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.Move;
import ews.plays.task.Rescheduling;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class TaskPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    @Autowired
    Rescheduling rescheduling;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    private Member manager;

    @BeforeEach
    void aManager() {
        given.nothing();
        manager = given.member("Mona Lead", Role.MANAGER);
    }

    @Test
    void aLongListIsPagedAndItsHeadingsCountTheWholeList() {
        AccountId account = given.anAccount("Quarry Foods").exists();
        for (int i = 1; i <= TaskList.PAGE_SIZE + 5; i++) {
            tasks.add(account, "Task no. " + i + ".", "", given.today(), manager.id(), Actor.of(manager));
        }

        assertThat(mvc.get().uri("/tasks?member=all").with(signedIn(manager)))
                .bodyText()
                .contains("105 open tasks", "<b class=\"count\">105</b>", "1 of 2", "Task no. 100.")
                .contains("href=\"/tasks?member=all&amp;page=2\"")
                .doesNotContain("Task no. 101.");
        assertThat(mvc.get().uri("/tasks?member=all&page=2").with(signedIn(manager)))
                .bodyText()
                .contains("105 open tasks", "<b class=\"count\">105</b>", "2 of 2", "Task no. 105.")
                .doesNotContain("Task no. 100.");
    }

    @Test
    void aShortListHasNoPages() {
        AccountId account = given.anAccount("Quarry Foods").exists();
        tasks.add(account, "Call", "", given.today(), manager.id(), Actor.of(manager));

        assertThat(mvc.get().uri("/tasks").with(signedIn(manager)))
                .bodyText()
                .contains("1 open task<")
                .doesNotContain("list-foot");
    }

    private Task firstOf(AccountId account) {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(manager));
        return taskLists.ofRun(run.id()).getFirst();
    }

    private static RunId runOf(Task task) {
        return Objects.requireNonNull(task.run());
    }

    @Test
    void theLaterTasksAreShownWithTheDaysToWhichTheyWouldMove() {
        Task first = firstOf(given.anAccount("Quarry Foods").exists());
        LocalDate due = first.due().plusDays(7);
        String to = When.day(rescheduling.later(first.id(), due).getFirst().to());

        assertThat(mvc.get().uri("/tasks/%s?due=%s".formatted(first.id(), due)).with(signedIn(manager)))
                .bodyText()
                .contains("later task", to);
        assertThat(mvc.get()
                        .uri("/tasks/%s/later?due=%s".formatted(first.id(), due))
                        .header("HX-Request", "true")
                        .with(signedIn(manager)))
                .bodyText()
                .contains(to)
                .doesNotContain("<html");
    }

    @Test
    void theLaterTasksMoveAlongAndBack() {
        Task first = firstOf(given.anAccount("Quarry Foods").exists());
        List<Move> later = rescheduling.later(first.id(), first.due().plusDays(7));

        var moved = mvc.post()
                .uri("/tasks/%s/reschedule".formatted(first.id()))
                .param("due", first.due().plusDays(7).toString())
                .param("moveLater", "on")
                .with(signedIn(manager))
                .with(csrf())
                .exchange();
        assertThat(String.valueOf(moved.getMvcResult().getFlashMap().get("message")))
                .contains("moved along");
        assertThat(taskLists.ofRun(runOf(first)).stream().skip(1).map(Task::due))
                .isEqualTo(later.stream().map(Move::to).toList());

        var undo = (MovesBack)
                Objects.requireNonNull(moved.getMvcResult().getFlashMap().get("undo"));
        var back = mvc.post()
                .uri("/tasks/undo")
                .param("move", undo.fields().stream().map(it -> it.value()).toArray(String[]::new))
                .with(signedIn(manager))
                .with(csrf())
                .exchange();
        assertThat(back).hasRedirectedUrl("/tasks/" + first.id());
        assertThat(taskLists.ofRun(runOf(first)).stream().skip(1).map(Task::due))
                .isEqualTo(later.stream().map(Move::from).toList());
    }

    @Test
    void nobodyTakesBackWhatIsNotTheirs() {
        Task first = firstOf(given.anAccount("Quarry Foods").exists());
        Member csm = given.member("Chloe Tan", Role.CSM);

        assertThat(mvc.post()
                        .uri("/tasks/undo")
                        .param("move", "%s 2020-01-01 %s".formatted(first.id(), first.due()))
                        .with(signedIn(csm))
                        .with(csrf()))
                .hasStatus(403);
    }
}
