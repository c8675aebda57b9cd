package ews.plays.getwell;

import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is to be better by a day, as facts tell.
 *
 * @param title in the customer's words
 * @param atLeast whether the target is to be reached from below, rather than from above
 * @param start the value when the objective was set; {@code null} where there was no data
 */
public record Objective(
        long id,
        String title,
        Measurement measurement,
        boolean atLeast,
        double target,
        @Nullable Double start,
        LocalDate startedOn,
        LocalDate due) {

    public boolean isMet(double value) {
        return atLeast ? value >= target : value <= target;
    }

    /** The same where there may be no data, which meets nothing. */
    public boolean isMet(OptionalDouble value) {
        return value.isPresent() && isMet(value.getAsDouble());
    }

    /**
     * How much of the way from the start to the target is done, 0 to 100 %. Empty where there is no data now; where the
     * start is not known, or met the target already, there is no way but only its end.
     */
    public OptionalDouble progress(OptionalDouble now) {
        if (now.isEmpty()) {
            return now;
        }
        if (isMet(now)) {
            return OptionalDouble.of(100);
        }
        if (start == null || isMet(start)) {
            return OptionalDouble.of(0);
        }
        return OptionalDouble.of(Math.clamp(100 * (now.getAsDouble() - start) / (target - start), 0, 100));
    }

    /** For example {@code at least 80 users}. */
    public String goal() {
        return measurement.limit(atLeast, target);
    }
}
