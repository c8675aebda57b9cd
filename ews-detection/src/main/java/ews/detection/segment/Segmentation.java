package ews.detection.segment;

import ews.domain.segment.Segment;
import java.time.LocalDate;
import java.util.List;

/**
 * All segments in their order, as they counted from a day on.
 *
 * @param from the first day; the oldest segmentation counts for all days before, too
 */
public record Segmentation(LocalDate from, List<Segment> segments) {

    public Segmentation {
        segments = List.copyOf(segments);
    }

    /** @param newestFirst at least one */
    public static Segmentation effectiveOn(LocalDate day, List<Segmentation> newestFirst) {
        for (Segmentation it : newestFirst) {
            if (!it.from().isAfter(day)) {
                return it;
            }
        }
        return newestFirst.getLast();
    }
}
