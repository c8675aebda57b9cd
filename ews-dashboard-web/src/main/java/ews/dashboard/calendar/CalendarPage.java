package ews.dashboard.calendar;

import ews.dashboard.security.Viewer;
import ews.plays.calendar.CalendarFeeds;
import ews.plays.channel.OwnAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where members get and end the secret address of their own calendar. */
@Controller
@RequestMapping("/me/calendar")
class CalendarPage {

    private final CalendarFeeds feeds;
    private final OwnAddress address;

    CalendarPage(CalendarFeeds feeds, OwnAddress address) {
        this.feeds = feeds;
        this.address = address;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("since", feeds.openSince(viewer.id()).orElse(null));
        return "calendar";
    }

    /** The address is shown on the next page, and nowhere else. */
    @PostMapping
    String open(Viewer viewer, RedirectAttributes redirect) {
        String secret = feeds.open(viewer.id(), viewer.actor());
        String path = "/calendar/%s.ics".formatted(secret);
        redirect.addFlashAttribute(
                "address",
                address.of(path)
                        .orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path(path)
                                .toUriString()));
        return "redirect:/me/calendar";
    }

    @PostMapping("/end")
    String close(Viewer viewer, RedirectAttributes redirect) {
        feeds.close(viewer.id(), viewer.actor());
        redirect.addFlashAttribute("message", "The address is worthless now. Calendars that use it stay as they are.");
        return "redirect:/me/calendar";
    }
}
