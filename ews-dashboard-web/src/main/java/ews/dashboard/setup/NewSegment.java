package ews.dashboard.setup;

import ews.domain.segment.Condition;
import java.util.List;
import java.util.Objects;

/**
 * A segment that is not there yet, while its profile is being filled in.
 *
 * @param before the segment that it comes before
 */
public record NewSegment(String name, List<Condition> conditions, int before) {

    public NewSegment {
        Objects.requireNonNull(name);
        conditions = List.copyOf(conditions);
    }
}
