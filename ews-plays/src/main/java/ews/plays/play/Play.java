package ews.plays.play;

import java.util.List;

/**
 * A sequence of steps that is known to help in a situation.
 *
 * @param key by which rules know it: lower case, {@code declining-usage}
 * @param version 1 when it is new, one more with every change; 0 if it was never saved
 * @param enabled whether it may start on accounts; runs that are under way are not touched
 */
public record Play(String key, String name, String description, int version, boolean enabled, Definition definition) {

    /** How many steps a play can have, those in branches included. */
    public static final int MOST_STEPS = 30;

    /** The largest share of those who come in that can be held out, in percent. */
    public static final int MOST_HELD_OUT = 50;

    /** How many branches a step can be in. */
    public static final int DEEPEST = 3;

    public Play(String key, String name, String description, int version, boolean enabled, List<Step> steps) {
        this(key, name, description, version, enabled, new Definition(steps));
    }

    public List<Step> steps() {
        return definition.steps();
    }

    /** The same text, as somebody edited another version, or a new play. */
    public Play asVersion(int other, boolean isEnabled) {
        return new Play(key, name, description, other, isEnabled, definition);
    }

    boolean saysTheSameAs(Play other) {
        return name.equals(other.name) && description.equals(other.description) && definition.equals(other.definition);
    }
}
