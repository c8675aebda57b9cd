package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.shell.WatchLists;
import ews.plays.watchlist.BuiltInList;
import ews.plays.watchlist.SavedFilters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Offers the watch lists in the sidebar: those that fill themselves, counted over the viewer's own accounts or, for
 * others, over all; those that people keep, where somebody is on them; and the filters that the viewer sees.
 */
@Component
class SidebarLists implements WatchLists {

    private final Portfolio portfolio;
    private final ews.plays.watchlist.WatchLists kept;
    private final SavedFilters saved;
    private final SavedCounts counts;
    private final FilterWords.Reading words;
    private final Listed.Reading listed;

    SidebarLists(
            Portfolio portfolio,
            ews.plays.watchlist.WatchLists kept,
            SavedFilters saved,
            SavedCounts counts,
            FilterWords.Reading words,
            Listed.Reading listed) {
        this.portfolio = portfolio;
        this.kept = kept;
        this.saved = saved;
        this.counts = counts;
        this.words = words;
        this.listed = listed;
    }

    @Override
    public List<WatchList> of(Viewer viewer) {
        return Stream.of(builtIn(viewer), kept(), saved(viewer))
                .flatMap(it -> it)
                .toList();
    }

    private Stream<WatchList> builtIn(Viewer viewer) {
        var counted = portfolio.counts(Listed.Reading.usual(viewer));
        return Stream.of(BuiltInList.values())
                .map(list -> new WatchList(
                        "/accounts?list=" + list.key(),
                        list.label(),
                        BuiltInConditions.colour(list),
                        counted.getOrDefault(list, 0L),
                        null));
    }

    private Stream<WatchList> kept() {
        return kept.all().stream()
                .filter(list -> list.accounts() > 0)
                .map(list -> new WatchList("/watch-lists/" + list.key(), list.name(), "kept", list.accounts(), null));
    }

    private Stream<WatchList> saved(Viewer viewer) {
        var filters = saved.visibleTo(viewer.id());
        if (filters.isEmpty()) {
            return Stream.of();
        }
        FilterWords names = words.now();
        List<Listed> lists =
                filters.stream().map(filter -> listed.of(filter, names, viewer)).toList();
        var counted = counts.of(
                lists.stream().map(Listed::view).filter(Objects::nonNull).toList());
        return lists.stream()
                .map(list -> new WatchList(
                        list.address(),
                        list.name(),
                        "saved",
                        list.view() == null ? 0 : counted.getOrDefault(list.view(), 0L),
                        list.problem()));
    }
}
