package ews.detection.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds one kind of business event, and says what is done about it.
 *
 * @param key names it in the API and in events; never changes
 * @param version of its definition, from 1 on
 * @param enabled whether it raises alerts; one that does not still resolves those that it has raised
 */
public record Rule(int id, String key, int version, RuleDefinition definition, boolean enabled) {

    public String name() {
        return definition.name();
    }

    public Nature nature() {
        return definition.nature();
    }

    public RuleKind kind() {
        return definition.kind();
    }

    public int dwellDays() {
        return definition.dwellDays();
    }

    public int holdDays() {
        return definition.holdDays();
    }

    public int coolDownDays() {
        return definition.coolDownDays();
    }

    /** The key of the play that it suggests; {@code null} if it suggests none. */
    public @Nullable String play() {
        return definition.play();
    }

    /** What the rule says, whether it is enabled or not. */
    public Verdict judge(Occasion occasion) {
        return definition.judge(occasion);
    }

    /** How many days the condition must be gone before the alert is over. */
    public int daysToResolve() {
        return definition.daysToResolve();
    }

    public int usageDays() {
        return definition.usageDays();
    }

    /** Of how many days before it needs the score. */
    public Set<Integer> scoresOf() {
        return definition.kind().scoresOf();
    }
}
