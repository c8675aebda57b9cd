package ews.detection.configuration;

import java.util.List;

/**
 * What would change if a configuration was applied.
 *
 * @param revision of the configuration that it was compared with; when that changes, the plan is out of date
 * @param changes in the order of the segments, those that would go last; empty if nothing would change
 */
public record Plan(String revision, List<Change> changes) {

    /** What would become of a segment. */
    public enum Kind {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED;

        public String code() {
            return Place.code(this);
        }
    }

    /**
     * What would change about one segment.
     *
     * @param segment its key
     * @param details sentences without a full stop
     */
    public record Change(Kind kind, String segment, String name, List<String> details) {

        public Change {
            details = List.copyOf(details);
        }
    }

    public Plan {
        changes = List.copyOf(changes);
    }

    public boolean changesNothing() {
        return changes.isEmpty();
    }
}
