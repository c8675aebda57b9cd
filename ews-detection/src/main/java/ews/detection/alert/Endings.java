package ews.detection.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How alerts ended.
 *
 * @param resolved how many recovered
 * @param closed how many were closed, by reason; reasons that nobody gave are left out
 */
public record Endings(int resolved, Map<CloseReason, Integer> closed) {

    public static final Endings NONE = new Endings(0, Map.of());

    public Endings {
        closed = Map.copyOf(closed);
    }

    public int count() {
        return resolved + closed.values().stream().mapToInt(it -> it).sum();
    }

    public int closed(CloseReason reason) {
        return closed.getOrDefault(reason, 0);
    }

    Endings plus(Endings other) {
        var sum = new EnumMap<CloseReason, Integer>(CloseReason.class);
        sum.putAll(closed);
        other.closed.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
        return new Endings(resolved + other.resolved, sum);
    }

    /** In one line: {@code 9 resolved, 3 closed as “False alarm”}; empty if there are none. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (resolved > 0) {
            parts.add(resolved + " resolved");
        }
        for (CloseReason reason : CloseReason.values()) {
            if (closed(reason) > 0) {
                parts.add("%d closed as “%s”".formatted(closed(reason), reason.label()));
            }
        }
        return String.join(", ", parts);
    }
}
