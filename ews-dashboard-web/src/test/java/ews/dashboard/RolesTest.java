package ews.dashboard;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import ews.plays.email.Contact;
import ews.plays.email.Contacts;
import ews.plays.email.EmailId;
import ews.plays.email.Emails;
import ews.plays.email.NewEmail;
import ews.plays.meeting.MeetingId;
import ews.plays.meeting.Meetings;
import ews.plays.meeting.NewMeeting;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every page renders for every role, and only those who may see what changes something. */
@PageTest
class RolesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Runs runs;

    @Autowired
    Plays plays;

    @Autowired
    TaskLists tasks;

    @Autowired
    Contacts contacts;

    @Autowired
    Emails emails;

    @Autowired
    Meetings meetings;

    @Autowired
    OrganisationDays days;

    private Member csm;
    private AccountId account;
    private AlertId alert;
    private Run run;
    private EmailId email;
    private MeetingId meeting;

    @BeforeEach
    void anAccountWithWork() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
        alert = given.anAlert(account, "active-users-decline", "Active users fell 32 %");
        run = runs.start(
                account, plays.withKey("win-back").orElseThrow(), alert, "Active users fell 32 %", Actor.SYSTEM);
        List<Contact> ann = contacts.withIds(account, List.of(given.annLee(account)));
        email = emails.send(
                new NewEmail("1", account, run.id(), csm, ann, "How are you?", "Hi Ann.", null), Actor.of(csm));
        meeting = meetings.plan(
                        new NewMeeting(
                                "1",
                                account,
                                run.id(),
                                csm,
                                ann,
                                "Kick-off",
                                "",
                                "",
                                days.now().plus(Duration.ofDays(1)),
                                30),
                        Actor.of(csm))
                .id();
    }

    private List<String> pages() {
        return List.of(
                "/today",
                "/accounts",
                "/accounts?csm=all&health=poor&falling=1&sort=arr&dir=asc",
                "/accounts/" + account,
                "/accounts/" + account + "?asOf=" + given.today().minusDays(40),
                "/accounts/" + account + "/events",
                "/accounts/" + account + "/check-in",
                "/accounts/" + account + "/cadence",
                "/alerts",
                "/alerts?tab=in_play&member=all",
                "/alerts/" + alert,
                "/tasks",
                "/tasks?member=all",
                "/tasks/check-ins",
                "/tasks/" + tasks.ofRun(run.id()).getFirst().id(),
                "/plays",
                "/plays/win-back",
                "/templates",
                "/templates/win-back",
                "/emails/" + email,
                "/meetings/" + meeting,
                "/me/calendar",
                "/runs/" + run.id(),
                "/health",
                "/health?asOf=" + given.today().minusDays(40));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPageRenders(Role role) {
        Member viewer = given.member("Somebody", role);
        for (String page : pages()) {
            assertThat(mvc.get().uri(page).with(signedIn(viewer))).as(page).hasStatusOk();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasAPeekAtAnAccountBesideTheList(Role role) {
        Member viewer = given.member("Somebody", role);

        assertThat(mvc.get()
                        .uri("/accounts/" + account + "/peek")
                        .header("HX-Request", "true")
                        .with(signedIn(viewer)))
                .hasStatusOk()
                .bodyText()
                .contains("Quarry Foods")
                .doesNotContain("<html");
    }

    @Test
    void anExecutiveFindsNothingToPress() {
        Member executive = given.member("Ed Boss", Role.EXECUTIVE);
        for (String page : pages()) {
            // changing the theme and signing out are everybody's
            assertThat(mvc.get().uri(page).with(signedIn(executive)))
                    .as(page)
                    .bodyText()
                    .doesNotContainPattern(
                            "action=\"/(accounts|alerts|tasks|runs|emails|meetings|templates)[^\"]*\"[^>]*method=\"post\"")
                    .doesNotContainPattern(
                            "method=\"post\"[^>]*action=\"/(accounts|alerts|tasks|runs|emails|meetings|templates)");
        }
    }

    @Test
    void anotherCsmSeesTheAccountAndCannotChangeIt() {
        Member other = given.member("Otto Other", Role.CSM);
        assertThat(mvc.get().uri("/accounts/" + account).with(signedIn(other)))
                .hasStatusOk()
                .bodyText()
                .contains("Quarry Foods")
                .doesNotContain("Log a touchpoint");
    }
}
