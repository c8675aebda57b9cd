package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import java.util.List;

/** The lists that the sidebar offers; the accounts' pages know them. */
public interface WatchLists {

    /**
     * @param key names the list in addresses
     * @param colour good, average, poor or flat
     * @param count how many accounts are on it
     */
    record WatchList(String key, String name, String colour, long count) {}

    /** Counted over the accounts that are this viewer's business. */
    List<WatchList> of(Viewer viewer);
}
