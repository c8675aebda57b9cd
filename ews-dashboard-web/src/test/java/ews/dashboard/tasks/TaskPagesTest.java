package ews.dashboard.tasks;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.task.Tasks;
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
}
