package ews.dashboard.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.BrowsingTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import ews.plays.meeting.Meeting;
import ews.plays.meeting.MeetingLists;
import ews.plays.meeting.MeetingTimes;
import ews.plays.meeting.Meetings;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Deliveries;
import ews.plays.outbox.MessageRow;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MeetingPagesTest extends BrowsingTest {

    private static final String KEY = "0b9c7f6e-3f3c-4a57-9d6a-2f1f6a9b7c11";

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    Tasks tasks;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingLists lists;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OrganisationDays days;

    @Autowired
    JdbcClient jdbc;

    private Member csm;
    private AccountId account;
    private String ann;
    private String page;
    private LocalDate day;

    @BeforeEach
    void annWorksAtQuarryFoods() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        account = given.anAccount("Quarry Foods").of(csm).exists();
        ann = Long.toString(given.annLee(account));
        page = "/accounts/" + account + "/meeting";
        day = given.today().plusDays(7);
    }

    private String get(String path) {
        return html(visit(csm, path));
    }

    private MvcTestResult post(String path, String... fields) {
        return post(csm, path, fields);
    }

    private String[] kickOff() {
        return new String[] {
            "key",
            KEY,
            "to",
            ann,
            "subject",
            "Kick-off",
            "day",
            day.toString(),
            "time",
            "14:30",
            "minutes",
            "45",
            "place",
            "Room 3",
            "detail",
            "Who does what?"
        };
    }

    private Meeting planned() {
        return lists.plannedWith(account).getFirst();
    }

    /** The newest first. */
    private List<String> sent() {
        return deliveries.newest(null, Channel.EMAIL, null, 10).stream()
                .map(MessageRow::subject)
                .toList();
    }

    @Test
    void theAccountTheRunAndTheTaskLeadToIt() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        Task task = tasks.add(account, "Meet them", "", given.today(), csm.id(), Actor.of(csm));

        assertThat(get("/accounts/" + account)).contains("href=\"" + page + "\"");
        assertThat(get("/runs/" + run.id())).contains("href=\"" + page + "?run=" + run.id() + "\"");
        assertThat(get("/tasks/" + task.id())).contains("href=\"" + page + "?task=" + task.id() + "\"");
    }

    @Test
    void theFormBeginsWithAWorkingDayToComeAndSaysTheZone() {
        given.aPerson(
                account, "dan", "{\"name\": \"Dan Day\", \"email\": \"dan@acme.example\", \"do_not_email\": true}");

        assertThat(get(page + "?to=" + ann))
                .contains("Meeting with Quarry Foods", "answers go to chloe.tan@example.com")
                .contains("value=\"10:00\"", "value=\"30\"", MeetingTimes.name(days.zone()))
                .containsPattern("name=\"to\" value=\"%s\" checked".formatted(ann))
                .contains("Does not want emails (do_not_email).");
    }

    @Test
    void contactsAreInvitedAndThePageOfTheMeetingSaysWhenAndWho() {
        String meeting = addressOf(post(page, kickOff()));

        assertThat(sent()).containsExactly("Invitation: Kick-off");
        assertThat(planned().start())
                .isEqualTo(day.atTime(LocalTime.of(14, 30)).atZone(days.zone()).toInstant());
        assertThat(get(meeting))
                .contains(
                        "Kick-off", "Planned", "14:30–15:15", "Ann Lee (ann@acme.example)", "Room 3", "Who does what?");
        assertThat(get("/accounts/" + account)).contains("href=\"" + meeting + "\"", "with Ann Lee");
    }

    @Test
    void aMeetingOfARunStandsOnItsPage() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        Run other =
                runs.start(account, plays.withKey("train-new-users").orElseThrow(), null, "They grow.", Actor.of(csm));
        String[] fields = kickOff();
        fields[0] = "run";
        fields[1] = run.id().toString();

        String meeting = addressOf(post(page, fields));

        assertThat(get("/runs/" + run.id())).contains("href=\"" + meeting + "\"");
        assertThat(get("/runs/" + other.id())).doesNotContain("href=\"" + meeting + "\"");
        assertThat(get(meeting)).contains("href=\"/runs/" + run.id() + "\"");
    }

    @Test
    void aMeetingOfATaskLeadsBackToIt() {
        Task task = tasks.add(account, "Meet them", "", given.today(), csm.id(), Actor.of(csm));
        String[] fields = Stream.concat(Stream.of("task", task.id().toString()), Stream.of(kickOff()))
                .toArray(String[]::new);

        assertThat(get(addressOf(post(page, fields)))).contains("Go on with “Meet them”");
    }

    @Test
    void aFormThatIsSentTwiceInvitesOnceAndAChangedOneLeadsToTheMeeting() {
        String first = addressOf(post(page, kickOff()));
        MvcTestResult again = post(page, kickOff());
        assertThat(addressOf(again)).isEqualTo(first);
        assertThat(again).flash().containsKey("message");

        String[] later = kickOff();
        later[9] = "16:00";
        MvcTestResult changed = post(page, later);

        assertThat(addressOf(changed)).isEqualTo(first);
        assertThat(changed).flash().containsKey("problem");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whatIsWrongIsMarkedAndWhatWasTypedStays() {
        assertThat(html(post(page, "subject", "Kick-off", "detail", "Who does what?", "minutes", "3")))
                .contains("Please choose whom to invite.", "Please choose a day.", "Please choose a time.")
                .contains("A whole number from 5 to 1440.")
                .contains("value=\"Kick-off\"", "Who does what?</textarea>");
        String[] past = kickOff();
        past[7] = given.today().minusDays(1).toString();
        assertThat(html(post(page, past))).contains("Please choose a time to come.", "value=\"14:30\"");
        assertThat(lists.plannedWith(account)).isEmpty();
    }

    @Test
    void aMeetingIsMovedAndEverybodyIsTold() {
        String meeting = addressOf(post(page, kickOff()));
        String[] elsewhere = {"day", day.plusDays(1).toString(), "time", "09:00", "minutes", "60", "place", "Room 4"};

        assertThat(get(addressOf(post(meeting + "/move", elsewhere)))).contains("09:00–10:00", "Room 4");
        assertThat(sent()).containsExactly("Changed: Kick-off", "Invitation: Kick-off");

        assertThat(post(meeting + "/move", elsewhere))
                .flash()
                .containsValue("The meeting is then and there already: nothing was changed.");
        assertThat(sent()).hasSize(2);
        assertThat(html(post(meeting + "/move", "day", "", "time", "25", "minutes", "60", "place", "Room 5")))
                .contains("Please choose a day.", "A time of the day, like 07:30.", "value=\"Room 5\"");
    }

    @Test
    void aMeetingIsCalledOffOnce() {
        String meeting = addressOf(post(page, kickOff()));

        assertThat(get(addressOf(post(meeting + "/cancel"))))
                .contains("Cancelled")
                .doesNotContain("Call it off", "Move it");
        assertThat(sent()).containsExactly("Cancelled: Kick-off", "Invitation: Kick-off");
        assertThat(post(meeting + "/cancel")).flash().containsKey("problem");
        assertThat(get("/accounts/" + account)).doesNotContain("href=\"" + meeting + "\"");
    }

    @Test
    void whoMayNotChangeTheAccountReadsAndWhoInvitesChanges() {
        String meeting = addressOf(post(page, kickOff()));
        Member other = given.member("Otto Other", Role.CSM);
        Member executive = given.member("Ed Boss", Role.EXECUTIVE);

        assertThat(html(visit(other, meeting))).contains("Kick-off").doesNotContain("Call it off");
        assertThat(html(visit(executive, meeting))).contains("Kick-off").doesNotContain("Call it off");
        assertThat(post(other, meeting + "/cancel")).hasStatus(403);
        assertThat(post(other, page, kickOff())).hasStatus(403);
        jdbc.sql("update account set csm_id = :other")
                .param("other", other.id().value())
                .update();
        assertThat(html(visit(csm, meeting))).contains("Call it off");
        assertThat(addressOf(post(meeting + "/cancel"))).isEqualTo(meeting);
    }

    @Test
    void nobodyOfTheSampleCompanyIsInvited() {
        AccountId sample =
                given.anAccount("Birch Yoga").of(csm).ofTheSampleCompany().exists();
        String[] fields = kickOff();
        fields[3] = Long.toString(given.annLee(sample));

        String meeting = addressOf(post("/accounts/" + sample + "/meeting", fields));

        assertThat(get(meeting)).contains("nobody was invited");
        assertThat(sent()).isEmpty();
    }
}
