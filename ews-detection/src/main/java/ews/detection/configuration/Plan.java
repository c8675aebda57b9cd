package ews.detection.configuration;

import java.util.List;

/**
 * What would change if a configuration was applied.
 *
 * @param revision of the configuration that it was compared with; when that changes, the plan is out of date
 * @param changes those of segments in their order, those that would go last, then those of rules, of the inbox and of
 *     holidays; empty if nothing would change
 */
public record Plan(String revision, List<Change> changes) {

    /** What would become of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED,
        SWITCHED_ON,
        SWITCHED_OFF;

        public String code() {
            return Place.code(this);
        }

        public String label() {
            return code().replace('_', ' ');
        }
    }

    /** What a change is about. */
    public enum Subject {
        SEGMENT,
        RULE,
        INBOX,
        HOLIDAYS;

        public String code() {
            return Place.code(this);
        }
    }

    /**
     * What would change about one segment or rule, the inbox, or holidays.
     *
     * @param key of the segment or rule
     * @param details sentences without a full stop
     */
    public record Change(Kind kind, Subject subject, String key, String name, List<String> details) {

        public Change {
            details = List.copyOf(details);
        }
    }

    public Plan {
        changes = List.copyOf(changes);
    }

    /** Whether it changes who is in which segment, or what makes them healthy. */
    public boolean changesHealth() {
        return changes.stream().anyMatch(it -> it.subject() == Subject.SEGMENT);
    }

    public boolean changesNothing() {
        return changes.isEmpty();
    }
}
