package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.play.RunId;
import ews.plays.play.NumberedStep;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a running run has come.
 *
 * @param start the day on which it started
 * @param next the number of the step that comes next; one more than there are when all are taken
 * @param countedFrom from when the days of a step are counted that are counted from the step before
 * @param waitsUntil while the next step waits: the last day that it waits for
 */
record Position(
        AccountId account,
        RunId run,
        String playName,
        LocalDate start,
        int next,
        LocalDate countedFrom,
        @Nullable LocalDate waitsUntil,
        List<NumberedStep> steps) {

    boolean isAtTheEnd() {
        return next > steps.size();
    }

    NumberedStep step() {
        return steps.get(next - 1);
    }

    /** After the step was taken. */
    Position at(int following, LocalDate counted) {
        return new Position(account, run, playName, start, following, counted, null, steps);
    }

    Position waitingUntil(LocalDate day) {
        return new Position(account, run, playName, start, next, countedFrom, day, steps);
    }
}
