package ews.dashboard.setup.source;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.sensors.reject.Reject;
import ews.sensors.reject.RejectFilter;
import ews.sensors.reject.Rejects;
import ews.sensors.reject.Rejects.CodeCount;
import ews.sensors.reject.Settlement;
import ews.sensors.replay.Replayed;
import ews.sensors.replay.Replays;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** What a source sent that could not be taken: found, corrected, replayed, dismissed. */
@Controller
@RequestMapping("/setup/sources/{id}/rejects")
class RejectsController {

    private static final int PAGE = 50;
    private static final int MOST_COUNTED = 100_000;
    private static final String SETTLED = "settled";

    private final Sources sources;
    private final Rejects rejects;
    private final Replays replays;

    RejectsController(Sources sources, Rejects rejects, Replays replays) {
        this.sources = sources;
        this.rejects = rejects;
        this.replays = replays;
    }

    /**
     * @param state {@code settled}, or anything else for those that are open
     * @param code of what is wrong; nothing for anything
     * @param q text in the reason, the id or the body
     * @param before the id of the last reject of the page before
     */
    @GetMapping
    String all(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Source source = existing(id);
        RejectFilter filter = filter(state, code, q);
        List<Reject> rows = rejects.of(source.id(), filter, before == null ? Rejects.NEWEST : before, PAGE + 1);
        List<Reject> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        model.addAttribute("source", source);
        model.addAttribute("filter", filter);
        model.addAttribute("rejects", shown);
        model.addAttribute("count", rejects.count(source.id(), filter, MOST_COUNTED));
        model.addAttribute("most", Replays.MOST);
        model.addAttribute("codes", codes(source, filter));
        model.addAttribute("newest", before == null);
        model.addAttribute("older", rows.size() > PAGE ? shown.getLast().id() : null);
        return "setup/rejects";
    }

    /** Those that the filter finds, as they were. */
    @PostMapping("/replay")
    String replayAll(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String q,
            Viewer viewer,
            RedirectAttributes redirect) {
        Source source = existing(id);
        RejectFilter filter = filter(null, code, q);
        redirect.addFlashAttribute("message", inWords(replays.replay(source.id(), filter, viewer.actor())));
        return to(source, filter, redirect);
    }

    /** Those that the filter finds. */
    @PostMapping("/dismissal")
    String dismissAll(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String q,
            Viewer viewer,
            RedirectAttributes redirect) {
        Source source = existing(id);
        RejectFilter filter = filter(null, code, q);
        int dismissed = replays.dismiss(source.id(), filter, viewer.actor());
        redirect.addFlashAttribute(
                "message", dismissed == 1 ? "One was dismissed." : "%,d were dismissed.".formatted(dismissed));
        return to(source, filter, redirect);
    }

    @GetMapping("/{reject}")
    String one(@PathVariable int id, @PathVariable long reject, Model model) {
        Reject existing = existing(id, reject);
        return page(existing, existing.body(), null, model);
    }

    /** @param body as it was, or corrected */
    @PostMapping("/{reject}/replay")
    String replay(
            @PathVariable int id,
            @PathVariable long reject,
            @RequestParam(required = false) @Nullable String body,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Reject existing = existing(id, reject);
        String sent = typed(body);
        switch (replays.replay(existing, sent, viewer.actor())) {
            case Replayed.Refused refused -> {
                return page(existing, sent, refused, model);
            }
            case Replayed.Settled settled ->
                redirect.addFlashAttribute("message", "It was " + settled.as().words() + ".");
        }
        return "redirect:/setup/sources/%d/rejects/%d".formatted(id, reject);
    }

    @PostMapping("/{reject}/dismissal")
    String dismiss(@PathVariable int id, @PathVariable long reject, Viewer viewer, RedirectAttributes redirect) {
        replays.dismiss(existing(id, reject), viewer.actor());
        redirect.addFlashAttribute("message", "It was dismissed.");
        return "redirect:/setup/sources/%d/rejects/%d".formatted(id, reject);
    }

    /** Also the one that was chosen, when no reject has it any more. */
    private List<CodeCount> codes(Source source, RejectFilter filter) {
        var codes = new ArrayList<>(rejects.codes(source.id()));
        String chosen = filter.code();
        if (chosen != null && codes.stream().noneMatch(it -> it.code().equals(chosen))) {
            codes.add(new CodeCount(chosen, 0));
        }
        return codes;
    }

    private String page(Reject reject, String body, Replayed.@Nullable Refused refused, Model model) {
        model.addAttribute("source", existing(reject.source().value()));
        model.addAttribute("reject", reject);
        model.addAttribute("body", body);
        model.addAttribute("refused", refused);
        return "setup/reject";
    }

    private static String inWords(Replays.Tally tally) {
        String settled = tally.settled().entrySet().stream()
                .map(it -> "%,d %s".formatted(it.getValue(), shortly(it.getKey())))
                .collect(Collectors.joining(", "));
        String refused = tally.refused() == 0 ? "" : "%,d are still wrong".formatted(tally.refused());
        if (settled.isEmpty()) {
            return refused.isEmpty() ? "There was nothing to replay." : refused + ".";
        }
        return refused.isEmpty() ? settled + "." : settled + "; " + refused + ".";
    }

    private static String shortly(Settlement as) {
        return switch (as) {
            case TAKEN -> "taken";
            case DUPLICATE -> "there already";
            case IGNORED -> "ignored";
            case DISMISSED -> "dismissed";
        };
    }

    private static RejectFilter filter(@Nullable String state, @Nullable String code, @Nullable String q) {
        return new RejectFilter(SETTLED.equals(state), given(code), given(q));
    }

    private static @Nullable String given(@Nullable String value) {
        String typed = typed(value);
        return typed.isEmpty() ? null : typed;
    }

    private static String to(Source source, RejectFilter filter, RedirectAttributes redirect) {
        redirect.addAllAttributes(Map.of(
                "code", filter.code() == null ? "" : filter.code(),
                "q", filter.text() == null ? "" : filter.text()));
        return "redirect:/setup/sources/%d/rejects".formatted(source.id().value());
    }

    private Source existing(int id) {
        return sources.withId(new SourceId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Reject existing(int id, long reject) {
        return rejects.withId(new SourceId(id), reject)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
