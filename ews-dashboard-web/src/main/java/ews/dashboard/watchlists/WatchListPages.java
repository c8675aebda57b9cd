package ews.dashboard.watchlists;

import ews.dashboard.accounts.AccountRow;
import ews.dashboard.accounts.Listed;
import ews.dashboard.accounts.Portfolio;
import ews.dashboard.accounts.SavedViews;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.When;
import ews.domain.account.AccountId;
import ews.plays.review.Review;
import ews.plays.review.ReviewLists;
import ews.plays.watchlist.BuiltInList;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchListChanges;
import ews.plays.watchlist.WatchListEntry;
import ews.plays.watchlist.WatchLists;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of the watch lists show. */
@Component
class WatchListPages {

    private static final int MOST_SHOWN = 200;

    private final Portfolio portfolio;
    private final SavedViews views;
    private final WatchLists lists;
    private final WatchListChanges changes;
    private final ReviewLists reviews;
    private final When when;

    WatchListPages(
            Portfolio portfolio,
            SavedViews views,
            WatchLists lists,
            WatchListChanges changes,
            ReviewLists reviews,
            When when) {
        this.portfolio = portfolio;
        this.views = views;
        this.lists = lists;
        this.changes = changes;
        this.reviews = reviews;
        this.when = when;
    }

    /**
     * All lists.
     *
     * @param works whether the viewer may do something with them
     */
    record All(List<BuiltIn> builtIn, List<Kept> kept, List<Saved> saved, boolean works) {}

    /** @param review this week's of the viewer; {@code null} if there is none */
    record BuiltIn(
            BuiltInList list, long accounts, @Nullable Review review) {}

    record Kept(WatchList list, @Nullable Review review) {}

    record Saved(
            SavedViews.Line line,
            boolean own,
            boolean changes,
            @Nullable Review review) {}

    All all(Viewer viewer) {
        Map<String, Review> done = reviews.ofThisWeek(viewer.id()).stream()
                .collect(Collectors.toMap(Review::list, Function.identity(), (first, _) -> first));
        var counts = portfolio.counts(Listed.Reading.usual(viewer));
        return new All(
                Arrays.stream(BuiltInList.values())
                        .map(list -> new BuiltIn(list, counts.getOrDefault(list, 0L), done.get(list.key())))
                        .toList(),
                lists.all().stream()
                        .map(list -> new Kept(list, done.get(list.key())))
                        .toList(),
                views.of(viewer).stream()
                        .map(line -> new Saved(
                                line,
                                line.filter().owner().equals(viewer.id()),
                                SavedFilterController.mayChange(line.filter(), viewer),
                                done.get(line.filter().key().text())))
                        .toList(),
                viewer.mayWork());
    }

    /**
     * One list that people keep.
     *
     * @param lines the newest of a long list
     * @param dependents what would miss it
     * @param changes whether the viewer may rename or delete it
     */
    record One(
            WatchList list,
            List<Line> lines,
            List<WatchListEntry> ended,
            List<String> dependents,
            boolean works,
            boolean changes) {}

    /** @param changes whether the viewer may change the account */
    record Line(WatchListEntry entry, AccountRow row, boolean changes) {}

    One one(WatchList list, Viewer viewer) {
        List<WatchListEntry> entries =
                lists.entries(list.key()).stream().limit(MOST_SHOWN).toList();
        Map<AccountId, AccountRow> rows =
                portfolio
                        .entriesOf(entries.stream().map(WatchListEntry::account).toList())
                        .stream()
                        .collect(Collectors.toMap(Portfolio.Entry::id, entry -> AccountRow.of(entry, when)));
        return new One(
                list,
                entries.stream()
                        .filter(entry -> rows.containsKey(entry.account()))
                        .map(entry -> new Line(
                                entry,
                                Objects.requireNonNull(rows.get(entry.account())),
                                viewer.mayChangeOf(entry.csm())))
                        .toList(),
                lists.ended(list.key()),
                changes.dependents(list.key()),
                viewer.mayWork(),
                mayChange(list, viewer));
    }

    /** Who made it, and who leads. */
    static boolean mayChange(WatchList list, Viewer viewer) {
        return viewer.mayAssign() || viewer.mayWork() && viewer.id().equals(list.owner());
    }
}
