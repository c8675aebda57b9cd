package ews.dashboard.calendar;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class CalendarTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Tasks tasks;

    private Member csm;
    private Task task;

    @BeforeEach
    void aTask() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        AccountId account = given.anAccount("Quarry Foods").of(csm).exists();
        task = tasks.add(account, "Call them", "", given.today().plusDays(3), csm.id(), Actor.of(csm));
    }

    private MvcTestResult post(String path) {
        return mvc.post().uri(path).with(signedIn(csm)).with(csrf()).exchange();
    }

    /** Of a new address, as the page shows it. */
    private String opened() {
        return Objects.requireNonNull(
                        post("/me/calendar").getMvcResult().getFlashMap().get("address"))
                .toString();
    }

    private MvcTestResult read(String address) {
        return mvc.get().uri(URI.create(address).getPath()).exchange();
    }

    @Test
    void theAddressIsShownOnceAndReadsTheOwnTasksWithoutSigningIn() {
        assertThat(mvc.get().uri("/me").with(signedIn(csm))).bodyText().contains("href=\"/me/calendar\"");
        assertThat(mvc.get().uri("/me/calendar").with(signedIn(csm))).bodyText().contains("Make an address");

        String address = opened();

        assertThat(address).matches("http://localhost/calendar/[A-Za-z0-9_-]{32}\\.ics");
        assertThat(mvc.get().uri("/me/calendar").with(signedIn(csm)).flashAttr("address", address))
                .bodyText()
                .contains(address);
        assertThat(mvc.get().uri("/me/calendar").with(signedIn(csm)))
                .bodyText()
                .contains("There is an address since")
                .doesNotContain(address);
        MvcTestResult calendar = read(address);
        assertThat(calendar).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        assertThat(calendar).bodyText().contains("BEGIN:VCALENDAR", "Call them", "http://localhost/tasks/" + task.id());
        assertThat(calendar.getResponse().getCookies()).isEmpty();
        assertThat(calendar.getRequest().getSession(false)).isNull();
    }

    @Test
    void aNewAddressTakesThePlaceOfTheOldOneAndEndingItMakesItWorthless() {
        String first = opened();
        String second = opened();

        assertThat(read(first)).hasStatus(404);
        assertThat(read(second)).hasStatusOk();
        post("/me/calendar/end");
        assertThat(read(second)).hasStatus(404);
    }

    @Test
    void whoGuessesFindsNothing() {
        assertThat(read("/calendar/guessed.ics")).hasStatus(404);
        assertThat(read("/calendar/.ics")).hasStatus(404);
        assertThat(read("/calendar/")).hasStatus(404);
        assertThat(mvc.post().uri("/calendar/guessed.ics")).hasStatus(405);
    }

    @Test
    void executivesHaveACalendarToo() {
        csm = given.member("Ed Boss", Role.EXECUTIVE);

        assertThat(read(opened())).hasStatusOk();
    }
}
