package ews.dashboard.plans;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.plays.channel.OwnAddress;
import ews.plays.getwell.NewLink;
import ews.plays.getwell.PlanLinks;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes private links to a get-well plan, each of which is shown once, and revokes them. */
@Controller
@RequestMapping("/accounts/{account:\\d+}/plans/{plan:\\d+}/links")
class PlanLinkController {

    private final PlanAccess access;
    private final PlanLinks links;
    private final OwnAddress address;
    private final When when;

    PlanLinkController(PlanAccess access, PlanLinks links, OwnAddress address, When when) {
        this.access = access;
        this.links = links;
        this.address = address;
        this.when = when;
    }

    @PostMapping
    String create(
            @PathVariable long account,
            @PathVariable long plan,
            @RequestParam(defaultValue = "30") int days,
            Viewer viewer,
            RedirectAttributes once) {
        PlanAccess.Of of = access.changeable(account, plan, viewer);
        return new Answer(of.page() + "#links", once).after(() -> {
            NewLink link = links.create(of.id(), days, viewer.actor());
            once.addFlashAttribute("newLink", absolute(link.path()));
            return "The link works until %s. Copy it now: it is not shown again.".formatted(when.dayOf(link.expires()));
        });
    }

    @PostMapping("/{link:\\d+}/revocation")
    String revoke(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long link,
            Viewer viewer,
            RedirectAttributes once) {
        PlanAccess.Of of = access.changeable(account, plan, viewer);
        try {
            return new Answer(of.page() + "#links", once).after(() -> {
                links.revoke(of.plan(), link, viewer.actor());
                return "The link does not work any more.";
            });
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    /** As whoever installed EWS says that it is reached, and else as the viewer's browser reached it. */
    private String absolute(String path) {
        return address.of(path)
                .orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString());
    }
}
