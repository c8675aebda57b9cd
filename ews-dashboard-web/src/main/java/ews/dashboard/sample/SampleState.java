package ews.dashboard.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of the sample company has been told.
 *
 * @param anchor the day on which it was started, from which its stories count back
 * @param customers how many have been told from the first day to the one before the anchor
 * @param toldUntil the last day that was told of all customers, once {@code customers} are all
 * @param waiting in the scoring phase, accounts that still wait
 */
record SampleState(
        LocalDate anchor,
        Phase phase,
        int customers,
        LocalDate toldUntil,
        int waiting,
        @Nullable String failure) {

    boolean isUpToDate(LocalDate today) {
        return phase == Phase.READY && !toldUntil.isBefore(today.minusDays(1));
    }

    Progress progress(int size) {
        int done = switch (phase) {
            case TELLING, FAILED -> customers;
            case SCORING -> size - Math.min(size, waiting);
            case READY -> size;
        };
        return new Progress(phase.text(), done, size, true, phase == Phase.READY, failure);
    }
}
