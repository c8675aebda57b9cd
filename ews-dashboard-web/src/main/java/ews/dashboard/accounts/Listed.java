package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.domain.member.Role;
import ews.plays.watchlist.ListKey;
import ews.plays.watchlist.SavedFilter;
import ews.plays.watchlist.SavedFilters;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A watch list of any kind, as one viewer sees it.
 *
 * @param usual whose accounts of it are shown unless somebody asks for others
 * @param view what a saved filter shows; {@code null} for other lists, and where it does not work any more
 * @param problem why a saved filter does not work any more, in one sentence; {@code null} if it works
 */
public record Listed(
        ListKey key,
        String name,
        Owner usual,
        @Nullable AccountFilter view,
        @Nullable String problem) {

    /** The address of the portfolio that shows it. */
    public String address() {
        return "/accounts?list=" + key.text();
    }

    /** Finds lists. */
    @Component
    public static class Reading {

        private final WatchLists kept;
        private final SavedFilters saved;
        private final FilterWords.Reading words;

        Reading(WatchLists kept, SavedFilters saved, FilterWords.Reading words) {
            this.kept = kept;
            this.saved = saved;
            this.words = words;
        }

        /** Empty if there is no such list, or the viewer may not see it. */
        public Optional<Listed> of(String key, Viewer viewer) {
            Owner usual = usual(viewer);
            ListKey list = ListKey.of(key);
            return switch (list) {
                case ListKey.BuiltIn(var builtIn) -> Optional.of(new Listed(list, builtIn.label(), usual, null, null));
                case ListKey.Kept(String itsKey) ->
                    kept.withKey(itsKey).map(WatchList::name).map(name -> new Listed(list, name, usual, null, null));
                case ListKey.Saved(var id) ->
                    saved.withId(id, viewer.id()).map(filter -> of(filter, words.now(), viewer));
            };
        }

        Listed of(SavedFilter filter, FilterWords words, Viewer viewer) {
            Owner owner = Owner.parse(filter.query().get("csm"), viewer.id(), usual(viewer));
            String problem = words.problem(filter.query());
            return new Listed(
                    filter.key(),
                    filter.name(),
                    owner,
                    problem == null ? AccountFilter.parse(filter.query(), owner) : null,
                    problem);
        }

        /** A CSM looks at their own accounts first, others at all of them. */
        public static Owner usual(Viewer viewer) {
            return viewer.role() == Role.CSM ? new Owner.Csm(viewer.id()) : new Owner.Everybody();
        }
    }
}
