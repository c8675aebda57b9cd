package ews.plays.goal;

import ews.domain.account.AccountId;
import ews.domain.play.RunId;
import ews.plays.play.Goal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal that an account has not reached yet.
 *
 * @param id of the run, or of the note that the account was held out
 * @param heldOut whether it was
 * @param start when the run started, or when the account was held out
 */
record Pursuit(AccountId account, long id, boolean heldOut, boolean running, LocalDate start, Goal goal) {

    @Nullable
    RunId run() {
        return heldOut ? null : new RunId(id);
    }

    /** The last day on which reaching it counts. */
    LocalDate end() {
        return start.plusDays(goal.within());
    }

    /** The day on which it is looked at: today, or its last day, if nobody was there to look on that one. */
    LocalDate lookedAtOn(LocalDate today) {
        return today.isAfter(end()) ? end() : today;
    }
}
