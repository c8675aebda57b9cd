package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists that the sidebar offers; the accounts' pages know them. */
public interface WatchLists {

    /**
     * @param address the page that shows it
     * @param colour of its dot: good, average, poor or flat; kept or saved where it has a mark of its own
     * @param count how many accounts are on it
     * @param problem why it does not work any more; {@code null} if it does
     */
    record WatchList(
            String address,
            String name,
            String colour,
            long count,
            @Nullable String problem) {}

    /** Those that this viewer sees, the ones that fill themselves counted over the accounts that are their business. */
    List<WatchList> of(Viewer viewer);
}
