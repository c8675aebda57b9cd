package ews.dashboard.setup.segment;

import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A segment in the list.
 *
 * @param accounts how many are in it now
 * @param raised the order in which it comes one place earlier; {@code null} if there is none
 * @param sunk the order in which it comes one place later; {@code null} if there is none
 */
record SegmentRow(
        Segment segment,
        int accounts,
        @Nullable String raised,
        @Nullable String sunk) {

    /** @param ordered all segments in their order */
    static List<SegmentRow> of(List<Segment> ordered, Map<Integer, Integer> sizes) {
        int last = ordered.size() - 1;
        var rows = new ArrayList<SegmentRow>();
        for (int place = 0; place <= last; place++) {
            Segment segment = ordered.get(place);
            rows.add(new SegmentRow(
                    segment,
                    sizes.getOrDefault(segment.id(), 0),
                    place > 0 && place < last ? swapped(ordered, place - 1) : null,
                    place < last - 1 ? swapped(ordered, place) : null));
        }
        return rows;
    }

    private static String swapped(List<Segment> ordered, int place) {
        var other = new ArrayList<>(ordered);
        Collections.swap(other, place, place + 1);
        return order(other);
    }

    /** As the page takes it: ids with commas between them. */
    static String order(List<Segment> segments) {
        return segments.stream().map(it -> Integer.toString(it.id())).collect(Collectors.joining(","));
    }
}
