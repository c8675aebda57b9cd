package ews.plays.calendar;

import static ews.plays.touchpoint.TouchpointKind.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.metric.Measurement;
import ews.plays.Given;
import ews.plays.email.AtAcme;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.Objectives;
import ews.plays.getwell.PlanId;
import ews.plays.getwell.PlanSteps;
import ews.plays.meeting.Meeting;
import ews.plays.meeting.Meetings;
import ews.plays.meeting.NewMeeting;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.Touchpoints;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class MemberCalendarTest extends AtAcme {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private MemberCalendar calendar;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private GetWellPlans plans;

    @Autowired
    private Objectives objectives;

    @Autowired
    private PlanSteps steps;

    private String read(Member member) {
        return calendar.of(member, "https://ews.example").replace("\r\n ", "");
    }

    @Test
    void ownOpenTasksStandOnTheDayOnWhichTheyAreDue() {
        Task task = tasks.add(account, "Call, and ask; then write", "Who decides?", FRIDAY, csm.id(), actor);
        Task done = tasks.add(account, "Look", "", FRIDAY, csm.id(), actor);
        tasks.done(done.id(), null, actor);

        assertThat(read(csm))
                .contains(
                        "UID:task-" + task.id() + "@ews\r\n",
                        "DTSTART;VALUE=DATE:20261120\r\n",
                        "DTEND;VALUE=DATE:20261121\r\n",
                        "SUMMARY:Acme: Call\\, and ask\\; then write\r\n",
                        "TRANSP:TRANSPARENT\r\n",
                        "URL:https://ews.example/tasks/" + task.id())
                .doesNotContain("METHOD", "Look");
        assertThat(read(given.member("Dora", Role.CSM))).doesNotContain("VEVENT");
    }

    @Test
    void theNextCheckInsWithOwnAccountsStandOnTheirDays() {
        touchpoints.log(account, CALL, Given.THURSDAY.minus(Duration.ofDays(85)), "Called.", null, actor);

        assertThat(read(csm))
                .contains(
                        "UID:check-in-" + account,
                        "DTSTART;VALUE=DATE:20261124\r\n",
                        "SUMMARY:Check in with Acme\r\n",
                        "URL:https://ews.example/accounts/" + account + "/check-in");
        assertThat(read(given.member("Dora", Role.CSM))).doesNotContain("VEVENT");
    }

    @Test
    void ownOpenStepsOfAgreedPlansStandOnTheirDays() {
        PlanId plan = plans.start(account, "They were not trained.", actor);
        objectives.add(plan, "More use", new Measurement("active_users", 28), true, 9, FRIDAY, actor);
        steps.addOurs(plan, "Train them", csm.id(), FRIDAY, actor);
        assertThat(read(csm)).doesNotContain("Train them");

        plans.agree(plan, actor);

        assertThat(read(csm))
                .contains(
                        "DTSTART;VALUE=DATE:20261120\r\n",
                        "SUMMARY:Acme: Train them\r\n",
                        "URL:https://ews.example/accounts/%s/plans/%s".formatted(account, plan));
        steps.done(plan, plans.withId(plan).orElseThrow().steps().getFirst().id(), actor);
        assertThat(read(csm)).doesNotContain("Train them");
    }

    @Test
    void ownMeetingsStandAtTheirTimeUnlessTheyAreCalledOff() {
        Instant monday = Instant.parse("2026-11-23T13:00:00Z");
        Meeting meeting = meetings.plan(
                new NewMeeting("1", account, null, csm, List.of(ann), "Kick-off", "", "", monday, 45), actor);

        assertThat(read(csm))
                .contains(
                        "UID:own-meeting-" + meeting.id(),
                        "DTSTART:20261123T130000Z\r\n",
                        "DTEND:20261123T134500Z",
                        "SUMMARY:Acme: Kick-off");
        given.clock().set(monday.plus(Duration.ofDays(1)));
        assertThat(read(csm)).contains("own-meeting");
        given.clock().set(monday.plus(Duration.ofDays(40)));
        assertThat(read(csm)).doesNotContain("own-meeting");
        given.clock().set(Given.THURSDAY);
        meetings.cancel(meeting.id(), actor);
        assertThat(read(csm)).doesNotContain("own-meeting");
    }

    @ParameterizedTest
    @CsvSource({
        // Where the clock shows the same hour twice, leaps over one, and at the end of a year.
        "2026-10-25T00:30:00Z, 20261025T003000Z, 20261025T013000Z",
        "2027-03-28T00:30:00Z, 20270328T003000Z, 20270328T013000Z",
        "2026-12-31T23:30:00Z, 20261231T233000Z, 20270101T003000Z"
    })
    void meetingsLastAsLongAsTheyDoWhereClocksChange(Instant start, String from, String to) {
        given.clock().set(start.minus(Duration.ofDays(1)));
        meetings.plan(new NewMeeting("1", account, null, csm, List.of(ann), "Kick-off", "", "", start, 60), actor);

        assertThat(read(csm)).contains("DTSTART:%s\r\n".formatted(from), "DTEND:%s\r\n".formatted(to));
    }

    @Test
    void aTaskOfTheLastDayOfTheYearEndsWithIt() {
        tasks.add(account, "Call", "", LocalDate.of(2026, 12, 31), csm.id(), actor);

        assertThat(read(csm)).contains("DTSTART;VALUE=DATE:20261231\r\n", "DTEND;VALUE=DATE:20270101\r\n");
    }

    @Test
    void aSecretFindsItsMemberUntilItIsReplacedOrClosed() {
        String first = feeds.open(csm.id(), actor);
        assertThat(feeds.withSecret(first)).contains(csm);

        String second = feeds.open(csm.id(), actor);
        assertThat(feeds.withSecret(first)).isEmpty();
        assertThat(feeds.withSecret(second)).contains(csm);

        feeds.close(csm.id(), actor);
        assertThat(feeds.withSecret(second)).isEmpty();
        assertThat(feeds.openSince(csm.id())).isEmpty();
        assertThat(given.auditedActions()).containsExactly("calendar.opened", "calendar.opened", "calendar.closed");
    }

    @Test
    void theSecretIsNotKept() {
        String secret = feeds.open(csm.id(), actor);

        assertThat(jdbc.sql("select count(*) from calendar_feed where token_hash = convert_to(:secret, 'UTF8')")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(given.audited("calendar.opened")).noneMatch(it -> it.contains(secret));
    }

    @Test
    void whoWasDeactivatedIsNotRead() {
        String secret = feeds.open(csm.id(), actor);
        given.inactive(csm);

        assertThat(feeds.withSecret(secret)).isEmpty();
    }
}
