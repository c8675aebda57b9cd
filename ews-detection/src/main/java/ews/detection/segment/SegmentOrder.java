package ews.detection.segment;

import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** The last segment takes the rest: it has no conditions, and every other one has some. */
final class SegmentOrder {

    private SegmentOrder() {}

    static void checkConditions(String name, List<Condition> conditions, boolean last) {
        if (last && !conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is the last segment and takes the rest, so it cannot have conditions".formatted(name));
        }
        if (!last && conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s needs at least one condition, or else no segment after it would get any account"
                            .formatted(name));
        }
    }

    /** Whether these can be the segments. */
    static void check(List<Segment> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There must be a segment that takes the rest");
        }
        for (int place = 0; place < all.size(); place++) {
            Segment segment = all.get(place);
            SegmentName.among(all.subList(0, place), segment.name());
            checkConditions(segment.name(), segment.conditions(), place == all.size() - 1);
        }
    }

    static void check(List<Integer> ids, List<Segment> all) {
        var existing = all.stream().map(Segment::id).collect(Collectors.toSet());
        if (ids.size() != all.size() || !new HashSet<>(ids).equals(existing)) {
            throw new IllegalArgumentException(
                    "The new order must name each segment once; somebody may have changed them meanwhile: reload and try again");
        }
        if (!ids.isEmpty() && ids.getLast() != all.getLast().id()) {
            throw new IllegalArgumentException("%s takes the rest, so it must stay the last one"
                    .formatted(all.getLast().name()));
        }
    }
}
