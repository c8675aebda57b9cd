package ews.plays.getwell;

import java.util.OptionalDouble;

/**
 * Where an objective stands, computed from facts.
 *
 * @param now the present value; empty where there is no data
 */
public record ObjectiveProgress(Objective objective, OptionalDouble now) {

    public boolean isMet() {
        return objective.isMet(now);
    }

    /** 0 to 100; 0 where there is no data. */
    public double percent() {
        return objective.progress(now).orElse(0);
    }

    /** In words: {@code 41 users}, {@code no data}. */
    public String present() {
        return now.isPresent() ? objective.measurement().unit().say(now.getAsDouble()) : "no data";
    }

    /** In words: {@code 20 users}, {@code no data}. */
    public String atStart() {
        return objective.start() == null
                ? "no data"
                : objective.measurement().unit().say(objective.start());
    }
}
