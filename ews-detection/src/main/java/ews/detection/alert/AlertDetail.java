package ews.detection.alert;

import ews.detection.rule.Evidence;
import ews.detection.rule.RuleKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert with everything that is known about it.
 *
 * @param looksFor what the rule looks for today
 * @param occurrences the days on which the condition held, oldest first
 * @param others what the rule has raised for the account besides, the latest first
 */
public record AlertDetail(
        Alert alert, Evidence evidence, RuleKind looksFor, List<Occurrence> occurrences, List<Alert> others) {

    /** What the rule looks for today, in words. */
    public String condition() {
        return looksFor.text();
    }

    /** The alert of the same rule and account before it; {@code null} if it is the first. */
    public @Nullable Alert previous() {
        return others.stream()
                .filter(it -> it.id().equals(alert.previous()))
                .findFirst()
                .orElse(null);
    }
}
