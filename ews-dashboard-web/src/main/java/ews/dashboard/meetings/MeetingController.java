package ews.dashboard.meetings;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.meetings.Slot.Span;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.tasks.TaskAccess;
import ews.dashboard.view.Answer;
import ews.domain.account.Account;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.meeting.Meeting;
import ews.plays.meeting.MeetingId;
import ews.plays.meeting.MeetingLists;
import ews.plays.meeting.MeetingTimes;
import ews.plays.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a meeting, moves it and calls it off: for those who may change the account, and for who invited to it. */
@Controller
class MeetingController {

    private final MeetingLists lists;
    private final Meetings meetings;
    private final AccountAccess access;
    private final TaskAccess tasks;
    private final OrganisationDays days;

    MeetingController(
            MeetingLists lists, Meetings meetings, AccountAccess access, TaskAccess tasks, OrganisationDays days) {
        this.lists = lists;
        this.meetings = meetings;
        this.access = access;
        this.tasks = tasks;
        this.days = days;
    }

    /** @param task for which it was planned; {@code null} if for none */
    @GetMapping("/meetings/{id:\\d+}")
    String page(
            @PathVariable long id, @RequestParam(required = false) @Nullable Long task, Viewer viewer, Model model) {
        Meeting meeting = existing(id);
        model.addAttribute("task", tasks.open(task, meeting.account()));
        return page(
                meeting,
                Slot.of(meeting.start(), meeting.minutes(), days),
                meeting.place(),
                new Fields(),
                viewer,
                model);
    }

    @PostMapping("/meetings/{id:\\d+}/move")
    String move(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String time,
            @RequestParam(required = false) @Nullable String minutes,
            @RequestParam(defaultValue = "") String place,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        Meeting meeting = changeable(id, viewer);
        var slot = new Slot(day, time, minutes);
        var fields = new Fields();
        Span span = slot.read(fields, days);
        if (!typed(place).isEmpty()) {
            fields.text("place", typed(place), Written.LINE);
        }
        if (span == null || !fields.areRight()) {
            return page(meeting, slot, place, fields, viewer, model);
        }
        return new Answer("/meetings/" + id, once).after(() -> {
            Meeting moved = meetings.move(meeting.id(), span.start(), span.minutes(), place, viewer.actor());
            return moved.sequence() == meeting.sequence()
                    ? "The meeting is then and there already: nothing was changed."
                    : told(moved, "The meeting is moved.");
        });
    }

    @PostMapping("/meetings/{id:\\d+}/cancel")
    String cancel(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Meeting meeting = changeable(id, viewer);
        return new Answer("/meetings/" + id, once)
                .after(() -> told(meetings.cancel(meeting.id(), viewer.actor()), "The meeting is called off."));
    }

    private String told(Meeting meeting, String what) {
        return account(meeting).sample() ? what : what + " Everybody is told.";
    }

    private String page(Meeting meeting, Slot slot, String place, Fields fields, Viewer viewer, Model model) {
        Account account = account(meeting);
        model.addAttribute("meeting", meeting);
        model.addAttribute("account", account);
        model.addAttribute("said", MeetingTimes.say(meeting, days.zone()));
        model.addAttribute("changes", meeting.isPlanned() && mayChange(meeting, account, viewer));
        model.addAttribute("form", slot);
        model.addAttribute("place", place);
        model.addAttribute("zone", MeetingTimes.name(days.zone()));
        model.addAttribute("ofSample", account.sample());
        model.addAttribute("errors", fields.errors());
        return "meetings/meeting";
    }

    private Meeting existing(long id) {
        return lists.withId(new MeetingId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Meeting changeable(long id, Viewer viewer) {
        Meeting meeting = existing(id);
        if (!mayChange(meeting, account(meeting), viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return meeting;
    }

    private Account account(Meeting meeting) {
        return access.readable(meeting.account());
    }

    private static boolean mayChange(Meeting meeting, Account account, Viewer viewer) {
        return viewer.mayChange(account) || (viewer.mayWork() && viewer.id().equals(meeting.member()));
    }
}
