package ews.dashboard.alerts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ews.browser.BrowserTest;
import ews.dashboard.Given;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertLists;
import ews.detection.alert.AlertStatus;
import ews.detection.alert.Alerts;
import ews.detection.alert.CloseReason;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.score.Band;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The inbox in a real browser, by the keyboard alone. */
class InboxBrowserTest extends BrowserTest {

    @Autowired
    private Given given;

    @Autowired
    private Members members;

    @Autowired
    private AlertLists lists;

    @Autowired
    private Alerts alerts;

    private AccountId quarry = new AccountId(0);
    private AlertId usage = new AlertId(0);
    private AlertId health = new AlertId(0);

    private Page inbox() {
        Page page = signedIn(Role.CSM);
        Member csm = members.all().stream()
                .filter(member -> member.role() == Role.CSM)
                .findFirst()
                .orElseThrow();
        quarry = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
        AccountId cobalt = given.anAccount("Cobalt Robotics")
                .of(csm)
                .scored(Band.AVERAGE, 550, 4)
                .exists();
        for (int day = 100; day > 0; day--) {
            given.scoredOn(quarry, given.today().minusDays(day), Band.AVERAGE, 300 + 3 * day);
        }
        given.anAlert(cobalt, "overdue-invoice", "Invoice in_1 is overdue for 12 days: 1,200.00 USD");
        health = given.anAlert(quarry, "poor-health", "Health is poor: 29.1 of 100, it was 41.0");
        usage = given.anAlert(quarry, "active-users-decline", "Active users fell 32 %: from 245 to 166 in 28 days");
        page.navigate("/alerts");
        return page;
    }

    @Test
    void alertsAreWorkedThroughByTheKeyboardAloneAndUndone() {
        Page page = inbox();

        keys(page, "j", "x", "j", "x");
        assertThat(bar(page).locator("output")).hasText("2 selected");
        picture(page, "inbox-selected");
        keys(page, "e");
        assertThat(message(page)).containsText("Acknowledged: 2 alerts.");
        assertThat(rows(page)).hasCount(1);
        assertThat(lists.withId(usage).orElseThrow().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertReadable(page, "inbox-undo");

        keys(page, "z");
        assertThat(message(page)).containsText("Undone: 2 alerts.");
        assertThat(rows(page)).hasCount(3);
        assertThat(lists.withId(usage).orElseThrow().status()).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void theCurrentAlertIsSnoozedWithoutSelectingItFirst() {
        Page page = inbox();

        keys(page, "j", "s");
        assertThat(bar(page).locator("input[name=until]")).isFocused();
        picture(page, "inbox-snooze");
        keys(page, "Enter");

        assertThat(message(page)).containsText(Pattern.compile("Snoozed until .*: Active users fell 32 %"));
        Alert snoozed = lists.withId(usage).orElseThrow();
        assertThat(snoozed.snoozedUntil()).isEqualTo(given.today().plusDays(7));
        assertThat(snoozed.earlyEnd()).isNotNull();

        keys(page, "z");
        assertThat(message(page)).containsText("Undone.");
        assertThat(lists.withId(usage).orElseThrow().snoozedUntil()).isNull();
    }

    @Test
    void theCurrentAlertIsClosedWithAReasonAndAnotherGetsItsPlay() {
        Page page = inbox();

        keys(page, "j", "c");
        assertThat(bar(page).locator("select[name=reason]")).isFocused();
        keys(page, "f", "Enter");
        assertThat(message(page)).containsText("Closed as “False alarm”: Active users fell 32 %");
        assertThat(lists.withId(usage).orElseThrow().closedReason()).isEqualTo(CloseReason.FALSE_ALARM);

        keys(page, "j", "p");
        assertThat(bar(page).locator("select[name=play]")).isFocused();
        keys(page, "Enter");
        assertThat(message(page)).containsText("A play was started: Health is poor");
    }

    @Test
    void anAlertIsOpenedAndSnoozedOnItsPage() {
        Page page = inbox();
        // as if it had been there before
        alerts.close(usage, CloseReason.ACCEPTED, "Holidays", Actor.SYSTEM);
        given.anAlert(quarry, "active-users-decline", "Active users fell 41 %: from 245 to 145 in 28 days");
        page.reload();

        keys(page, "j", "o");
        assertThat(page.locator("h1")).containsText("Active users fell 41 %");
        assertReadable(page, "alert-usage");
        keys(page, "s");
        assertThat(page.locator("main input[name=until]")).isFocused();
        keys(page, "Enter");
        assertThat(page.locator("main"))
                .containsText("or until it gets worse: the fall of active users is 42 % or more");
        assertReadable(page, "alert-snoozed");

        page.navigate("/alerts?tab=snoozed");
        assertReadable(page, "inbox-snoozed");
        page.navigate("/alerts/" + health);
        assertReadable(page, "alert-health");
        page.navigate("/alerts/noise");
        assertReadable(page, "noise");
    }

    private static void keys(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private static Locator rows(Page page) {
        return page.locator("[data-rows] > li");
    }

    private static Locator bar(Page page) {
        return page.locator("[data-bulk]");
    }

    private static Locator message(Page page) {
        return page.locator(".flash.notice.good");
    }
}
