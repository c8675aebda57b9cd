package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Address;
import ews.plays.watchlist.ListKey;
import ews.plays.watchlist.SavedFilter;
import ews.plays.watchlist.SavedFilters;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The filters of the portfolio that members save, and how they read. */
@Component
public class SavedViews {

    private final SavedFilters filters;
    private final SavedCounts counts;
    private final FilterWords.Reading words;
    private final Listed.Reading lists;

    SavedViews(SavedFilters filters, SavedCounts counts, FilterWords.Reading words, Listed.Reading lists) {
        this.filters = filters;
        this.counts = counts;
        this.words = words;
        this.lists = lists;
    }

    /**
     * A saved filter as its list shows it.
     *
     * @param words what it filters by
     * @param parts the address of the portfolio filtered like that, where it can be changed and saved again
     * @param problem why it does not work any more; {@code null} if it does
     */
    public record Line(
            SavedFilter filter,
            String words,
            String address,
            String parts,
            long accounts,
            @Nullable String problem) {}

    /** Those that a viewer sees. */
    public List<Line> of(Viewer viewer) {
        FilterWords names = words.now();
        List<SavedFilter> visible = filters.visibleTo(viewer.id());
        Map<SavedFilter, Listed> listed = new HashMap<>();
        visible.forEach(filter -> listed.put(filter, lists.of(filter, names, viewer)));
        Map<AccountFilter, Long> counted = counts.of(listed.values().stream()
                .map(Listed::view)
                .filter(Objects::nonNull)
                .toList());
        return visible.stream()
                .map(filter -> {
                    Listed list = Objects.requireNonNull(listed.get(filter));
                    return new Line(
                            filter,
                            names.of(filter.query()),
                            list.address(),
                            new Address(PortfolioAddress.PATH, filter.query()).toString(),
                            list.view() == null ? 0 : counted.getOrDefault(list.view(), 0L),
                            list.problem());
                })
                .toList();
    }

    /**
     * What to save of a view of the portfolio: its filters. Where they are the viewer's own accounts, they are those of
     * whoever looks at it. A saved filter that is narrowed down further is taken apart.
     *
     * @param address of the view
     * @throws IllegalArgumentException if it filters nothing, or contradicts the saved filter that it narrows down
     */
    public Map<String, String> query(String address, Viewer viewer) {
        AccountFilter asked = AccountFilter.parse(
                parameters(address),
                Owner.parse(parameters(address).get("csm"), viewer.id(), Listed.Reading.usual(viewer)));
        var query = new HashMap<>(asked.query());
        if (asked.watchList() != null && ListKey.of(asked.watchList()) instanceof ListKey.Saved(var id)) {
            query.remove("list");
            SavedFilter narrowed = filters.withId(id, viewer.id())
                    .orElseThrow(() -> new IllegalArgumentException("The saved filter of this view is gone."));
            narrowed.query().forEach((name, value) -> add(query, name, value, narrowed));
        }
        if (asked.owner().equals(new Owner.Csm(viewer.id()))) {
            query.put("csm", "me");
        }
        if (query.size() == 1) {
            throw new IllegalArgumentException("Nothing is filtered here: please choose what the saved filter shows.");
        }
        return query;
    }

    private static void add(Map<String, String> query, String name, String value, SavedFilter narrowed) {
        String other = query.putIfAbsent(name, value);
        if (other != null && !other.equals(value) && !name.equals("csm")) {
            throw new IllegalArgumentException(
                    "“%s” shows %s %s only, and this view asks for %s: please take one of them away."
                            .formatted(narrowed.name(), name, value, other));
        }
    }

    private static Map<String, String> parameters(String address) {
        var parameters = new HashMap<String, String>();
        int start = address.indexOf('?');
        if (start >= 0) {
            UriComponentsBuilder.newInstance()
                    .query(address.substring(start + 1))
                    .build()
                    .getQueryParams()
                    .toSingleValueMap()
                    .forEach((name, value) ->
                            parameters.put(name, value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8)));
        }
        return parameters;
    }
}
