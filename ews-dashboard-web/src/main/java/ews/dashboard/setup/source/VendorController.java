package ews.dashboard.setup.source;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.domain.event.EventType;
import ews.sensors.intake.Batch;
import ews.sensors.source.SourceId;
import ews.sensors.vendor.Forged;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorIntake;
import ews.sensors.vendor.VendorWebhook;
import ews.sensors.vendor.VendorWebhooks;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connects the products of vendors, who send to an address of their own. */
@Controller
@RequestMapping("/setup/sources")
class VendorController {

    private final VendorWebhooks webhooks;
    private final VendorIntake intake;

    VendorController(VendorWebhooks webhooks, VendorIntake intake) {
        this.webhooks = webhooks;
        this.intake = intake;
    }

    @GetMapping("/vendors/{vendor}")
    String blank(@PathVariable String vendor, Model model) {
        Vendor known = known(vendor);
        return form(known, known.title(), new Fields(), model);
    }

    @PostMapping("/vendors/{vendor}")
    String create(
            @PathVariable String vendor,
            @RequestParam(required = false) @Nullable String name,
            Viewer viewer,
            Model model) {
        Vendor known = known(vendor);
        var fields = new Fields();
        Optional<String> title = fields.text("name", typed(name), 100);
        if (title.isPresent()) {
            try {
                return to(webhooks.create(title.get(), known, viewer.actor()).id());
            } catch (DuplicateKeyException e) {
                fields.wrong("name", "Another source has this name.");
            }
        }
        return form(known, typed(name), fields, model);
    }

    /** @param secret as it was pasted; nothing to have another one made */
    @PostMapping("/{id}/secret")
    String secret(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String secret,
            Viewer viewer,
            RedirectAttributes redirect) {
        VendorWebhook webhook = existing(id);
        try {
            if (webhook.vendor().secret() == Vendor.Secret.THEIRS) {
                webhooks.setSecret(webhook.source().id(), typed(secret), viewer.actor());
                redirect.addFlashAttribute(
                        "message", "The secret is entered. What is signed with it is taken from now on.");
            } else {
                webhooks.renewSecret(webhook.source().id(), viewer.actor());
                redirect.addFlashAttribute(
                        "message",
                        "There is a new secret. Enter it at %s: what is signed with the one before is refused."
                                .formatted(webhook.vendor().title()));
            }
        } catch (IllegalArgumentException e) {
            redirect.addFlashAttribute("problem", e.getMessage());
        }
        return to(webhook.source().id());
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable int id, RedirectAttributes redirect) {
        VendorWebhook webhook = existing(id);
        try {
            redirect.addFlashAttribute(
                    "message",
                    "A delivery as %s makes it was signed with the secret, checked and understood: %s. Nothing of it was stored. Now let %s send one."
                            .formatted(
                                    webhook.vendor().title(),
                                    inWords(intake.tryOut(webhook)),
                                    webhook.vendor().title()));
        } catch (Forged e) {
            redirect.addFlashAttribute("problem", e.reason());
        }
        return to(webhook.source().id());
    }

    private static String inWords(Batch read) {
        return Stream.concat(
                        read.events().stream().map(it -> EventType.of(it.event())),
                        read.people().unplaced().stream().map(it -> it.type()))
                .map(it -> "an event of the type " + it.code())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String form(Vendor vendor, String name, Fields fields, Model model) {
        model.addAttribute("vendor", vendor).addAttribute("name", name).addAttribute("errors", fields.errors());
        return "setup/vendor-new";
    }

    private Vendor known(String code) {
        return intake.vendors().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private VendorWebhook existing(int id) {
        return webhooks.of(new SourceId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String to(SourceId source) {
        return "redirect:/setup/sources/" + source;
    }
}
