package ews.plays.meeting;

import ews.domain.time.OrganisationDays;
import ews.plays.calendar.CalendarFile;
import ews.plays.channel.Email;
import ews.plays.channel.Email.Invitation;
import ews.plays.email.EmailHtml;
import ews.plays.outbox.NewMessage;
import ews.plays.outbox.Outbox;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import org.springframework.stereotype.Component;

/** Tells the guests of a meeting and who invites them, by emails that calendars understand. */
@Component
class InvitationEmails {

    private final Outbox outbox;
    private final OrganisationDays days;

    InvitationEmails(Outbox outbox, OrganisationDays days) {
        this.outbox = outbox;
        this.days = days;
    }

    /** Sends what holds now: the invitation, or a newer one in its place. */
    void send(Meeting meeting) {
        String subject = (meeting.sequence() == 0 ? "Invitation: " : "Changed: ") + meeting.title();
        put(meeting, ImmutableMethod.REQUEST, subject, "%s invites you.".formatted(meeting.organiser()));
    }

    /** Sends that it does not take place. */
    void callOff(Meeting meeting) {
        put(
                meeting,
                ImmutableMethod.CANCEL,
                "Cancelled: " + meeting.title(),
                "%s has called this meeting off.".formatted(meeting.organiser()));
    }

    private void put(Meeting meeting, Method method, String subject, String first) {
        String text = text(meeting, first);
        NewMessage message = new Email(
                        receivers(meeting),
                        subject,
                        text,
                        EmailHtml.document(EmailHtml.of(text)),
                        meeting.organiser(),
                        meeting.organiserEmail(),
                        new Invitation(method.getValue(), calendar(meeting, method)))
                .message("meeting %s %d".formatted(meeting.uid(), meeting.sequence()));
        outbox.put(
                meeting.run() == null
                        ? message.about(meeting.account())
                        : message.in(meeting.account(), meeting.run()));
    }

    private String text(Meeting meeting, String first) {
        return Stream.of(
                        first,
                        "%s\n%s%s"
                                .formatted(
                                        meeting.title(),
                                        MeetingTimes.say(meeting, days.zone()),
                                        meeting.place().isEmpty() ? "" : "\n" + meeting.place()),
                        meeting.detail())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String calendar(Meeting meeting, Method method) {
        VEvent event = CalendarFile.event(
                meeting.uid(), days.now(), meeting.start(), meeting.end(), meeting.title(), meeting.detail());
        event.add(new Sequence(meeting.sequence()));
        if (!meeting.place().isEmpty()) {
            event.add(new Location(meeting.place()));
        }
        event.add(
                method.equals(ImmutableMethod.CANCEL)
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Organizer(mailto(meeting.organiserEmail())).add(name(meeting.organiser())));
        event.add(new Attendee(mailto(meeting.organiserEmail()))
                .add(name(meeting.organiser()))
                .add(Role.CHAIR)
                .add(PartStat.ACCEPTED));
        for (Guest guest : meeting.guests()) {
            event.add(new Attendee(mailto(guest.email()))
                    .add(name(guest.name()))
                    .add(Role.REQ_PARTICIPANT)
                    .add(PartStat.NEEDS_ACTION)
                    .add(Rsvp.TRUE));
        }
        return CalendarFile.invitation(method, event);
    }

    /** In quotes there is no quote. */
    private static Cn name(String name) {
        return new Cn(name.replace('"', '\''));
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The address %s cannot be invited.".formatted(address), e);
        }
    }

    private static String receivers(Meeting meeting) {
        return Stream.concat(
                        meeting.guests().stream(), Stream.of(new Guest(meeting.organiser(), meeting.organiserEmail())))
                .map(InvitationEmails::address)
                .collect(Collectors.joining(", "));
    }

    private static String address(Guest guest) {
        try {
            String name = guest.name().equals(guest.email()) ? null : guest.name();
            return new InternetAddress(guest.email(), name, StandardCharsets.UTF_8.name()).toUnicodeString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
    }
}
