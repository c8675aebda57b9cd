package ews.dashboard;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What no form of ours sends, but anybody can: it is refused with a reason, and never looks like a fault of ours. */
@PageTest
class BadInputTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    private Member manager;
    private AccountId account;
    private AlertId alert;

    @BeforeEach
    void anAccountWithAnAlert() {
        given.nothing();
        manager = given.member("Mona Lead", Role.ADMIN);
        account = given.anAccount("Quarry Foods")
                .of(manager)
                .scored(Band.POOR, 291, -90)
                .exists();
        alert = given.anAlert(account, "active-users-decline", "Usage fell");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).with(signedIn(manager)).exchange();
    }

    private MvcTestResult post(String address, String... form) {
        var request = mvc.post().uri(address).with(signedIn(manager)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private static String problem(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return String.valueOf(result.getMvcResult().getFlashMap().get("problem"));
    }

    @Test
    void anUnknownWatchListIsNamed() {
        assertThat(problem(post("/accounts/" + account + "/watch-lists", "list", "nowhere", "reason", "Why not")))
                .isEqualTo("There is no watch list “nowhere”: please choose one of the lists.");
        assertThat(problem(post("/accounts/watch", "account", account.toString(), "watchList", "nowhere")))
                .contains("There is no watch list “nowhere”");
    }

    @Test
    void nobodyIsAskedToChooseSomebody() {
        assertThat(problem(post("/accounts/" + account + "/assign", "assignee", "987654")))
                .isEqualTo("There is no such member any more: please choose somebody else.");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ""})
    void noAccountIsAskedFor(String id) {
        assertThat(problem(post(
                        "/accounts/assign",
                        "account",
                        id,
                        "assignee",
                        manager.id().toString())))
                .isEqualTo("Select accounts first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026\0", "\0"})
    void aNulCharacterIsNoText(String text) {
        assertThat(post("/accounts/play", "account", account.toString(), "play", text))
                .hasStatus(400);
        assertThat(get("/accounts?q=%00")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-01-01", "+999999999-12-31", "9999-12-31"})
    void aTaskIsDueWithinAHumanLife(String day) {
        assertThat(problem(post(
                        "/accounts/" + account + "/tasks",
                        "title",
                        "Call",
                        "due",
                        day,
                        "assignee",
                        manager.id().toString())))
                .contains("please choose a day within 5 years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-01-01", "+999999999-12-31", "9999-12-31"})
    void anAlertSleepsForAWhile(String day) {
        assertThat(problem(post("/alerts/" + alert + "/snooze", "until", day))).contains("Snooze until a day after");
    }

    @Test
    void whereToGoBackToIsTakenLiterally() {
        assertThat(post("/alerts/" + alert + "/acknowledge", "back", "/alerts?tab={tab}"))
                .hasRedirectedUrl("/alerts?tab=%7Btab%7D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-9223372036854775808"})
    void eventsAreReadBeforeAnyTime(String before) {
        assertThat(get("/accounts/" + account + "/events?before=" + before)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/setup/segments/new, conditions[1].value",
        "/setup/segments/new, conditions[300].value",
        "/setup/segments/new, conditions[-1].value",
        "/setup/segments/new, conditions[x].value",
        "/setup/segments/new, conditions[2147483648].value",
        "/setup/segments/new, conditions[1][2].value",
        "/setup/segments/1/profile, indicators[2].weight",
        "/setup/profile-advice, indicators[2].weight",
        "/setup/segments/1/profile, indicators[100000].weight",
        "/setup/segments/1/profile, indicators[].weight"
    })
    void aRowThatNoFormHasIsRefused(String form, String field) {
        assertThat(post(form, field, "1")).hasStatus(400);
    }
}
