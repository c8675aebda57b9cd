package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a play says: who comes into it, what it does in the order of its steps, and what it is for. A run freezes it.
 *
 * @param goal what it is for; {@code null} if only people can tell whether it helped
 * @param holdOut the share of those who come in by themselves that gets no run, in percent, so that the others can be
 *     compared with them; 0 for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Definition(
        Entry entry, List<Step> steps, @Nullable Goal goal, int holdOut) {

    public Definition {
        steps = List.copyOf(steps);
    }

    /** What was written before there was a choice says neither who comes in nor what it is for. */
    @JsonCreator
    static Definition read(@Nullable Entry entry, List<Step> steps, @Nullable Goal goal, @Nullable Integer holdOut) {
        return new Definition(entry == null ? Entry.BY_ALERT : entry, steps, goal, holdOut == null ? 0 : holdOut);
    }

    public Definition(List<Step> steps) {
        this(Entry.BY_ALERT, steps, null, 0);
    }

    /** The last day on which reaching the goal counts for a run that starts on this one; {@code null} without a goal. */
    public @Nullable LocalDate watchedUntil(LocalDate start) {
        return goal == null ? null : start.plusDays(goal.within());
    }

    /** The steps as they are numbered, also those in branches. */
    @JsonIgnore
    public List<NumberedStep> numbered() {
        return NumberedStep.of(steps);
    }
}
