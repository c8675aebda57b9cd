package ews.detection.rule;

import ews.detection.rule.Verdict.Quiet;
import org.jspecify.annotations.Nullable;

/**
 * Finds one kind of business event, and says what is done about it.
 *
 * @param key names it in the API and in events; never changes
 * @param holdDays how many days the condition must be gone before its alert is resolved, and how many must pass before
 *     the rule raises the next one
 * @param play the key of the play that it starts; {@code null} if it starts none
 */
public record Rule(
        int id,
        String key,
        String name,
        Nature nature,
        RuleKind kind,
        int holdDays,
        @Nullable String play,
        boolean enabled) {

    public static final int LONGEST_HOLD = 365;

    public Rule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A rule needs a name");
        }
        if (holdDays < 0 || holdDays > LONGEST_HOLD) {
            throw new IllegalArgumentException(
                    "The hold time must be 0 to %d days, not %d".formatted(LONGEST_HOLD, holdDays));
        }
    }

    /** What the rule says, whether it is enabled or not. Accounts that have left are never judged. */
    public Verdict judge(Occasion occasion) {
        return occasion.facts().isCancelled(occasion.asOf())
                ? new Quiet("The account has cancelled.")
                : kind.judge(occasion);
    }

    /** How many days the condition must be gone before the alert is over. */
    public int daysToResolve() {
        return kind.happensOnce() ? 0 : holdDays;
    }

    public Rule with(RuleKind kind, int holdDays, @Nullable String play, boolean enabled) {
        return new Rule(id, key, name, nature, kind, holdDays, play, enabled);
    }
}
