package ews.dashboard.accounts;

import ews.dashboard.view.Address;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Which view of the portfolio is asked for; every view has an address. */
record PortfolioAddress(AccountFilter filter, AccountSort sort, boolean descending, int page) {

    static final String PATH = "/accounts";

    /** The address of this view, of its first page. */
    Address address() {
        var query = new HashMap<>(filter.query());
        if (sort != AccountSort.ATTENTION) {
            query.put("sort", sort.code());
        }
        if (descending != sort.isDescending()) {
            query.put("dir", descending ? "desc" : "asc");
        }
        return new Address(PATH, query);
    }

    /** The same view with one parameter changed, from its first page. */
    String with(String name, @Nullable String value) {
        return address().with(name, value).toString();
    }

    /** The view sorted by this column; once more for the other direction. */
    String sortedBy(AccountSort column) {
        boolean other = column == sort ? !descending : column.isDescending();
        return new PortfolioAddress(filter, column, other, 1).address().toString();
    }

    /** Other accounts in the same order. */
    Address of(AccountFilter other) {
        return new PortfolioAddress(other, sort, descending, 1).address();
    }

    /** What a screen reader says about the column; {@code null} where the list is not sorted by it. */
    @Nullable
    String ariaSort(AccountSort column) {
        return column != sort ? null : descending ? "descending" : "ascending";
    }
}
