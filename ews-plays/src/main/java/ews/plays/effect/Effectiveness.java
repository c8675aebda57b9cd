package ews.plays.effect;

import ews.domain.chance.Share;
import ews.domain.play.Outcome;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about how well a play works, as of now.
 *
 * @param play its key
 * @param running how many of its runs are under way
 * @param outcomes of every outcome how many runs ended with it
 * @param cancelled how many were given up
 * @param acted how many runs somebody did something in: a task that was done, or an engagement that was logged
 * @param firstAction how long it took until that, from the start, in the middle one of them; {@code null} if there is none
 * @param recovery whether accounts reached the goal; {@code null} where neither the play has one nor its runs had
 * @param comparison with accounts that did not get the play; {@code null} while there are none
 */
public record Effectiveness(
        String play,
        int running,
        Map<Outcome, Integer> outcomes,
        int cancelled,
        int acted,
        @Nullable Duration firstAction,
        @Nullable Recovery recovery,
        @Nullable Comparison comparison) {

    public Effectiveness {
        outcomes = Map.copyOf(outcomes);
    }

    Effectiveness acted(int runs, @Nullable Duration first) {
        return new Effectiveness(play, running, outcomes, cancelled, runs, first, recovery, comparison);
    }

    /** All that were started. */
    public int runs() {
        return running + finished() + cancelled;
    }

    private int finished() {
        return outcomes.values().stream().mapToInt(it -> it).sum();
    }

    /** Of those that have ended, those that were not given up. */
    public Share completed() {
        return new Share(finished(), finished() + cancelled);
    }

    /** The whole of it in a sentence or two, for people who decide whether to go on with the play. */
    public String sentence() {
        if (recovery == null) {
            return "It has no goal, so facts cannot tell whether it helps; people tell how its runs end.";
        }
        if (recovery.recovered().whole() == 0) {
            return recovery.tooYoung() == 0
                    ? "No account has got it yet."
                    : "Too early to tell: no account has had its time yet.";
        }
        return comparison == null
                ? recovery.sentence() + " There is nothing to compare that with yet."
                : comparison.sentence();
    }
}
