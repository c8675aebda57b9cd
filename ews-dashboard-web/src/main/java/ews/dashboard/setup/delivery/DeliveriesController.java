package ews.dashboard.setup.delivery;

import ews.dashboard.security.Viewer;
import ews.domain.TransitionRefused;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Deliveries;
import ews.plays.outbox.MessageId;
import ews.plays.outbox.MessageRow;
import ews.plays.outbox.MessageState;
import ews.plays.outbox.Transports;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

@Controller
@RequestMapping("/setup/deliveries")
class DeliveriesController {

    private static final int PAGE = 50;

    private final Deliveries deliveries;
    private final Transports transports;

    DeliveriesController(Deliveries deliveries, Transports transports) {
        this.deliveries = deliveries;
        this.transports = transports;
    }

    /**
     * @param state anything but a state for all
     * @param channel anything but a channel for all
     * @param before the id of the last message of the page before
     */
    @GetMapping
    String newest(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        MessageState chosenState = state(state);
        Channel chosenChannel = channel(channel);
        List<MessageRow> rows =
                deliveries.newest(chosenState, chosenChannel, before == null ? null : new MessageId(before), PAGE + 1);
        List<MessageRow> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        model.addAttribute("messages", shown);
        model.addAttribute("older", rows.size() > PAGE ? shown.getLast().id() : null);
        model.addAttribute("newest", before == null);
        model.addAttribute("states", MessageState.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("state", chosenState == null ? null : chosenState.code());
        model.addAttribute("channel", chosenChannel == null ? null : chosenChannel.code());
        model.addAttribute("obstacles", transports.obstacles().values());
        return "setup/deliveries";
    }

    /** Leads back to the list as it was filtered. */
    @PostMapping("/{id}/again")
    String sendAgain(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            Viewer viewer,
            RedirectAttributes redirect) {
        try {
            deliveries.sendAgain(new MessageId(id), viewer.actor());
            redirect.addFlashAttribute("message", "It is sent again now, with the same id.");
        } catch (TransitionRefused e) {
            redirect.addFlashAttribute("problem", e.getMessage());
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        MessageState chosenState = state(state);
        Channel chosenChannel = channel(channel);
        redirect.addAttribute("state", chosenState == null ? "" : chosenState.code());
        redirect.addAttribute("channel", chosenChannel == null ? "" : chosenChannel.code());
        return "redirect:/setup/deliveries";
    }

    private static @Nullable MessageState state(@Nullable String code) {
        return Arrays.stream(MessageState.values())
                .filter(it -> it.code().equals(code))
                .findAny()
                .orElse(null);
    }

    private static @Nullable Channel channel(@Nullable String code) {
        return Arrays.stream(Channel.values())
                .filter(it -> it.code().equals(code))
                .findAny()
                .orElse(null);
    }
}
