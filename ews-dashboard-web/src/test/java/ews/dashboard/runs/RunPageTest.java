package ews.dashboard.runs;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class RunPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    RunEndings endings;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    OrganisationDays days;

    @Autowired
    JdbcClient jdbc;

    private Member csm;
    private Actor actor;
    private AccountId account;

    @BeforeEach
    void anAccount() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        actor = Actor.of(csm);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
    }

    private Run started(String play) {
        return runs.start(account, plays.withKey(play).orElseThrow(), null, "They asked for it.", actor);
    }

    private MvcTestResult page(Run run) {
        return mvc.get().uri("/runs/" + run.id()).with(signedIn(csm)).exchange();
    }

    @Test
    void showsTheBusinessEventWithItsEvidenceAndCourse() {
        AlertId alert = given.anAlert(account, "active-users-decline", "Active users fell 32 %");
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), alert, "Active users fell 32 %", actor);

        assertThat(page(run))
                .bodyText()
                .contains("Active users fell 32 %", "166 users", "was 245 users", "What was behind it")
                .contains("The events before it", "href=\"/alerts/" + alert + "\"");
    }

    @Test
    void showsHowTheAccountStoodAndWhatHadHappenedBeforeItStarted() {
        given.scoredOn(account, given.today(), Band.POOR, 291);
        touchpoints.log(
                account, TouchpointKind.CALL, days.now().minus(Duration.ofHours(1)), "Nobody answers.", null, actor);
        jdbc.sql("""
                        insert into ticket_change (account_id, ticket, occurred_at, event_key, status, priority, subject)
                        values (:account, 'Z-1', :at, 1, 'open', 'high', 'Export times out')
                        """)
                .param("account", account.value())
                .param("at", days.now().minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .update();
        Run run = started("win-back");
        touchpoints.log(account, TouchpointKind.NOTE, days.now(), "Written later.", null, actor);

        assertThat(page(run))
                .bodyText()
                .contains("Health at the start", "Call by Chloe Tan: Nobody answers.", "Export times out")
                .doesNotContain("Written later.");
    }

    @Test
    void showsTheEarlierPlaysOfTheAccountAndHowTheyEnded() {
        Run earlier = started("train-new-users");
        endings.finishSkipping(earlier.id(), "Not needed", Outcome.IMPROVED, "More users.", actor);
        Run run = started("win-back");

        assertThat(page(run))
                .bodyText()
                .contains("Earlier plays on this account", "href=\"/runs/" + earlier.id() + "\"", "Improved");
        assertThat(page(earlier)).bodyText().contains("No play has run on this account.");
    }

    @Test
    void showsWhoDidWhichStepAndTheTextsOfThoseThatAreOpen() {
        Run run = started("win-back");
        var all = taskLists.ofRun(run.id());
        tasks.done(all.getFirst().id(), "They will think about it.", actor);

        assertThat(page(run))
                .bodyText()
                .contains("Done by Chloe Tan, today", "They will think about it.")
                .contains("data-copy=\"#text-" + all.getLast().id() + "\"");
    }

    @Test
    void showsWhatWasLoggedAndSentInIt() {
        Run run = started("win-back");
        touchpoints.log(account, TouchpointKind.MEETING, days.now(), "We met in the run.", run.id(), actor);
        jdbc.sql("""
                        insert into outbox_message (channel, destination, dedup_key, subject, payload, account_id, run_id,
                                                    next_attempt_at, created_at)
                        values ('email', 'ida@example.com', 'key', 'How are you getting on?', '{}', :account, :run, :now, :now)
                        """)
                .param("account", account.value())
                .param("run", run.id().value())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();

        assertThat(page(run))
                .bodyText()
                .contains("We met in the run.", "How are you getting on?", "to ida@example.com, waits since today");
    }

    @Test
    void anotherCsmReadsItAndTakesPartInTheDiscussionButChangesNothing() {
        Run run = started("win-back");
        Member colleague = given.member("Nora Quist", Role.CSM);

        assertThat(mvc.get().uri("/runs/" + run.id()).with(signedIn(colleague)))
                .bodyText()
                .contains("Say something")
                .doesNotContain("Cancel the run", "Log it");
    }

    @Test
    void anExecutiveOnlyReads() {
        Run run = started("win-back");
        Member executive = given.member("Eve Board", Role.EXECUTIVE);

        assertThat(mvc.get().uri("/runs/" + run.id()).with(signedIn(executive)))
                .bodyText()
                .contains("Discussion")
                .doesNotContain("Say something", "Cancel the run");
    }
}
