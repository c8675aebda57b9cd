package ews.dashboard.notices;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.domain.time.OrganisationDays;
import ews.plays.channel.Announcements;
import ews.plays.channel.MemberSlack;
import ews.plays.channel.SlackChannel;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.NoticePreferences;
import ews.plays.notice.Preferences;
import ews.plays.notice.Timing;
import ews.plays.notice.Way;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Transports;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the viewer wants to be told of, how, and when. */
@Controller
@RequestMapping("/me/notices")
class ChoicesController {

    private static final int LONGEST_URL = 2_000;

    private final NoticePreferences preferences;
    private final MemberSlack slack;
    private final Announcements announcements;
    private final Transports transports;
    private final OrganisationDays days;

    ChoicesController(
            NoticePreferences preferences,
            MemberSlack slack,
            Announcements announcements,
            Transports transports,
            OrganisationDays days) {
        this.preferences = preferences;
        this.slack = slack;
        this.announcements = announcements;
        this.transports = transports;
        this.days = days;
    }

    @GetMapping("/choices")
    String choices(Viewer viewer, Model model) {
        return show(ChoicesForm.of(preferences.of(viewer.id())), "", new Fields(), viewer, model);
    }

    @PostMapping("/choices")
    String change(@RequestParam Map<String, String> typed, Viewer viewer, Model model, RedirectAttributes redirect) {
        var form = new ChoicesForm(typed);
        var fields = new Fields();
        boolean hasSlack = slack.of(viewer.id()).isPresent();
        Optional<Preferences> chosen = form.read(fields, viewer.role(), hasSlack, days.zone());
        if (chosen.isEmpty()) {
            return show(form, "", fields, viewer, model);
        }
        preferences.change(viewer.member(), chosen.get());
        redirect.addFlashAttribute("message", "Saved. It counts from now on.");
        return "redirect:/me/notices/choices";
    }

    @PostMapping("/slack")
    String setSlack(
            @RequestParam(required = false) @Nullable String url,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        var fields = new Fields();
        String address = Fields.typed(url);
        fields.text("url", address, LONGEST_URL).ifPresent(it -> {
            try {
                slack.set(viewer.member(), it);
            } catch (IllegalArgumentException e) {
                fields.wrong("url", String.valueOf(e.getMessage()));
            }
        });
        if (!fields.areRight()) {
            return show(ChoicesForm.of(preferences.of(viewer.id())), address, fields, viewer, model);
        }
        redirect.addFlashAttribute("message", "Saved. Send a test to see that it leads to you.");
        return "redirect:/me/notices/choices";
    }

    @PostMapping("/slack/test")
    String testSlack(Viewer viewer, RedirectAttributes redirect) {
        Optional<SlackChannel> channel = slack.of(viewer.id()).filter(SlackChannel::enabled);
        if (channel.isPresent()) {
            announcements.test(channel.get(), viewer.actor());
            redirect.addFlashAttribute("message", "A test is on its way to you.");
        } else {
            redirect.addFlashAttribute("problem", "There is no address in Slack that works. Enter one first.");
        }
        return "redirect:/me/notices/choices";
    }

    @PostMapping("/slack/removal")
    String removeSlack(Viewer viewer, RedirectAttributes redirect) {
        slack.remove(viewer.member());
        redirect.addFlashAttribute("message", "Removed. What you want by Slack comes by email now.");
        return "redirect:/me/notices/choices";
    }

    private String show(ChoicesForm form, String url, Fields fields, Viewer viewer, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("url", url);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("kinds", NoticeKind.of(viewer.role()));
        model.addAttribute("ways", Way.values());
        model.addAttribute("timings", Timing.values());
        model.addAttribute("zones", zones());
        model.addAttribute("usualZone", days.zone().getId());
        model.addAttribute("slack", slack.of(viewer.id()).orElse(null));
        model.addAttribute("noEmails", transports.obstacles().containsKey(Channel.EMAIL));
        return "notices/choices";
    }

    /** Those of places, by name. */
    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(it -> it.contains("/") && !it.startsWith("Etc/") && !it.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
