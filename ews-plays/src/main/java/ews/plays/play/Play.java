package ews.plays.play;

import java.util.List;

/**
 * A sequence of steps that is known to help in a situation.
 *
 * @param key by which rules know it: lower case, {@code declining-usage}
 * @param version 1 when it is new, one more with every change; 0 if it was never saved
 * @param enabled whether it may start on accounts; runs that are under way are not touched
 */
public record Play(String key, String name, String description, int version, boolean enabled, List<Step> steps) {

    /** How many steps a play can have. */
    public static final int MOST_STEPS = 30;

    public Play {
        steps = List.copyOf(steps);
    }

    public Definition definition() {
        return new Definition(steps);
    }

    boolean saysTheSameAs(Play other) {
        return name.equals(other.name) && description.equals(other.description) && steps.equals(other.steps);
    }
}
