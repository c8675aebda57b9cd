package ews.dashboard.setup.segment;

import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A segment in the list.
 *
 * @param accounts how many are in it now
 * @param canRise whether another one comes before it, and it is not the one that takes the rest
 */
record SegmentRow(Segment segment, int accounts, boolean canRise, boolean canSink) {

    /** @param ordered all segments in their order */
    static List<SegmentRow> of(List<Segment> ordered, Map<Integer, Integer> sizes) {
        int last = ordered.size() - 1;
        var rows = new ArrayList<SegmentRow>();
        for (int place = 0; place <= last; place++) {
            Segment segment = ordered.get(place);
            rows.add(new SegmentRow(
                    segment, sizes.getOrDefault(segment.id(), 0), place > 0 && place < last, place < last - 1));
        }
        return rows;
    }
}
