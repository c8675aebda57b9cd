package ews.dashboard.setup.slack;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.HearingPages;
import ews.plays.channel.Announcements;
import ews.plays.channel.SlackChannel;
import ews.plays.channel.SlackChannelId;
import ews.plays.channel.SlackChannels;
import ews.plays.channel.WebhookEvent;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/slack")
class SlackController {

    private static final String KIND = "Slack channel";

    private final SlackChannels channels;
    private final Announcements announcements;

    SlackController(SlackChannels channels, Announcements announcements) {
        this.channels = channels;
        this.announcements = announcements;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("slackChannels", channels.all());
        return "setup/slack";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return newChannel(SlackForm.BLANK, new Fields(), model);
    }

    @PostMapping
    String add(@ModelAttribute("form") SlackForm form, Viewer viewer, Model model, RedirectAttributes redirect) {
        var fields = new Fields();
        Optional<SlackChannel> added = form.read(fields, false).flatMap(details -> add(details, viewer, fields));
        if (added.isEmpty()) {
            return newChannel(form, fields, model);
        }
        redirect.addFlashAttribute("message", "Added. Send a test to see that it works.");
        return "redirect:/setup/slack/" + added.get().id();
    }

    private Optional<SlackChannel> add(SlackForm.Details details, Viewer viewer, Fields fields) {
        return HearingPages.attempt(fields, KIND, () -> {
            String url = Objects.requireNonNull(details.url());
            return channels.add(details.name(), url, details.events(), viewer.actor());
        });
    }

    @GetMapping("/{id}")
    String channel(@PathVariable int id, Model model) {
        SlackChannel channel = existing(id);
        return show(channel, SlackForm.of(channel), new Fields(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable int id,
            @ModelAttribute("form") SlackForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        SlackChannel channel = existing(id);
        var fields = new Fields();
        form.read(fields, true).ifPresent(details -> change(channel, details, viewer, fields));
        if (!fields.areRight()) {
            return show(channel, form, fields, model);
        }
        redirect.addFlashAttribute("message", "Saved. It counts from now on.");
        return "redirect:/setup/slack/" + id;
    }

    private void change(SlackChannel channel, SlackForm.Details details, Viewer viewer, Fields fields) {
        HearingPages.attempt(
                fields,
                KIND,
                () -> channels.change(channel.id(), details.name(), details.url(), details.events(), viewer.actor()));
    }

    @PostMapping("/{id}/on")
    String switchOn(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        channels.enable(existing(id).id(), true, viewer.actor());
        HearingPages.saySwitched(true, redirect);
        return "redirect:/setup/slack/" + id;
    }

    @PostMapping("/{id}/off")
    String switchOff(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        channels.enable(existing(id).id(), false, viewer.actor());
        HearingPages.saySwitched(false, redirect);
        return "redirect:/setup/slack/" + id;
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        SlackChannel channel = existing(id);
        HearingPages.test(channel.enabled(), () -> announcements.test(channel, viewer.actor()), redirect);
        return "redirect:/setup/slack/" + id;
    }

    private static String newChannel(SlackForm form, Fields fields, Model model) {
        model.addAllAttributes(Map.of("form", form, "errors", fields.errors(), "kinds", WebhookEvent.values()));
        return "setup/slack-new";
    }

    private static String show(SlackChannel channel, SlackForm form, Fields fields, Model model) {
        model.addAllAttributes(
                Map.of("slack", channel, "form", form, "errors", fields.errors(), "kinds", WebhookEvent.values()));
        return "setup/slack-channel";
    }

    /** One of the organisation: those of members are theirs alone. */
    private SlackChannel existing(int id) {
        return channels.withId(new SlackChannelId(id))
                .filter(it -> it.member() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
