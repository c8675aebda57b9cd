package ews.dashboard;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.dashboard.view.When;
import ews.detection.alert.AlertLists;
import ews.detection.alert.AlertStatus;
import ews.detection.alert.CloseReason;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.domain.score.Band;
import ews.plays.play.Plays;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.RunState;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.TaskStatus;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.Touchpoints;
import ews.plays.watchlist.WatchListEntry;
import ews.plays.watchlist.WatchLists;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every action works as a plain form: it redirects to a page that says what was done, or why it was not. */
@PageTest
class ActionsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Accounts accounts;

    @Autowired
    AlertLists alerts;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    RunLists runLists;

    @Autowired
    FollowUpPolicies policies;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    WatchLists watchLists;

    private Member csm;
    private Member manager;
    private AccountId account;

    @BeforeEach
    void anAccount() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        manager = given.member("Mona Lead", Role.MANAGER);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
    }

    private MvcTestResult post(Member by, String address, String... form) {
        var request = mvc.post().uri(address).with(signedIn(by)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private static void assertDone(MvcTestResult result, String page, String message) {
        assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl(page);
        assertThat(result.getMvcResult().getFlashMap().get("message")).isEqualTo(message);
    }

    private static void assertRefused(MvcTestResult result, String page, String problem) {
        assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl(page);
        assertThat(String.valueOf(result.getMvcResult().getFlashMap().get("problem")))
                .contains(problem);
    }

    private String page() {
        return "/accounts/" + account;
    }

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
    void aPlayIsStartedBecauseOfAnAlertAndItsRunOpens() {
        AlertId alert = given.anAlert(account, "active-users-decline", "Active users fell 32 %");

        var result = post(csm, page() + "/plays", "play", "win-back", "alert", alert.toString());

        Run run = runLists.ofAlert(account, alert).orElseThrow();
        assertThat(result).hasRedirectedUrl("/runs/" + run.id());
        assertThat(run.reason()).isEqualTo("Active users fell 32 %");
    }

    @Test
    void anAlertOfAnotherAccountStartsNothing() {
        AccountId other = given.anAccount("Other").exists();
        AlertId alert = given.anAlert(other, "active-users-decline", "Active users fell 32 %");

        assertThat(post(csm, page() + "/plays", "play", "win-back", "alert", alert.toString()))
                .hasStatus(404);
        assertThat(runLists.ofAccount(account)).isEmpty();
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
    void whoHandsAnAccountOverSaysWhichOpenTasksGoAlong() {
        Member other = given.member("Otto Other", Role.CSM);
        tasks.add(account, "By hand", "", given.today(), csm.id(), Actor.of(csm));

        assertDone(
                post(manager, page() + "/assign", "assignee", other.id().toString(), "moving", "all"),
                page(),
                "The account and 1 open task moved.");
        assertThat(taskLists.openOf(other.id())).extracting(Task::title).containsExactly("By hand");
        assertRefused(
                post(manager, page() + "/assign", "assignee", csm.id().toString(), "moving", "some"),
                page(),
                "Choose whether none, all_but_manual or all of the open tasks move");
    }

    @Test
    void aManagerHandsAnAccountOver() {
        Member other = given.member("Otto Other", Role.CSM);

        assertDone(
                post(manager, page() + "/assign", "assignee", other.id().toString()),
                page(),
                "The account has a new CSM.");
        assertThat(accounts.withId(account).orElseThrow().csm()).isEqualTo(other.id());
    }

    @Test
    void aCsmDoesNotHandAccountsOver() {
        assertThat(post(csm, page() + "/assign", "assignee", csm.id().toString()))
                .hasStatus(403);
        assertThat(post(
                        csm,
                        "/accounts/assign",
                        "account",
                        account.toString(),
                        "assignee",
                        csm.id().toString()))
                .hasStatus(403);
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
    void aPlayIsStartedOnSeveralAccountsAndThoseOfOthersAreLeftAlone() {
        AccountId second = given.anAccount("Second").of(csm).exists();
        AccountId foreign = given.anAccount("Foreign").exists();

        var result = post(
                csm,
                "/accounts/play",
                "account",
                account.toString(),
                "account",
                second.toString(),
                "account",
                foreign.toString(),
                "play",
                "win-back",
                "back",
                "/accounts?csm=all&health=poor");

        assertDone(
                result,
                "/accounts?csm=all&health=poor",
                "“Win-back” was started on 2 accounts. 1 is not yours to change.");
        assertThat(runLists.ofAccount(second)).hasSize(1);
        assertThat(runLists.ofAccount(foreign)).isEmpty();
    }

    @Test
    void aFormOnlyEverLeadsBackIntoThePortfolio() {
        assertRefused(
                post(csm, "/accounts/watch", "watchList", "win-back", "back", "//evil.example/"),
                "/accounts",
                "Select accounts first.");
    }

    @Test
    void anAlertIsAcknowledgedSnoozedWokenAndClosed() {
        AlertId alert = given.anAlert(account, "renewal", "Renews in 30 days");
        String page = "/alerts/" + alert;

        assertDone(post(csm, page + "/acknowledge"), page, "Acknowledged: Renews in 30 days.");
        post(csm, page + "/snooze", "until", given.today().plusDays(3).toString());
        assertThat(alerts.withId(alert).orElseThrow().isSnoozed(given.today())).isTrue();
        assertDone(post(csm, page + "/wake"), page, "It is back in the inbox.");
        assertRefused(post(csm, page + "/close"), page, "closed with a reason");
        assertDone(post(csm, page + "/close", "reason", "accepted", "note", "Known"), page, "Closed.");
        assertThat(alerts.withId(alert).orElseThrow().closedReason()).isEqualTo(CloseReason.ACCEPTED);
        assertRefused(post(csm, page + "/acknowledge"), page, "is closed");
    }

    @Test
    void theLastTaskOfARunAsksForItsOutcome() {
        Run run =
                runs.start(account, plays.withKey("business-review").orElseThrow(), null, "It is time", Actor.of(csm));
        List<Task> all = taskLists.ofRun(run.id());
        all.subList(1, all.size() - 1).forEach(it -> tasks.done(it.id(), null, Actor.of(csm)));

        assertThat(post(csm, "/tasks/" + all.getFirst().id() + "/done", "note", "Sent"))
                .hasRedirectedUrl("/tasks");
        assertThat(post(csm, "/tasks/" + all.getLast().id() + "/skip", "reason", "Not needed"))
                .hasRedirectedUrl("/runs/%s#outcome".formatted(run.id()));
        assertThat(mvc.get().uri("/runs/" + run.id()).with(signedIn(csm)))
                .bodyText()
                .contains("How did it end?");

        assertDone(
                post(csm, "/runs/" + run.id() + "/finish", "outcome", "saved", "note", "They stay"),
                "/runs/" + run.id(),
                "The run has ended: Saved.");
        assertThat(runLists.withId(run.id()).orElseThrow().state())
                .isInstanceOfSatisfying(
                        RunState.Finished.class, it -> assertThat(it.outcome()).isEqualTo(Outcome.SAVED));
    }

    @Test
    void aRunThatFactsMayStillProveEndsEarlierIfSomebodyKnowsHow() {
        Run run = runs.start(account, plays.withKey("train-new-users").orElseThrow(), null, "Growing", Actor.of(csm));
        List<Task> both = taskLists.ofRun(run.id());
        tasks.done(both.getFirst().id(), null, Actor.of(csm));

        assertThat(post(csm, "/tasks/" + both.getLast().id() + "/done", "note", "Sent"))
                .hasRedirectedUrl("/tasks");
        assertThat(mvc.get().uri("/runs/" + run.id()).with(signedIn(csm)))
                .bodyText()
                .contains("Facts may prove until", "I know already how it ended");

        assertDone(
                post(csm, "/runs/" + run.id() + "/finish", "outcome", "lost", "note", "They have cancelled"),
                "/runs/" + run.id(),
                "The run has ended: Lost.");
    }

    @Test
    void anAlertIsBackWithWhoeverToldHowItsRunEnded() {
        AlertId alert = given.anAlert(account, "poor-health", "Health is poor");
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), alert, "Poor", Actor.of(csm));

        taskLists.ofRun(run.id()).forEach(task -> tasks.done(task.id(), null, Actor.of(csm)));

        post(csm, "/runs/" + run.id() + "/finish", "outcome", "improved", "note", "They use it again");

        await().until(() -> alerts.withId(alert).orElseThrow().runOutcome() == Outcome.IMPROVED);
        assertThat(alerts.withId(alert).orElseThrow().acknowledgedBy()).isEqualTo(csm.name());
        assertThat(mvc.get().uri("/alerts/" + alert).with(signedIn(csm)))
                .bodyText()
                .contains(
                        "Its play ended: <b>Improved</b> on <span>%s</span>. The alert closes by itself when the rule no longer holds, or close it."
                                .formatted(When.day(given.today())));
        assertThat(mvc.get().uri("/alerts?tab=acknowledged").with(signedIn(csm)))
                .bodyText()
                .contains(
                        "Its play ended: Improved on %s. It closes by itself when the rule no longer holds, or close it."
                                .formatted(When.day(given.today())));
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

    @Test
    void aRunIsGivenUpForAReason() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It falls", Actor.of(csm));

        assertRefused(post(csm, "/runs/" + run.id() + "/cancel"), "/runs/" + run.id(), "reason");
        assertDone(
                post(csm, "/runs/" + run.id() + "/cancel", "reason", "They merged"),
                "/runs/" + run.id(),
                "The run was given up.");
    }

    @Test
    void aPlayIsSwitchedOffTogetherWithItsRuns() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        try {
            assertRefused(
                    post(manager, "/plays/win-back/off", "cancel", "on"), "/plays/win-back", "The reason is missing");
            assertDone(
                    post(manager, "/plays/win-back/off", "cancel", "on", "reason", "It does not help."),
                    "/plays/win-back",
                    "Win-back is off, and 1 run was cancelled.");

            assertThat(runLists.withId(run.id()).orElseThrow().state()).isInstanceOf(RunState.Cancelled.class);
        } finally {
            plays.enable("win-back", Actor.SYSTEM);
        }
    }

    @Test
    void whatThePolicySaysIsSuggestedFirst() {
        policies.change(OwnerChange.ALL, Actor.of(manager));

        assertThat(mvc.get().uri(page()).with(signedIn(manager)))
                .bodyText()
                .contains("<select name=\"moving\"><option value=\"all\">");
    }
}
