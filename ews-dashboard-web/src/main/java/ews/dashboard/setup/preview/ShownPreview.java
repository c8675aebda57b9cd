package ews.dashboard.setup.preview;

import ews.dashboard.view.Figures;
import ews.detection.preview.BackTest.Missed;
import ews.detection.preview.Impact;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows on any page what a preview found so far: the fragment {@code setup/preview-impact}. */
@Component
public class ShownPreview {

    private final Previewing previewing;
    private final Accounts accounts;

    ShownPreview(Previewing previewing, Accounts accounts) {
        this.previewing = previewing;
        this.accounts = accounts;
    }

    /** Adds {@code preview}, {@code progress} and {@code impact}, which the fragment reads; empty if there is none. */
    public Optional<Preview> addTo(Model model, PreviewId id) {
        Optional<Preview> found = previewing.withId(id);
        found.ifPresent(preview -> {
            model.addAttribute("preview", preview);
            model.addAttribute("progress", progress(preview));
            model.addAttribute("impact", preview.impact() == null ? null : view(preview.impact()));
        });
        return found;
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
