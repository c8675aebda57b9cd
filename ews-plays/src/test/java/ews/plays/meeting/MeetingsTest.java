package ews.plays.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.TransitionRefused;
import ews.plays.Given;
import ews.plays.Mailbox;
import ews.plays.email.AtAcme;
import ews.plays.email.Contact;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MeetingsTest extends AtAcme {

    private static final Instant MONDAY = Instant.parse("2026-11-23T13:00:00Z");

    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingLists lists;

    @Autowired
    private Touchpoints touchpoints;

    private Meeting plan(String key, Instant start, Contact... guests) {
        return meetings.plan(
                new NewMeeting(
                        key,
                        account,
                        null,
                        csm,
                        List.of(guests),
                        "Kick-off",
                        "What you want to reach.",
                        "Room 1",
                        start,
                        45),
                actor);
    }

    private MimeMessage last() {
        assertThat(sender.runOnce()).isEqualTo(1);
        return Mailbox.received().getLast();
    }

    /** The part of an invitation that calendars look for, its lines unfolded. */
    private static String calendar(MimeMessage message, String method) throws Exception {
        MimeMultipart whole = (MimeMultipart) message.getContent();
        MimeMultipart alternatives = (MimeMultipart) whole.getBodyPart(0).getContent();
        BodyPart part = alternatives.getBodyPart(2);
        assertThat(part.getContentType()).contains("text/calendar", "method=" + method);
        assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    @Test
    void guestsAndOrganiserGetAnInvitation() throws Exception {
        Meeting meeting = plan("1", MONDAY, ann, ben);

        MimeMessage message = last();
        assertThat(message.getSubject()).isEqualTo("Invitation: Kick-off");
        assertThat(message.getAllRecipients())
                .extracting(it -> ((InternetAddress) it).getAddress())
                .containsExactly("ann@acme.example", "ben@acme.example", "carla@example.com");
        assertThat(calendar(message, "REQUEST"))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains(
                        "METHOD:REQUEST\r\n",
                        "UID:" + meeting.uid() + "\r\n",
                        "SEQUENCE:0\r\n",
                        "DTSTART:20261123T130000Z\r\n",
                        "DTEND:20261123T134500Z\r\n",
                        "SUMMARY:Kick-off\r\n",
                        "LOCATION:Room 1\r\n",
                        "STATUS:CONFIRMED\r\n",
                        "ORGANIZER;CN=Carla:mailto:carla@example.com\r\n")
                .containsPattern("ATTENDEE;CN=\"?Ann Lee\"?;[^\r]*RSVP=TRUE:mailto:ann@acme.example");
    }

    @Test
    void anInvitationSaysInWordsWhenAndWhere() throws Exception {
        plan("1", MONDAY, ann);

        MimeMultipart whole = (MimeMultipart) last().getContent();
        MimeMultipart alternatives = (MimeMultipart) whole.getBodyPart(0).getContent();
        assertThat(alternatives.getBodyPart(0).getContent())
                .asString()
                .contains(
                        "Carla invites you.",
                        "Kick-off",
                        "Monday 23 November 2026,",
                        "Room 1",
                        "What you want to reach.");
    }

    @Test
    void whoIsInvitedTwiceIsInvitedOnce() {
        Meeting first = plan("1", MONDAY, ann);

        assertThat(plan("1", MONDAY, ann)).isEqualTo(first);
        assertThat(sender.runOnce()).isEqualTo(1);
        assertThat(lists.plannedWith(account)).containsExactly(first);
    }

    @Test
    void aMeetingThatIsMovedIsTheSameInCalendarsWithAHigherSequence() throws Exception {
        Meeting first = plan("1", MONDAY, ann);
        last();

        Meeting moved = meetings.move(first.id(), MONDAY.plus(Duration.ofDays(1)), 30, "Room 2", actor);

        assertThat(moved.sequence()).isEqualTo(1);
        MimeMessage message = last();
        assertThat(message.getSubject()).isEqualTo("Changed: Kick-off");
        assertThat(calendar(message, "REQUEST"))
                .contains(
                        "UID:" + first.uid(),
                        "SEQUENCE:1\r\n",
                        "DTSTART:20261124T130000Z",
                        "DTEND:20261124T133000Z",
                        "LOCATION:Room 2");
    }

    @Test
    void whatDoesNotMoveIsNotSent() {
        Meeting first = plan("1", MONDAY, ann);
        sender.runOnce();

        assertThat(meetings.move(first.id(), MONDAY, 45, "Room 1", actor)).isEqualTo(first);
        assertThat(sender.runOnce()).isZero();
    }

    @Test
    void aMeetingThatIsCalledOffIsTakenOutOfCalendars() throws Exception {
        Meeting first = plan("1", MONDAY, ann);
        last();

        meetings.cancel(first.id(), actor);

        assertThat(calendar(last(), "CANCEL"))
                .contains("METHOD:CANCEL", "UID:" + first.uid(), "SEQUENCE:1", "STATUS:CANCELLED");
        assertThat(lists.plannedWith(account)).isEmpty();
        assertThatThrownBy(() -> meetings.cancel(first.id(), actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The meeting “Kick-off” is cancelled: only one that is planned can be changed.");
        assertThat(given.auditedActions()).containsExactly("meeting.planned", "meeting.cancelled");
    }

    @Test
    void aMeetingIsLoggedWhenItsDayIsOverAtItsTime() {
        Meeting held = plan("1", MONDAY, ann, ben);
        Meeting off = plan("2", MONDAY, ann);
        meetings.cancel(off.id(), actor);
        given.clock().set(MONDAY.plus(Duration.ofHours(3)));
        meetings.logHeld();
        assertThat(touchpoints.ofAccount(account, 10)).isEmpty();

        given.clock().set(MONDAY.plus(Duration.ofDays(1)));
        meetings.logHeld();
        meetings.logHeld();

        assertThat(touchpoints.ofAccount(account, 10))
                .extracting(Touchpoint::kind, Touchpoint::time, Touchpoint::note, Touchpoint::author)
                .containsExactly(tuple(TouchpointKind.MEETING, MONDAY, "“Kick-off” with Ann Lee, Bén", "Carla"));
        assertThat(lists.withId(held.id()).orElseThrow().state()).isEqualTo(MeetingState.HELD);
        assertThatThrownBy(() -> meetings.move(held.id(), MONDAY.plus(Duration.ofDays(9)), 45, "", actor))
                .hasMessageContaining("is held");
    }

    @Test
    void aMeetingIsToCome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("1", Given.THURSDAY, ann))
                .withMessageContaining("a time to come");
    }

    @Test
    void whoDoesNotWantEmailsIsNotInvited() {
        Contact dan = person("dan", "{\"name\": \"Dan\", \"email\": \"dan@acme.example\", \"unsubscribed\": \"true\"}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("1", MONDAY, dan))
                .withMessage("Dan cannot be invited: Does not want emails (unsubscribed).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("1", MONDAY))
                .withMessageContaining("this one has 0");
    }

    @Test
    void nothingLeavesForTheSampleCompany() {
        account("sample", "true");

        meetings.cancel(plan("1", MONDAY, ann).id(), actor);

        assertThat(all()).isEmpty();
    }
}
