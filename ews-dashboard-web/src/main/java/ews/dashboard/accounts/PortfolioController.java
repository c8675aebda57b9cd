package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.AsOf;
import ews.dashboard.view.Paging;
import ews.dashboard.view.When;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.account.Archive;
import ews.domain.member.Member;
import ews.domain.member.Members;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The portfolio: every view of it is an address, and htmx swaps its list. */
@Controller
class PortfolioController {

    private final Portfolio portfolio;
    private final Choices.Reading choices;
    private final Listed.Reading lists;
    private final Members members;
    private final Accounts accounts;
    private final Archive archive;
    private final When when;

    PortfolioController(
            Portfolio portfolio,
            Choices.Reading choices,
            Listed.Reading lists,
            Members members,
            Accounts accounts,
            Archive archive,
            When when) {
        this.portfolio = portfolio;
        this.choices = choices;
        this.lists = lists;
        this.members = members;
        this.accounts = accounts;
        this.archive = archive;
        this.when = when;
    }

    @GetMapping("/accounts")
    String list(
            @RequestParam Map<String, String> query,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored,
            Viewer viewer,
            Model model) {
        Listed list = Optional.ofNullable(query.get("list"))
                .flatMap(key -> lists.of(key, viewer))
                .orElse(null);
        Owner usual = list == null ? Listed.Reading.usual(viewer) : list.usual();
        AccountFilter asked = AccountFilter.parse(query, Owner.parse(query.get("csm"), viewer.id(), usual))
                .asOf(pastDay(query.get("asOf")));
        AccountFilter filter = list == null ? asked : asked.on(list);
        AccountSort sort = AccountSort.of(query.getOrDefault("sort", ""));
        var address = new PortfolioAddress(
                filter,
                sort,
                query.containsKey("dir") ? query.get("dir").equals("desc") : sort.isDescending(),
                Paging.number(query.get("page")));
        Tally all = portfolio.tally(filter.with(AccountFilter.Chips.NONE));
        Choices chosen = choices.of(viewer);
        model.addAttribute(
                "page",
                PortfolioPage.of(
                        list == null ? title(filter, viewer) : list.name(),
                        all,
                        entries(address),
                        address,
                        chosen.changes(),
                        when));
        model.addAttribute("filter", filter);
        model.addAttribute("listed", list);
        model.addAttribute("choices", chosen);
        model.addAttribute("anyArchived", archive.isUsed());
        model.addAttribute("today", when.today());
        return htmx != null && restored == null ? "accounts/list :: list" : "accounts/portfolio";
    }

    /** {@code null} if it is today. */
    private @Nullable LocalDate pastDay(@Nullable String asOf) {
        LocalDate today = when.today();
        LocalDate day = AsOf.parse(asOf, today);
        return day.equals(today) ? null : day;
    }

    private List<Portfolio.Entry> entries(PortfolioAddress address) {
        return portfolio.entries(address.filter(), address.sort(), address.descending(), address.page());
    }

    private String title(AccountFilter filter, Viewer viewer) {
        if (filter.archived()) {
            return "Archived accounts";
        }
        if (filter.parent() != null) {
            return accounts.withId(filter.parent())
                    .map(Account::name)
                    .map("Parts of %s"::formatted)
                    .orElse("Parts of an account that is gone");
        }
        return switch (filter.owner()) {
            case Owner.Everybody _ -> "All accounts";
            case Owner.Nobody _ -> "Accounts without a CSM";
            case Owner.Csm csm ->
                csm.member().equals(viewer.id())
                        ? "My portfolio"
                        : members.withId(csm.member())
                                .map(Member::name)
                                .map("Accounts of %s"::formatted)
                                .orElse("Accounts of somebody who left");
        };
    }
}
