package ews.dashboard.checkins;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.dashboard.view.When;
import ews.detection.override.Overrides;
import ews.detection.segment.Segments;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.checkin.Cadences;
import ews.plays.checkin.CheckIn;
import ews.plays.checkin.CheckInResult;
import ews.plays.checkin.CheckIns;
import ews.plays.checkin.NextCheckIn;
import ews.plays.checkin.NextCheckIns;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class CheckInPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    CheckIns checkIns;

    @Autowired
    NextCheckIns nextCheckIns;

    @Autowired
    Cadences cadences;

    @Autowired
    Segments segments;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    Overrides overrides;

    @Autowired
    JdbcClient jdbc;

    private Member csm;
    private Member manager;
    private Member admin;
    private AccountId account;

    @BeforeEach
    void aPoorAccount() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        manager = given.member("Mona Lead", Role.MANAGER);
        admin = given.member("Ada Moreno", Role.ADMIN);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
    }

    @AfterEach
    void everySegmentHasTheUsualCadence() {
        jdbc.sql("delete from segment_cadence").update();
    }

    private MvcTestResult post(Member by, String address, String... form) {
        var request = mvc.post().uri(address).with(signedIn(by)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private String get(Member by, String address) {
        MvcTestResult result = mvc.get().uri(address).with(signedIn(by)).exchange();
        assertThat(result).hasStatusOk();
        return text(result);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String message(MvcTestResult result) {
        return String.valueOf(result.getMvcResult().getFlashMap().get("message"));
    }

    private String page() {
        return "/accounts/%s/check-in".formatted(account);
    }

    private NextCheckIn next() {
        return nextCheckIns.of(account).orElseThrow();
    }

    private LocalDate due() {
        return Objects.requireNonNull(next().due());
    }

    @Test
    void aCheckInIsLoggedAndTheNextOneIsTold() {
        var result = post(
                csm,
                page(),
                "result",
                "went_well",
                "kind",
                "meeting",
                "day",
                given.today().toString(),
                "note",
                "They like the reports.");

        assertThat(result).hasRedirectedUrl("/accounts/" + account);
        assertThat(message(result)).isEqualTo("Logged. The next check-in is due on %s.".formatted(When.day(due())));
        assertThat(checkIns.ofAccount(account, 9))
                .extracting(CheckIn::author, CheckIn::note)
                .containsExactly(tuple("Chloe Tan", "They like the reports."));
        assertThat(touchpoints.ofAccount(account, 9))
                .extracting(Touchpoint::kind)
                .containsExactly(TouchpointKind.MEETING);
        assertThat(get(csm, page())).contains("Went well", "They like the reports.");
        assertThat(get(csm, "/accounts/" + account)).contains("counted from the last touch", When.day(due()));
    }

    @Test
    void whoeverNeedsAPlanIsLedToIt() {
        var result = post(
                csm,
                page(),
                "result",
                "needs_plan",
                "kind",
                "call",
                "day",
                given.today().minusDays(3).toString(),
                "note",
                "They miss reports.");

        assertThat(result).hasRedirectedUrl(page() + "#plan");
        assertThat(message(result)).endsWith("Now go on with the get-well plan.");
        assertThat(next().lastTouch()).isEqualTo(given.today().minusDays(3));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        LocalDate tomorrow = given.today().plusDays(1);

        String shown =
                text(post(csm, page(), "kind", "call", "day", tomorrow.toString(), "note", "All <b>well</b> so far"));

        assertThat(shown)
                .contains("Please say how it went.", "This day is still to come", "All &lt;b&gt;well&lt;/b&gt; so far")
                .contains("value=\"" + tomorrow + "\"");
        assertThat(text(post(csm, page(), "kind", "note", "result", "went_well", "note", "Thinking")))
                .contains("A check-in is a call, a meeting or an e-mail, not a note.");
        assertThat(checkIns.ofAccount(account, 9)).isEmpty();
    }

    @Test
    void nobodyLogsACheckInWithAnAccountOfSomebodyElse() {
        Member other = given.member("Otto Kern", Role.CSM);

        assertThat(post(other, page(), "result", "went_well", "kind", "call", "note", "Hi"))
                .hasStatus(403);
        assertThat(get(other, page())).doesNotContain("Log the check-in");
        assertThat(mvc.get().uri("/accounts/99999999/check-in").with(signedIn(csm)))
                .hasStatus(404);
    }

    @Test
    void thePoorAreHelpedFirstAndTheGoodAreOfferedMore() {
        LocalDate tomorrow = given.today().plusDays(1);

        assertThat(get(csm, page())).contains("Too little is known to judge");

        overrides.set(account, Band.POOR, "They told me.", tomorrow, Actor.of(csm));
        assertThat(get(csm, page()))
                .contains("They are doing poorly")
                .containsSubsequence("What keeps them from doing better?", "What could they use next?");

        overrides.set(account, Band.GOOD, "They told me.", tomorrow, Actor.of(csm));
        assertThat(get(csm, page()))
                .contains("They are doing well")
                .containsSubsequence("What could they use next?", "What keeps them from doing better?");
    }

    @Test
    void theListShowsWhoIsDueTheMostOverdueFirst() {
        AccountId calm = given.anAccount("Zephyr Studio").of(csm).exists();
        checkIns.record(calm, TouchpointKind.CALL, CheckInResult.WENT_WELL, "Fine.", Actor.of(csm));
        given.anAccount("Foreign Ltd").exists();

        assertThat(get(csm, "/tasks/check-ins"))
                .contains("1 is due", "Overdue", "Quarry Foods", "never touched")
                .doesNotContain("Zephyr Studio", "Foreign Ltd");
        assertThat(get(manager, "/tasks/check-ins")).contains("2 are due", "Quarry Foods", "Foreign Ltd", "no CSM");
        assertThat(get(manager, "/tasks/check-ins?member=me")).contains("Nobody waits for a check-in");
        assertThat(get(csm, "/tasks")).contains("href=\"/tasks/check-ins?member=me\"");
    }

    @Test
    void anAccountGetsACadenceOfItsOwnForAReasonAndFollowsItsSegmentAgain() {
        String cadence = "/accounts/%s/cadence".formatted(account);

        assertThat(text(post(csm, cadence, "every", "3", "reason", "Often")))
                .contains("A whole number from 7 to 366.", "value=\"3\"", "value=\"Often\"");
        assertThat(text(post(csm, cadence, "every", "14"))).contains("Please fill this in.");

        assertThat(message(post(csm, cadence, "every", "14", "reason", "They asked for it")))
                .isEqualTo("The account is checked in with every 14 days.");
        assertThat(get(csm, cadence)).contains("Chloe Tan: They asked for it", "Every 14 days");

        assertThat(message(post(csm, cadence, "none", "on", "reason", "A partner does it")))
                .isEqualTo("The account has no check-ins from now on.");
        assertThat(next().due()).isNull();

        assertThat(message(post(csm, cadence + "/end"))).isEqualTo("The cadence of its segment counts again.");
        assertThat(next().every()).isEqualTo(Cadences.USUAL);
    }

    @Test
    void adminsSayHowOftenEachSegmentIsCheckedInWith() {
        var first = segments.all().getFirst();
        var last = segments.all().getLast();

        assertThat(text(post(admin, "/setup/check-ins", "segment-" + first.id(), "30", "segment-" + last.id(), "soon")))
                .contains("A whole number from 7 to 366.", "value=\"soon\"", "value=\"30\"");
        assertThat(cadences.ofSegment(first.id())).contains(Cadences.USUAL);

        assertThat(message(post(admin, "/setup/check-ins", "segment-" + first.id(), "30", "segment-" + last.id(), "")))
                .startsWith("Saved.");
        assertThat(cadences.ofSegment(first.id())).contains(30);
        assertThat(cadences.ofSegment(last.id())).isEmpty();
        assertThat(next().due()).isNull();
        assertThat(get(admin, "/setup/check-ins")).contains("value=\"30\"");
    }

    @Test
    void todayTellsHowManyCheckInsAreDue() {
        assertThat(get(csm, "/today")).contains("1 is due, overdue.", "Quarry Foods");
        assertThat(get(manager, "/today")).contains("1 is due, overdue.");

        checkIns.record(account, TouchpointKind.CALL, CheckInResult.WENT_WELL, "Fine.", Actor.of(csm));
        assertThat(get(csm, "/today")).contains("None is due.");
    }
}
