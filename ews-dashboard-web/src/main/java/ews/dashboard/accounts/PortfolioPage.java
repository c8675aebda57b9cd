package ews.dashboard.accounts;

import ews.dashboard.view.Figures;
import ews.dashboard.view.Paging;
import ews.dashboard.view.When;
import ews.domain.score.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The list of accounts with what is around it.
 *
 * @param summary what the rows are: how many, of which worth, in which order
 * @param narrowed what else narrows the list down; one click takes it away
 * @param kept what the filter form must repeat of the address
 * @param here the address of this view
 * @param hiding in words, why there are no rows
 * @param today the address of the same view of today
 * @param changes whether the viewer may change accounts here; never those of a past day
 * @param savable whether there is something to save of the view: a filter, and not of a past day
 * @param withoutFilters the address that shows accounts again; {@code null} if no filter hides any
 */
record PortfolioPage(
        String title,
        String summary,
        Kpis kpis,
        List<Chip> chips,
        List<Narrowed> narrowed,
        List<Column> columns,
        List<AccountRow> rows,
        Paging paging,
        Map<String, String> kept,
        String here,
        String hiding,
        @Nullable String withoutFilters,
        String today,
        boolean savable,
        boolean changes) {

    /** A column; {@code href} sorts by it, where it can be sorted by. */
    record Column(
            String id,
            String label,
            String css,
            @Nullable String href,
            @Nullable String ariaSort) {}

    /** A filter that has no field of its own on the page. */
    record Narrowed(String label, String href) {}

    static PortfolioPage of(
            String title,
            Tally all,
            List<Portfolio.Entry> entries,
            PortfolioAddress address,
            boolean changes,
            When when) {
        AccountFilter.Chips chips = address.filter().chips();
        Tally shown = all.where(group -> chips.letThrough(group.band(), group.falling(), group.renewing()));
        var kept = new TreeMap<>(address.address().query());
        kept.keySet().removeAll(List.of("q", "segment", "csm", "list", "asOf"));
        return new PortfolioPage(
                title,
                summary(shown, address.sort()),
                Kpis.of(all),
                Chip.of(all, address),
                narrowed(address),
                columns(address),
                entries.stream()
                        .map(entry ->
                                AccountRow.of(entry, when, address.filter().asOf()))
                        .toList(),
                Paging.of(address.page(), shown.accounts(), Portfolio.PAGE_SIZE, address.address()),
                kept,
                address.address().toString(),
                hiding(address.filter(), all),
                withoutFilters(address, all),
                address.of(address.filter().asOf(null)).toString(),
                address.filter().asOf() == null && !address.filter().isUnfiltered(),
                changes && address.filter().asOf() == null);
    }

    private static String summary(Tally shown, AccountSort sort) {
        return Figures.count(shown.accounts(), "account", "accounts")
                + (shown.arr().currency().isEmpty() ? "" : " · " + shown.arr().all() + " ARR")
                + (sort == AccountSort.ATTENTION ? ", most attention first" : "");
    }

    private static String hiding(AccountFilter filter, Tally all) {
        AccountFilter.Chips chips = filter.chips();
        if (all.accounts() > 0) {
            var names = new ArrayList<String>();
            if (chips.band() != null) {
                names.add(
                        chips.band() == Band.UNKNOWN
                                ? "unknown health"
                                : chips.band().label().toLowerCase(Locale.ROOT) + " health");
            }
            if (chips.falling()) {
                names.add("falling");
            }
            if (chips.renewing()) {
                names.add("renews in 90 days");
            }
            return "%s without the filter “%s”."
                    .formatted(
                            Figures.count(all.accounts(), "account is there", "accounts are there"),
                            String.join(", ", names));
        }
        if (filter.text() != null) {
            return "No account of this list has “%s” in its name.".formatted(filter.text());
        }
        return filter.isUnfiltered()
                ? "Accounts appear here when the first events about them arrive."
                : "There is no account in this selection.";
    }

    private static @Nullable String withoutFilters(PortfolioAddress address, Tally all) {
        AccountFilter filter = address.filter();
        if (all.accounts() > 0) {
            return address.of(filter.with(AccountFilter.Chips.NONE)).toString();
        }
        return filter.isUnfiltered()
                ? null
                : address.of(AccountFilter.of(filter.owner()).asOf(filter.asOf()))
                        .toString();
    }

    private static List<Narrowed> narrowed(PortfolioAddress address) {
        AccountFilter filter = address.filter();
        var narrowed = new ArrayList<Narrowed>();
        narrow(narrowed, address, "stage", "Stage", filter.stage());
        narrow(narrowed, address, "plan", "Plan", filter.plan());
        narrow(narrowed, address, "product", "Product", filter.product());
        narrow(
                narrowed,
                address,
                "cancelled",
                "Cancelled in",
                filter.cancelled() == null ? null : When.month(filter.cancelled()));
        narrow(narrowed, address, "parent", "Parts of", filter.parent() == null ? null : "one account");
        narrow(narrowed, address, "archived", "Shown", filter.archived() ? "archived" : null);
        return narrowed;
    }

    private static void narrow(
            List<Narrowed> narrowed, PortfolioAddress address, String name, String label, @Nullable String value) {
        if (value != null) {
            narrowed.add(new Narrowed(label + ": " + value, address.with(name, null)));
        }
    }

    private static List<Column> columns(PortfolioAddress address) {
        return List.of(
                column(address, AccountSort.NAME, "Account", ""),
                column(address, AccountSort.SCORE, "Health", ""),
                column(address, AccountSort.CHANGE, "7 d", "number"),
                new Column("", "12 weeks", "column-trend", null, null),
                new Column("", "Why", "column-why", null, null),
                column(address, AccountSort.ARR, "ARR", "number"),
                column(address, AccountSort.RENEWAL, "Renews", "number medium-only"),
                column(address, AccountSort.TOUCH, "Last touch", "number wide-only"));
    }

    private static Column column(PortfolioAddress address, AccountSort sort, String label, String css) {
        return new Column("s-" + sort.code(), label, css, address.sortedBy(sort), address.ariaSort(sort));
    }
}
