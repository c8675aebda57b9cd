package ews.dashboard.setup.preview;

import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.detection.preview.BackTest.Missed;
import ews.detection.preview.Impact;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.profile.Drafts;
import ews.detection.profile.ProfileChanges;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows what a proposal would change, while it is being computed and after. */
@Controller
@RequestMapping("/setup/previews/{id:\\d+}")
class PreviewController {

    private final Previewing previewing;
    private final Drafts drafts;
    private final Accounts accounts;
    private final When when;

    PreviewController(Previewing previewing, Drafts drafts, Accounts accounts, When when) {
        this.previewing = previewing;
        this.drafts = drafts;
        this.accounts = accounts;
        this.when = when;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        show(id, model);
        return "setup/preview";
    }

    /** The part that htmx asks for until everything is known. */
    @GetMapping("/impact")
    String impact(@PathVariable long id, Model model) {
        show(id, model);
        return "setup/preview-impact :: impact";
    }

    private void show(long id, Model model) {
        Preview preview = previewing
                .withId(new PreviewId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int segmentId = Objects.requireNonNull(preview.segmentId());
        Segment segment = preview.proposal().segments().stream()
                .filter(it -> it.id() == segmentId)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        HealthProfile proposed =
                Objects.requireNonNull(preview.proposal().profiles().get(segmentId));
        HealthProfile now = preview.basis().profiles().get(segmentId);
        model.addAttribute("preview", preview);
        model.addAttribute("progress", progress(preview));
        model.addAttribute("segment", segment);
        model.addAttribute("started", when.moment(preview.startedAt()));
        model.addAttribute("changes", now == null ? List.of() : ProfileChanges.between(now, proposed));
        model.addAttribute(
                "isTheDraft",
                drafts.of(segmentId).filter(it -> it.profile().equals(proposed)).isPresent());
        model.addAttribute("today", when.today());
        model.addAttribute("impact", preview.impact() == null ? null : view(preview.impact()));
    }

    private static String progress(Preview preview) {
        String done = "%s of %s"
                .formatted(Figures.whole(preview.done()), Figures.count(preview.accounts(), "account", "accounts"));
        return switch (preview.state()) {
            case WAITING -> "Waits until the previews before it are done.";
            case SURVEYING -> "Looks at the peers that accounts are compared with first: %s.".formatted(done);
            case RUNNING, FAILED -> "%s so far.".formatted(done);
            case DONE -> done;
        };
    }

    private ImpactView view(Impact impact) {
        Map<AccountId, String> names = accounts.names(
                impact.proposed().missed().stream().map(Missed::account).toList());
        return ImpactView.of(impact, account -> names.getOrDefault(account, "An account that was deleted"));
    }
}
