package ews.dashboard.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; {@code null} on the last one
 */
record Page<T>(List<T> items, @Nullable String next) {

    /**
     * @param rows up to {@code limit} rows and one more, which shows that there is a next page
     * @param cursor the place of a row
     */
    static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), cursor.apply(items.getLast()).text());
    }
}
