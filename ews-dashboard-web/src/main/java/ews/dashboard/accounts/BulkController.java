package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.Figures;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.member.MemberId;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import ews.plays.run.Owners;
import ews.plays.run.Runs;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with several accounts of the portfolio at once; accounts that are not the viewer's are left alone. */
@Controller
class BulkController {

    private final Accounts accounts;
    private final Plays plays;
    private final Runs runs;
    private final Owners owners;
    private final FollowUpPolicies policies;
    private final WatchLists watchLists;

    BulkController(
            Accounts accounts,
            Plays plays,
            Runs runs,
            Owners owners,
            FollowUpPolicies policies,
            WatchLists watchLists) {
        this.accounts = accounts;
        this.plays = plays;
        this.runs = runs;
        this.owners = owners;
        this.policies = policies;
        this.watchLists = watchLists;
    }

    @PostMapping("/accounts/play")
    String play(
            @RequestParam(defaultValue = "") List<Long> account,
            @RequestParam String play,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        return new Answer(backTo(back), once).after(() -> {
            Play started = plays.withKey(play)
                    .orElseThrow(
                            () -> new IllegalArgumentException("Choose a play; there is no “%s”.".formatted(play)));
            return each(
                    account,
                    viewer,
                    "“%s” was started on %%s.".formatted(started.name()),
                    it -> runs.start(it.id(), started, null, "Started by hand from the portfolio.", viewer.actor()));
        });
    }

    /** @param moving which open tasks go along; as the policy says if not given */
    @PostMapping("/accounts/assign")
    String assign(
            @RequestParam(defaultValue = "") List<Long> account,
            @RequestParam long assignee,
            @RequestParam(required = false) @Nullable String moving,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        return new Answer(backTo(back), once).after(() -> {
            OwnerChange which = moving == null ? policies.ownerChange() : OwnerChange.of(moving);
            return each(
                    account,
                    viewer,
                    "%s got a new CSM.",
                    it -> owners.reassign(it.id(), new MemberId(assignee), which, viewer.actor()));
        });
    }

    @PostMapping("/accounts/watch")
    String watch(
            @RequestParam(defaultValue = "") List<Long> account,
            @RequestParam String watchList,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        String why = reason.isBlank() ? "Added by hand from the portfolio." : reason;
        return new Answer(backTo(back), once)
                .after(() -> each(
                        account,
                        viewer,
                        "%s on the watch list.",
                        it -> watchLists.add(it.id(), watchList, why, until, null, viewer.actor())));
    }

    /** Each account is a change of its own, so that one that cannot be changed does not hold up the others. */
    private String each(List<Long> ids, Viewer viewer, String done, Consumer<Account> change) {
        // Spring makes null of an empty value.
        List<Long> given = ids.stream().filter(Objects::nonNull).toList();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("Select accounts first.");
        }
        List<Account> chosen = given.stream()
                .distinct()
                .limit(Portfolio.PAGE_SIZE)
                .map(id -> accounts.withId(new AccountId(id)))
                .flatMap(Optional::stream)
                .toList();
        List<Account> changeable = chosen.stream().filter(viewer::mayChange).toList();
        changeable.forEach(change);
        int others = chosen.size() - changeable.size();
        return done.formatted(Figures.count(changeable.size(), "account", "accounts"))
                + (others == 0 ? "" : " %s not yours to change.".formatted(Figures.count(others, "is", "are")));
    }

    /** Only ever back into the portfolio, whatever a form says. */
    private static String backTo(String address) {
        return address.matches("/accounts(\\?[^\\s\\\\]*)?") ? address : PortfolioAddress.PATH;
    }
}
