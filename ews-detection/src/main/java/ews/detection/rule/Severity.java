package ews.detection.rule;

import ews.domain.metric.Unit;

/**
 * How far something has gone, in the rule's own unit, and from where on it has got worse than that (or, for a chance,
 * better still).
 *
 * @param measure what the numbers are about, as it reads within a sentence: {@code the fall of active users}
 * @param worseAt the first value that is worse: above {@code value} where more is worse, below it where less is, and the
 *     same where it cannot get worse
 */
public record Severity(String measure, double value, double worseAt, Unit unit) {

    public Severity {
        if (!Double.isFinite(value) || !Double.isFinite(worseAt)) {
            throw new IllegalArgumentException("A severity is a number, not %s and %s".formatted(value, worseAt));
        }
    }

    /** Whether {@code now} is worse than {@code before} was, for which it has to get as far as {@code worseAt}. */
    public static boolean isWorse(double before, double worseAt, double now) {
        return worseAt > before ? now >= worseAt : worseAt < before && now <= worseAt;
    }

    /** From where on it is worse, in words: {@code the fall of active users is 42 % or more (it was 32 %)}. */
    public static String worse(String measure, double before, double worseAt, Unit unit) {
        return worseAt == before
                ? "%s cannot go further than %s".formatted(measure, unit.say(before))
                : "%s is %s or %s (it was %s)"
                        .formatted(measure, unit.say(worseAt), worseAt > before ? "more" : "less", unit.say(before));
    }
}
