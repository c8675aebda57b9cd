package ews.dashboard.followup;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.dashboard.view.When;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.followup.FollowUp;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class FollowUpPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Tasks tasks;

    @Autowired
    FollowUp followUp;

    @Autowired
    JdbcClient jdbc;

    private Member manager;
    private Member csm;
    private AccountId account;

    @BeforeEach
    void anAccountOfChloe() {
        given.nothing();
        manager = given.member("Mona Lead", Role.MANAGER);
        csm = given.member("Chloe Tan", Role.CSM);
        account = given.anAccount("Quarry Foods").of(csm).exists();
    }

    private String page() throws UnsupportedEncodingException {
        return mvc.get()
                .uri("/follow-up")
                .with(signedIn(manager))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private Task taskDueBefore(int daysAgo) {
        Task task = tasks.add(account, "Call the sponsor", "", given.today(), csm.id(), Actor.SYSTEM);
        jdbc.sql("update task set due_on = :day where id = :id")
                .param("day", given.today().minusDays(daysAgo))
                .param("id", task.id().value())
                .update();
        return task;
    }

    private void raisedBefore(AlertId alert, int daysAgo) {
        jdbc.sql("update alert set raised_on = :day where id = :id")
                .param("day", given.today().minusDays(daysAgo))
                .param("id", alert.value())
                .update();
    }

    @Test
    void saysPlainlyThatEverythingIsFollowedUp() throws Exception {
        assertThat(page())
                .contains("Everything is followed up", "no alert has waited for 3 working days or longer")
                .doesNotContain("Escalated");
    }

    @Test
    void showsWhatIsOverdueOfWhomAndWhatWasEscalatedToWhom() throws Exception {
        Task task = taskDueBefore(10);
        followUp.check();

        assertThat(page())
                .contains("Nothing. Every run has an open task")
                .contains("/tasks/" + task.id(), "10 d overdue", "to Mona Lead on " + When.day(given.today()))
                .contains("/tasks?member=" + csm.id(), When.day(given.today().minusDays(10)));
    }

    @Test
    void showsAlertsThatNobodyHasDealtWith() throws Exception {
        AlertId old = given.anAlert(account, "active-users-decline", "Active users fell 32 %");
        raisedBefore(old, 10);
        AlertId fresh = given.anAlert(account, "overdue-invoice", "An invoice is overdue");

        assertThat(page())
                .contains("Alerts that nobody has dealt with", "/alerts/" + old, "Active users fell 32 %")
                .contains("Waits since " + When.day(given.today().minusDays(10)))
                .doesNotContain("/alerts/" + fresh);
    }

    @Test
    void anAlertThatIsSnoozedOrInAPlayIsDealtWith() throws Exception {
        AlertId snoozed = given.anAlert(account, "active-users-decline", "Active users fell 32 %");
        AlertId inPlay = given.anAlert(account, "overdue-invoice", "An invoice is overdue");
        raisedBefore(snoozed, 10);
        raisedBefore(inPlay, 10);
        snooze(snoozed, 1);
        jdbc.sql("update alert set status = 'in_play' where id = :id")
                .param("id", inPlay.value())
                .update();
        assertThat(page()).contains("Everything is followed up");

        snooze(snoozed, -1);
        assertThat(page()).as("it has just come back").contains("Everything is followed up");

        snooze(snoozed, -7);
        assertThat(page()).contains("Waits since " + When.day(given.today().minusDays(7)));
    }

    private void snooze(AlertId alert, int days) {
        jdbc.sql("update alert set snoozed_until = :day where id = :id")
                .param("day", given.today().plusDays(days))
                .param("id", alert.value())
                .update();
    }

    @Test
    void showsAccountsWithoutACsmAndNoMoreThanFit() throws Exception {
        for (int i = 1; i <= 21; i++) {
            given.anAccount("Orphan " + i).exists();
        }

        assertThat(page())
                .contains("Accounts without a CSM who can work", "It has no CSM.", ">Orphan 1<")
                .contains("These are 20 of 21; the others follow when they are dealt with.");
    }

    @Test
    void isForThoseWhoLead() {
        assertThat(mvc.get().uri("/follow-up").with(signedIn(csm))).hasStatus(403);
        assertThat(mvc.get().uri("/follow-up").with(signedIn(given.member("Ed Boss", Role.EXECUTIVE))))
                .hasStatus(403);
        assertThat(mvc.get().uri("/follow-up").with(signedIn(given.member("Ada", Role.ADMIN))))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/setup/follow-up\"");
    }
}
