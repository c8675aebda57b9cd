package ews.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.alert.AlertStatus;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.task.Task;
import ews.plays.task.TaskStatus;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.Touchpoints;
import ews.plays.watchlist.WatchListEntry;
import ews.plays.watchlist.WatchLists;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done on the page of an account. */
class AccountActionsTest extends Actions {

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    WatchLists watchLists;

    @Test
    void aTouchpointIsLogged() {
        var result = post(
                csm,
                page() + "/touchpoints",
                "kind",
                "call",
                "day",
                given.today().toString(),
                "note",
                "All is well");

        assertDone(result, page(), "Logged.");
        assertThat(touchpoints.ofAccount(account, 9))
                .extracting(Touchpoint::note)
                .containsExactly("All is well");
    }

    @Test
    void aTouchpointWithoutANoteIsRefusedWithAReason() {
        var result = post(
                csm,
                page() + "/touchpoints",
                "kind",
                "call",
                "day",
                given.today().toString(),
                "note",
                " ");

        assertRefused(result, page(), "note");
        assertThat(touchpoints.ofAccount(account, 9)).isEmpty();
    }

    @Test
    void aTaskIsAdded() {
        var result = post(
                csm,
                page() + "/tasks",
                "title",
                "Call the sponsor",
                "due",
                given.today().plusDays(2).toString(),
                "assignee",
                csm.id().toString());

        assertDone(result, page(), "The task was added.");
        assertThat(taskLists.openOf(csm.id())).extracting(Task::title).containsExactly("Call the sponsor");
    }

    @Test
    void anAccountGoesOnAWatchListAndOff() {
        assertDone(
                post(csm, page() + "/watch-lists", "list", "win-back", "reason", "It falls"),
                page(),
                "It is on the watch list.");
        assertThat(watchLists.ofAccount(account))
                .extracting(WatchListEntry::reason)
                .containsExactly("It falls");

        assertDone(post(csm, page() + "/watch-lists/remove", "list", "win-back"), page(), "It is off the watch list.");
        assertThat(watchLists.ofAccount(account)).isEmpty();
    }

    @Test
    void nobodyChangesTheAccountsOfOthers() {
        Member other = given.member("Otto Other", Role.CSM);
        Member executive = given.member("Ed Boss", Role.EXECUTIVE);
        AlertId alert = given.anAlert(account, "renewal", "Renews in 30 days");
        Task task = tasks.add(account, "Call", "", given.today(), csm.id(), Actor.of(csm));

        for (Member stranger : List.of(other, executive)) {
            assertThat(post(stranger, page() + "/watch-lists", "list", "win-back", "reason", "No"))
                    .hasStatus(403);
            assertThat(post(stranger, "/alerts/" + alert + "/acknowledge")).hasStatus(403);
            assertThat(post(stranger, "/alerts/" + alert + "/close", "reason", "accepted"))
                    .hasStatus(403);
            assertThat(post(stranger, "/tasks/" + task.id() + "/done")).hasStatus(403);
        }
        assertThat(alerts.withId(alert).orElseThrow().status()).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void aTaskMovesToAnotherDayAndToSomebodyElse() {
        Task task = tasks.add(account, "Call", "", given.today(), csm.id(), Actor.of(csm));
        String page = "/tasks/" + task.id();

        post(csm, page + "/reschedule", "due", given.today().plusDays(5).toString());
        post(csm, page + "/reassign", "assignee", manager.id().toString());

        Task moved = tasks.withId(task.id()).orElseThrow();
        assertThat(moved.due()).isEqualTo(given.today().plusDays(5));
        assertThat(moved.assignee()).isEqualTo(manager.id());
        assertThat(moved.status()).isEqualTo(TaskStatus.OPEN);
    }
}
