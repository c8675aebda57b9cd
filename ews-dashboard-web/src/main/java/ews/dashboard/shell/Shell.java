package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What the layout shows around a page. Read when the layout asks for it, so fragments cost nothing. */
public final class Shell {

    private final String path;
    private final Viewer viewer;
    private final Supplier<Counts> counts;
    private final Supplier<List<WatchLists.WatchList>> watchLists;

    Shell(String path, Viewer viewer, Supplier<Counts> counts, Supplier<List<WatchLists.WatchList>> watchLists) {
        this.path = path;
        this.viewer = viewer;
        this.counts = SingletonSupplier.of(counts);
        this.watchLists = SingletonSupplier.of(watchLists);
    }

    /**
     * An entry of the sidebar.
     *
     * @param hot whether the count asks for attention
     */
    public record Place(String path, String name, String icon, boolean current, long count, boolean hot) {}

    public List<Place> places() {
        var places = List.of(
                place("/today", "Today", "sun", counts.get().today(), false),
                place("/accounts", "Accounts", "building", 0, false),
                place("/alerts", "Alerts", "bell", counts.get().alerts(), true),
                place("/plays", "Plays", "plays", 0, false),
                place("/tasks", "Tasks", "tasks", counts.get().tasks(), false),
                place("/health", "Health report", "chart", 0, false),
                place("/setup", "Setup", "settings", 0, false));
        return viewer.isAdmin() ? places : places.subList(0, places.size() - 1);
    }

    public List<WatchLists.WatchList> watchLists() {
        return watchLists.get();
    }

    /** How many notices the viewer has not seen. */
    public long newNotices() {
        return counts.get().notices();
    }

    public Freshness freshness() {
        return counts.get().freshness();
    }

    /** Whether the accounts are those of the sample company. */
    public boolean sample() {
        return counts.get().sample();
    }

    private Place place(String at, String name, String icon, long count, boolean hot) {
        return new Place(at, name, icon, isIn(at) || (at.equals("/plays") && isIn("/templates")), count, hot);
    }

    private boolean isIn(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
