package ews.sensors.naming;

import org.jspecify.annotations.Nullable;

/**
 * What events count as that a source calls so.
 *
 * @param pattern a name, or what names begin with, followed by {@value #ANY}
 * @param feature of use: the feature's name; {@code null} if that is what the source calls it
 * @param goal of an outcome: towards which; {@code null} otherwise
 * @param valueFrom of an outcome: the property of the event that says how far; {@code null} for its quantity
 */
public record NameRule(
        String pattern,
        CountsAs as,
        @Nullable String feature,
        @Nullable String goal,
        @Nullable String valueFrom) {

    /** Stands for whatever follows. */
    public static final String ANY = "*";

    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException if it makes no sense; the message says what to do */
    public NameRule {
        check("pattern", pattern);
        check("feature", feature);
        check("goal", goal);
        check("valueFrom", valueFrom);
        if (as == CountsAs.OUTCOME && goal == null) {
            throw new IllegalArgumentException("Say towards which goal it is an outcome.");
        }
        if (as != CountsAs.OUTCOME && (goal != null || valueFrom != null)) {
            throw new IllegalArgumentException("Only an outcome has a goal, and a property that says how far.");
        }
        if (as != CountsAs.FEATURE && feature != null) {
            throw new IllegalArgumentException("Only use of a feature has the name of one.");
        }
    }

    private static void check(String what, @Nullable String text) {
        if (text != null
                && (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    "%s must be a text of 1 to %d characters in one line.".formatted(what, LONGEST));
        }
    }

    public boolean isPrefix() {
        return pattern.endsWith(ANY);
    }

    /** Without the asterisk. */
    String prefix() {
        return pattern.substring(0, pattern.length() - ANY.length());
    }

    boolean fits(String name) {
        return isPrefix() ? name.startsWith(prefix()) : name.equals(pattern);
    }
}
