package ews.detection.segment;

import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different between two lists of segments, in sentences. */
public final class SegmentChanges {

    private SegmentChanges() {}

    /** Empty if nothing is. */
    public static List<String> between(List<Segment> before, List<Segment> after) {
        Map<Integer, Segment> was = byId(before);
        Map<Integer, Segment> is = byId(after);
        var changes = new ArrayList<String>();
        for (int place = 0; place < after.size(); place++) {
            Segment segment = after.get(place);
            Segment old = was.get(segment.id());
            if (old == null) {
                changes.add("%s is new and takes accounts whose %s%s"
                        .formatted(segment.name(), segment.rule(), beforeWhich(after, place)));
            } else {
                changes.addAll(between(old, segment));
            }
        }
        before.stream()
                .filter(it -> !is.containsKey(it.id()))
                .forEach(it -> changes.add("%s is not a segment any more".formatted(it.name())));
        if (!kept(before, is).equals(kept(after, was))) {
            changes.add("The order is %s".formatted(names(after)));
        }
        return List.copyOf(changes);
    }

    private static List<String> between(Segment before, Segment after) {
        var changes = new ArrayList<String>();
        if (!before.name().equals(after.name())) {
            changes.add("%s is called %s".formatted(before.name(), after.name()));
        }
        if (!before.conditions().equals(after.conditions())) {
            changes.add("%s takes accounts whose %s; it took those whose %s"
                    .formatted(after.name(), after.rule(), before.rule()));
        }
        return changes;
    }

    private static String beforeWhich(List<Segment> all, int place) {
        return place + 1 < all.size()
                ? ", before %s does".formatted(all.get(place + 1).name())
                : "";
    }

    private static List<Integer> kept(List<Segment> segments, Map<Integer, Segment> others) {
        return segments.stream().map(Segment::id).filter(others::containsKey).toList();
    }

    private static String names(List<Segment> segments) {
        return segments.stream().map(Segment::name).collect(Collectors.joining(", "));
    }

    private static Map<Integer, Segment> byId(List<Segment> segments) {
        return segments.stream().collect(Collectors.toMap(Segment::id, Function.identity()));
    }
}
