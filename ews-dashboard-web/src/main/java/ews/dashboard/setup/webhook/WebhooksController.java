package ews.dashboard.setup.webhook;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.HearingPages;
import ews.plays.channel.Announcements;
import ews.plays.channel.NewSecret;
import ews.plays.channel.Webhook;
import ews.plays.channel.WebhookEvent;
import ews.plays.channel.WebhookId;
import ews.plays.channel.Webhooks;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/webhooks")
class WebhooksController {

    private static final String KIND = "webhook";

    private final Webhooks webhooks;
    private final Announcements announcements;

    WebhooksController(Webhooks webhooks, Announcements announcements) {
        this.webhooks = webhooks;
        this.announcements = announcements;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("webhooks", webhooks.all());
        return "setup/webhooks";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return newWebhook(WebhookForm.BLANK, new Fields(), model);
    }

    @PostMapping
    String add(@ModelAttribute("form") WebhookForm form, Viewer viewer, Model model, RedirectAttributes redirect) {
        var fields = new Fields();
        Optional<NewSecret> added = form.read(fields).flatMap(details -> add(details, viewer, fields));
        return added.isEmpty() ? newWebhook(form, fields, model) : showOnce(added.get(), redirect);
    }

    private Optional<NewSecret> add(WebhookForm.Details details, Viewer viewer, Fields fields) {
        return HearingPages.attempt(
                fields, KIND, () -> webhooks.add(details.name(), details.url(), details.events(), viewer.actor()));
    }

    @GetMapping("/{id}")
    String webhook(@PathVariable int id, Model model) {
        Webhook webhook = existing(id);
        return show(webhook, WebhookForm.of(webhook), new Fields(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable int id,
            @ModelAttribute("form") WebhookForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Webhook webhook = existing(id);
        var fields = new Fields();
        form.read(fields).ifPresent(details -> change(webhook, details, viewer, fields));
        if (!fields.areRight()) {
            return show(webhook, form, fields, model);
        }
        redirect.addFlashAttribute("message", "Saved. It counts from now on.");
        return "redirect:/setup/webhooks/" + id;
    }

    private void change(Webhook webhook, WebhookForm.Details details, Viewer viewer, Fields fields) {
        HearingPages.attempt(
                fields,
                KIND,
                () -> webhooks.change(webhook.id(), details.name(), details.url(), details.events(), viewer.actor()));
    }

    /** @param seen any value if others have seen the secret, so that it is to sign nothing any more */
    @PostMapping("/{id}/secret")
    String replaceSecret(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        return showOnce(webhooks.replaceSecret(existing(id).id(), seen == null, viewer.actor()), redirect);
    }

    @PostMapping("/{id}/on")
    String switchOn(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        webhooks.enable(existing(id).id(), true, viewer.actor());
        HearingPages.saySwitched(true, redirect);
        return "redirect:/setup/webhooks/" + id;
    }

    @PostMapping("/{id}/off")
    String switchOff(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        webhooks.enable(existing(id).id(), false, viewer.actor());
        HearingPages.saySwitched(false, redirect);
        return "redirect:/setup/webhooks/" + id;
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        Webhook webhook = existing(id);
        HearingPages.test(webhook.enabled(), () -> announcements.test(webhook, viewer.actor()), redirect);
        return "redirect:/setup/webhooks/" + id;
    }

    /** The secret is shown on the next page, and nowhere else. */
    private static String showOnce(NewSecret secret, RedirectAttributes redirect) {
        redirect.addFlashAttribute("secret", secret.secret());
        return "redirect:/setup/webhooks/" + secret.webhook().id();
    }

    private static String newWebhook(WebhookForm form, Fields fields, Model model) {
        model.addAllAttributes(Map.of("form", form, "errors", fields.errors(), "kinds", WebhookEvent.values()));
        return "setup/webhook-new";
    }

    private String show(Webhook webhook, WebhookForm form, Fields fields, Model model) {
        model.addAttribute("webhook", webhook);
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("kinds", WebhookEvent.values());
        model.addAttribute("oldUntil", webhooks.oldSecretUntil(webhook.id()).orElse(null));
        return "setup/webhook";
    }

    private Webhook existing(int id) {
        return webhooks.withId(new WebhookId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
