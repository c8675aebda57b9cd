package ews.detection.configuration;

import ews.domain.configuration.Change;
import java.util.List;

/**
 * What would change if a configuration was applied.
 *
 * @param revision of the configuration that it was compared with; when that changes, the plan is out of date
 * @param changes those of segments in their order, those that would go last, then those of rules, of the inbox, of holidays,
 *     and of other parts; empty if nothing would change
 */
public record Plan(String revision, List<Change> changes) {

    public Plan {
        changes = List.copyOf(changes);
    }

    /** Whether it changes who is in which segment, or what makes them healthy. */
    public boolean changesHealth() {
        return changes.stream().anyMatch(it -> it.subject() == Change.Subject.SEGMENT);
    }

    public boolean changesNothing() {
        return changes.isEmpty();
    }
}
