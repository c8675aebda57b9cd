package ews.plays.watchlist;

import ews.domain.member.MemberId;
import java.util.Map;

/**
 * A view of the portfolio under a name.
 *
 * @param query the parameters of its address
 * @param shared whether everybody sees it, or its owner alone
 */
public record SavedFilter(
        FilterId id, String name, Map<String, String> query, MemberId owner, String ownerName, boolean shared) {

    public SavedFilter {
        query = Map.copyOf(query);
    }

    public ListKey key() {
        return new ListKey.Saved(id);
    }
}
