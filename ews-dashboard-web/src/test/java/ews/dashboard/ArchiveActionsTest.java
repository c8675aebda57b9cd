package ews.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.alert.AlertStatus;
import ews.detection.alert.CloseReason;
import ews.domain.TransitionRefused;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.score.Band;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.task.Task;
import ews.plays.task.TaskStatus;
import java.util.NoSuchElementException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account that nobody looks after any more. */
class ArchiveActionsTest extends Actions {

    @Autowired
    RunLists runLists;

    @Test
    void leavesListsAndIsFoundAgainAmongTheArchivedOnes() {
        assertDone(
                post(manager, page() + "/archive"),
                page(),
                "The account is archived. What sources send of it is still kept.");

        assertThat(get(manager, "/accounts?csm=all")).doesNotContain("Quarry Foods");
        assertThat(get(manager, "/accounts?csm=all")).contains("Archived accounts");
        assertThat(get(manager, "/accounts?csm=all&archived=1")).contains("Quarry Foods");
        assertThat(get(manager, page()))
                .contains("No event has come in since.", "Bring it back")
                .doesNotContain("Log a touchpoint");
    }

    @Test
    void everythingThatWasUnderWayEnds() {
        AlertId alert = given.anAlert(account, "renewal", "Renews in 30 days");
        Task task = tasks.add(account, "Call", "", given.today(), csm.id(), Actor.of(csm));
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "They left", Actor.of(csm));

        post(manager, page() + "/archive");

        assertThat(alerts.withId(alert).orElseThrow().status()).isEqualTo(AlertStatus.CLOSED);
        assertThat(alerts.withId(alert).orElseThrow().closedReason()).isEqualTo(CloseReason.ACCOUNT_ARCHIVED);
        assertThat(tasks.withId(task.id()).orElseThrow().status()).isEqualTo(TaskStatus.SKIPPED);
        assertThat(runLists.withId(run.id())
                        .orElseThrow(NoSuchElementException::new)
                        .isRunning())
                .isFalse();
    }

    @Test
    void noPlayIsStartedOnIt() {
        post(manager, page() + "/archive");

        Assertions.assertThatThrownBy(() ->
                        runs.start(account, plays.withKey("win-back").orElseThrow(), null, "They left", Actor.of(csm)))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("Quarry Foods is archived: bring it back first.");
    }

    @Test
    void comesBack() {
        post(manager, page() + "/archive");

        assertDone(post(manager, page() + "/archive/end"), page(), "The account is back. It is scored in a moment.");

        assertThat(get(manager, "/accounts?csm=all")).contains("Quarry Foods");
        assertRefused(post(manager, page() + "/archive/end"), page(), "The account is not archived.");
    }

    @Test
    void isNotForCsms() {
        assertThat(post(csm, page() + "/archive")).hasStatus(403);
    }

    @Test
    void accountsThatBelongTogetherShowEachOther() {
        String part = "/accounts/"
                + given.anAccount("Quarry North")
                        .of(csm)
                        .scored(Band.GOOD, 812, 0)
                        .exists();

        assertDone(post(csm, part + "/parent", "parent", "Quarry Foods"), part + "/settings", "Saved.");

        assertThat(get(csm, part)).contains("A part of", "Quarry Foods");
        assertThat(get(csm, page())).contains("Quarry North", "81");
        assertThat(get(csm, "/accounts?csm=all&parent=" + account)).contains("Parts of Quarry Foods", "Quarry North");
        assertDone(post(csm, part + "/parent", "parent", " "), part + "/settings", "It is a part of no other account.");
        assertThat(get(csm, page())).doesNotContain("Quarry North");
    }

    @Test
    void noAccountBecomesAPartOfItself() {
        String part = "/accounts/" + given.anAccount("Quarry North").of(csm).exists();
        String small = "/accounts/" + given.anAccount("Quarry Pier").of(csm).exists();
        post(csm, part + "/parent", "parent", "Quarry Foods");
        post(csm, small + "/parent", "parent", "quarry-north");

        assertThat(post(csm, page() + "/parent", "parent", "Quarry Pier"))
                .bodyText()
                .contains("Quarry Pier is a part of Quarry Foods already, so it cannot be its parent.")
                .contains("value=\"Quarry Pier\"");
        assertThat(post(csm, page() + "/parent", "parent", "Quarry Foods"))
                .bodyText()
                .contains("An account cannot be its own parent.");
        assertThat(post(csm, page() + "/parent", "parent", "Nobody"))
                .bodyText()
                .contains("There is no account “Nobody”.");
    }
}
