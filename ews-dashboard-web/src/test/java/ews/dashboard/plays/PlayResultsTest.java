package ews.dashboard.plays;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class PlayResultsTest {

    @Autowired
    PlayResults results;

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
    TaskLists taskLists;

    @Autowired
    Tasks tasks;

    private Member manager;

    @BeforeEach
    void oneRunOfEachKind() {
        given.nothing();
        manager = given.member("Mona Lead", Role.MANAGER);
        start("Still running");
        end(start("Saved one"), Outcome.SAVED);
        end(start("Lost one"), Outcome.LOST);
        endings.cancel(start("Given up").id(), "They merged", Actor.of(manager));
    }

    private Run start(String account) {
        return runs.start(
                given.anAccount(account).exists(),
                plays.withKey("win-back").orElseThrow(),
                null,
                "It falls",
                Actor.of(manager));
    }

    private void end(Run run, Outcome outcome) {
        taskLists.ofRun(run.id()).forEach(task -> tasks.done(task.id(), null, Actor.of(manager)));
        endings.finish(run.id(), outcome, "So it was", Actor.of(manager));
    }

    @Test
    void everyStartedRunIsRunningEndedOrCancelled() {
        assertThat(results.until(given.today())).singleElement().satisfies(play -> {
            assertThat(play.key()).isEqualTo("win-back");
            assertThat(play.started()).isEqualTo(4);
            assertThat(play.running()).isEqualTo(1);
            assertThat(play.with(Outcome.SAVED)).isEqualTo(1);
            assertThat(play.with(Outcome.LOST)).isEqualTo(1);
            assertThat(play.with(Outcome.FALSE_ALARM)).isZero();
            assertThat(play.cancelled()).isEqualTo(1);
        });
    }

    @Test
    void aDayBeforeKnowsNothingOfThem() {
        assertThat(results.until(given.today().minusDays(1))).isEmpty();
    }

    @Test
    void theReportSaysWhatCameOfThePlays() {
        assertThat(mvc.get().uri("/health").with(signedIn(manager)))
                .bodyText()
                .contains("1 of 2 runs that ended with an outcome saved or improved the account (50 %).")
                .contains("href=\"/plays/win-back\"", ">No change</th>", ">False alarm</th>", ">Cancelled</th>");
    }

    @Test
    void theLibrarySaysHowRunsEnded() {
        assertThat(mvc.get().uri("/plays").with(signedIn(manager)))
                .bodyText()
                .contains(
                        "3</b> ended: <b>1</b> <span>saved</span>, <b>1</b> <span>lost</span>, <b>1</b> <span>cancelled");
    }
}
