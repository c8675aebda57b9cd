package ews.plays.effect;

import ews.domain.chance.Share;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts reached the goal of a play in its time, each account once: by its first run that was not cancelled. It
 * counts only once its time is over, whether or not the goal has been reached before; if those that were reached early
 * counted at once and the others later, the play would always look better than it is.
 *
 * @param recovered of those whose time is over
 * @param medianDays after how many days the middle one of those that recovered did so; {@code null} if none did
 * @param within how long their time was, in days: the longest, where versions of the play differ; 0 if nobody's is over
 * @param sameTime whether all had the same time
 * @param tooYoung how many accounts' time is not over, which are not among those above
 * @param early how many of these have reached the goal already
 */
public record Recovery(
        Share recovered, @Nullable Integer medianDays, int within, boolean sameTime, int tooYoung, int early) {

    /** Nobody has got the play yet. */
    static final Recovery NONE = new Recovery(new Share(0, 0), null, 0, true, 0, 0);

    /** {@code Of 17 accounts with this play, 11 recovered within 90 days.} */
    public String sentence() {
        return "Of %s with this play, %d recovered %s."
                .formatted(Words.accounts(recovered.whole()), recovered.part(), time());
    }

    /** {@code within 90 days} */
    public String time() {
        return Words.within(within, sameTime);
    }
}
