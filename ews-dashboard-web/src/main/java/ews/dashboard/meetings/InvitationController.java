package ews.dashboard.meetings;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.emails.Occasion;
import ews.dashboard.emails.Receivers;
import ews.dashboard.meetings.MeetingForm.Details;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import ews.plays.email.Contacts;
import ews.plays.meeting.Meeting;
import ews.plays.meeting.MeetingTimes;
import ews.plays.meeting.Meetings;
import ews.plays.meeting.NewMeeting;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Transports;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invites contacts of an account to a meeting. */
@Controller
class InvitationController {

    private static final LocalTime USUAL_TIME = LocalTime.of(10, 0);
    private static final int USUAL_MINUTES = 30;

    /** Where the invitation as a whole is wrong. */
    private static final String WHOLE = "meeting";

    private final Occasion.Reading occasions;
    private final Receivers.Reading receivers;
    private final Contacts contacts;
    private final Meetings meetings;
    private final Transports transports;
    private final Holidays holidays;
    private final OrganisationDays days;

    InvitationController(
            Occasion.Reading occasions,
            Receivers.Reading receivers,
            Contacts contacts,
            Meetings meetings,
            Transports transports,
            Holidays holidays,
            OrganisationDays days) {
        this.occasions = occasions;
        this.receivers = receivers;
        this.contacts = contacts;
        this.meetings = meetings;
        this.transports = transports;
        this.holidays = holidays;
        this.days = days;
    }

    @ModelAttribute(Occasion.ABOUT)
    Occasion about(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long run,
            @RequestParam(required = false) @Nullable Long task,
            Viewer viewer) {
        return occasions.of(id, run, task, viewer);
    }

    @GetMapping("/accounts/{id:\\d+}/meeting")
    String page(
            @ModelAttribute(name = Occasion.ABOUT, binding = false) Occasion about,
            @ModelAttribute("form") MeetingForm form,
            Viewer viewer,
            Model model) {
        var usual = Slot.of(holidays.workingDays().after(days.today(), 1), USUAL_TIME, USUAL_MINUTES);
        return page(about, form.with(usual), new Fields(), model);
    }

    /** @param look any value if the page is to be shown again, and nobody invited */
    @PostMapping("/accounts/{id:\\d+}/meeting")
    String invite(
            @ModelAttribute(name = Occasion.ABOUT, binding = false) Occasion about,
            @ModelAttribute("form") MeetingForm typed,
            @RequestParam(required = false) @Nullable String look,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        MeetingForm form = typed.withKey();
        var fields = new Fields();
        Optional<Details> details = look == null ? form.read(fields, days) : Optional.empty();
        if (details.isEmpty()) {
            return page(about, form, fields, model);
        }
        try {
            NewMeeting wanted = meeting(about, form, details.get(), viewer);
            Meeting planned = meetings.plan(wanted, viewer.actor());
            if (says(planned, wanted)) {
                once.addFlashAttribute(
                        "message",
                        about.account().sample()
                                ? "The meeting is planned. Nothing was sent."
                                : "%s and you are invited.".formatted(planned.guestNames()));
            } else {
                once.addFlashAttribute(
                        "problem", "This form has invited to a meeting already. Here it can be moved or called off.");
            }
            return "redirect:" + about.leadingBack("/meetings/" + planned.id());
        } catch (IllegalArgumentException e) {
            fields.wrong(WHOLE, String.valueOf(e.getMessage()));
            return page(about, form, fields, model);
        }
    }

    private NewMeeting meeting(Occasion about, MeetingForm form, Details details, Viewer viewer) {
        return new NewMeeting(
                Objects.requireNonNull(form.key()),
                about.account().id(),
                about.runId(),
                viewer.member(),
                contacts.withIds(about.account().id(), form.chosen()),
                details.subject(),
                details.detail(),
                details.place(),
                details.span().start(),
                details.span().minutes());
    }

    /** Whether the meeting is the one that was asked for, and not an earlier one of the same form. */
    private static boolean says(Meeting planned, NewMeeting wanted) {
        return planned.title().equals(wanted.title())
                && planned.start().equals(wanted.start())
                && planned.minutes() == wanted.minutes()
                && planned.guests().size() == wanted.guests().size();
    }

    private String page(Occasion about, MeetingForm typed, Fields fields, Model model) {
        MeetingForm form = typed.withKey();
        model.addAttribute("form", form);
        model.addAttribute("receivers", receivers.of(about.account().id(), form.chosen(), typed(form.find())));
        model.addAttribute("obstacle", transports.obstacles().get(Channel.EMAIL));
        model.addAttribute("zone", MeetingTimes.name(days.zone()));
        model.addAttribute("ofSample", about.account().sample());
        model.addAttribute("errors", fields.errors());
        return "meetings/invite";
    }
}
