package ews.dashboard.alerts;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.dashboard.view.When;
import ews.detection.alert.AlertLists;
import ews.detection.alert.AlertStatus;
import ews.detection.alert.CloseReason;
import ews.detection.alert.EarlyEnd;
import ews.detection.alert.Undo;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several alerts are worked through at once, and what was done can be undone. */
@PageTest
class InboxTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    AlertLists alerts;

    @Autowired
    RunLists runs;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    private Member csm;
    private AccountId account;
    private AlertId usage;
    private AlertId invoice;
    private AlertId foreign;

    @BeforeEach
    void threeAlerts() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
        usage = given.anAlert(account, "active-users-decline", "Active users fell 32 %");
        invoice = given.anAlert(account, "overdue-invoice", "Invoice in_1 is overdue");
        foreign = given.anAlert(given.anAccount("Foreign").exists(), "poor-health", "Health is poor");
    }

    @Test
    void severalAreAcknowledgedAndThoseOfOthersAreLeftAlone() {
        var result = post(
                csm,
                "/alerts/acknowledge",
                "alert",
                usage.toString(),
                "alert",
                invoice.toString(),
                "alert",
                foreign.toString(),
                "back",
                "/alerts?member=me&tab=new");

        assertDone(result, "/alerts?member=me&tab=new", "Acknowledged: 2 alerts. 1 is not yours to change.");
        assertThat(statusOf(usage)).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(statusOf(foreign)).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void whatWasDoneWithSeveralIsUndoneTogether() {
        UndoForm undo =
                undoOf(post(csm, "/alerts/acknowledge", "alert", usage.toString(), "alert", invoice.toString()));

        assertDone(undo(csm, undo), "/alerts", "Undone: 2 alerts.");
        assertThat(statusOf(usage)).isEqualTo(AlertStatus.OPEN);
        assertThat(statusOf(invoice)).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void whatSomebodyElseChangedSinceIsNotUndone() {
        Member manager = given.member("Mona Lead", Role.MANAGER);
        UndoForm undo = undoOf(post(csm, "/alerts/acknowledge", "alert", usage.toString()));
        post(manager, "/alerts/close", "alert", usage.toString(), "reason", "accepted");

        assertRefused(undo(csm, undo), "/alerts", "Nothing was undone. Alert %s has changed since".formatted(usage));
        assertThat(statusOf(usage)).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void nobodyUndoesWhatIsNotTheirs() {
        Member other = given.member("Otto Other", Role.CSM);
        UndoForm undo = undoOf(post(csm, "/alerts/acknowledge", "alert", usage.toString()));

        assertRefused(undo(other, undo), "/alerts", "is not yours to change");
        assertThat(statusOf(usage)).isEqualTo(AlertStatus.ACKNOWLEDGED);
    }

    @Test
    void theMessageOffersToUndoIt() {
        var acknowledged = post(csm, "/alerts/" + usage + "/acknowledge");

        assertThat(mvc.get()
                        .uri("/alerts/" + usage)
                        .with(signedIn(csm))
                        .flashAttrs(acknowledged.getMvcResult().getFlashMap()))
                .bodyText()
                .contains("action=\"/alerts/undo\"", "name=\"alert\" value=\"%s\"".formatted(usage + ".1"));
    }

    @Test
    void severalAreSnoozedUntilTheyGetWorse() {
        var until = given.today().plusDays(7);

        assertDone(
                post(csm, "/alerts/snooze", "alert", usage.toString(), "until", until.toString(), "worse", "on"),
                "/alerts",
                "Snoozed until %s: Active users fell 32 %%.".formatted(When.day(until)));
        assertThat(alerts.withId(usage).orElseThrow().earlyEnd()).isEqualTo(new EarlyEnd(32, 42));
        assertThat(mvc.get().uri("/alerts?tab=snoozed").with(signedIn(csm)))
                .bodyText()
                .contains("until %s, or until it gets worse".formatted(When.day(until)));
    }

    @Test
    void snoozingNeedsADayAndClosingAReason() {
        assertRefused(post(csm, "/alerts/snooze", "alert", usage.toString()), "/alerts", "until which day");
        assertRefused(post(csm, "/alerts/close", "alert", usage.toString()), "/alerts", "with a reason");
        assertRefused(post(csm, "/alerts/acknowledge"), "/alerts", "Select alerts first.");
        assertThat(statusOf(usage)).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void severalAreClosedForOneReason() {
        assertDone(
                post(
                        csm,
                        "/alerts/close",
                        "alert",
                        usage.toString(),
                        "alert",
                        invoice.toString(),
                        "reason",
                        "false_alarm"),
                "/alerts",
                "Closed as “False alarm”: 2 alerts.");
        assertThat(alerts.withId(invoice).orElseThrow().closedReason()).isEqualTo(CloseReason.FALSE_ALARM);
    }

    @Test
    void whatCannotBeChangedDoesNotHoldUpTheOthers() {
        post(csm, "/alerts/" + usage + "/close", "reason", "accepted");

        assertDone(
                post(csm, "/alerts/acknowledge", "alert", usage.toString(), "alert", invoice.toString()),
                "/alerts",
                "Acknowledged: Invoice in_1 is overdue. Alert %s is closed, so it cannot be acknowledged"
                        .formatted(usage));
    }

    @Test
    void eachIsGivenThePlayThatItsRuleSuggests() {
        AlertId breaches = given.anAlert(account, "sla-breaches", "Two breaches of the SLA");
        assertDone(
                post(csm, "/alerts/play", "alert", usage.toString(), "alert", breaches.toString()),
                "/alerts",
                "A play was started: Active users fell 32 %."
                        + " “Two breaches of the SLA in 30 days” suggests no play: choose one.");
        assertThat(runs.ofAlert(account, usage).orElseThrow().isRunning()).isTrue();
        await().until(() -> statusOf(usage) == AlertStatus.IN_PLAY);
    }

    @Test
    void aPlayThatWasStartedIsUndoneAndCanBeStartedAnew() {
        UndoForm undo = undoOf(post(csm, "/alerts/play", "alert", usage.toString(), "play", "win-back"));
        Run first = runs.ofAlert(account, usage).orElseThrow();

        assertDone(undo(csm, undo), "/alerts", "Undone.");
        await().until(() -> statusOf(usage) == AlertStatus.OPEN);
        assertThat(runs.withId(first.id()).orElseThrow().isRunning()).isFalse();

        post(csm, "/alerts/play", "alert", usage.toString(), "play", "win-back");
        assertThat(runs.ofAlert(account, usage).orElseThrow().isRunning()).isTrue();
    }

    @Test
    void aPlayThatSomebodyHasWorkedOnGoesOn() {
        UndoForm undo = undoOf(post(csm, "/alerts/play", "alert", usage.toString(), "play", "win-back"));
        Run run = runs.ofAlert(account, usage).orElseThrow();
        tasks.done(taskLists.ofRun(run.id()).getFirst().id(), null, Actor.of(csm));

        assertRefused(undo(csm, undo), "/alerts", "has begun, so that it goes on");
        assertThat(runs.withId(run.id()).orElseThrow().isRunning()).isTrue();
    }

    @Test
    void aFormOnlyEverLeadsBackToAlerts() {
        assertThat(post(csm, "/alerts/acknowledge", "alert", usage.toString(), "back", "//evil.example/"))
                .hasRedirectedUrl("/alerts");
        assertThat(post(csm, "/alerts/undo", "alert", "nonsense", "back", "/alertsx"))
                .hasRedirectedUrl("/alerts");
    }

    @Test
    void thePageOfAnAlertTellsThenAndNow() {
        assertThat(mvc.get().uri("/alerts/" + usage).with(signedIn(csm)))
                .bodyText()
                .contains(
                        "Nobody can tell now.",
                        "166 users",
                        "Worse means: the fall of active users is 42 % or more (it was 32 %).",
                        "Active users, 28 days",
                        "None of the same rule has ended yet");
    }

    @Test
    void thePageOfAnAlertLinksToWhatTheSameRuleFoundBefore() {
        post(csm, "/alerts/" + usage + "/close", "reason", "accepted");
        AlertId next = given.anAlert(account, "active-users-decline", "Active users fell 50 %");

        assertThat(mvc.get().uri("/alerts/" + next).with(signedIn(csm)))
                .bodyText()
                .contains(
                        "The same rule before and after",
                        "/alerts/" + usage,
                        "Closed as “Accepted as it is”",
                        "Of 1 of this account: 1 closed as “Accepted as it is”.");
    }

    @Test
    void theNoiseOfRulesIsToldTheNoisiestFirst() {
        post(csm, "/alerts/close", "alert", invoice.toString(), "reason", "false_alarm");

        String page = body("/alerts/noise");

        assertThat(page).contains("100 %", "21 to 100 %", "1 closed as “False alarm”");
        assertThat(page.indexOf("Overdue invoice")).isLessThan(page.indexOf("20 % decline in active users"));
    }

    private String body(String address) {
        var result = mvc.get().uri(address).with(signedIn(csm)).exchange();
        assertThat(result).hasStatusOk();
        return assertThat(result).bodyText().actual();
    }

    private AlertStatus statusOf(AlertId alert) {
        return alerts.withId(alert).orElseThrow().status();
    }

    private MvcTestResult undo(Member by, UndoForm undo) {
        var request = mvc.post().uri("/alerts/undo").with(signedIn(by)).with(csrf());
        for (Undo it : undo.alerts()) {
            request = request.param("alert", it.toString());
        }
        for (var run : List.copyOf(undo.runs())) {
            request = request.param("run", run.toString());
        }
        return request.exchange();
    }

    private MvcTestResult post(Member by, String address, String... form) {
        var request = mvc.post().uri(address).with(signedIn(by)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private static UndoForm undoOf(MvcTestResult result) {
        return (UndoForm)
                Objects.requireNonNull(result.getMvcResult().getFlashMap().get(UndoForm.NAME));
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
}
