package ews.detection.suggestion;

import ews.detection.past.Horizon;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days on which a suggestion looks at the past: earlier ones to learn from, later ones to judge what was learned.
 * Between them lie as many days as an account is given to cancel after a look, so that no cancellation that is learned
 * from happens in the time that is judged; and that many days before today the last look is taken, so that what became
 * of each is known.
 */
record Periods(List<LocalDate> training, List<LocalDate> judged) {

    private static final int YEARS = 2;
    private static final int WEEKS_BETWEEN_LOOKS = 2;
    /** Of the looks, without those in the gap: one in three is for judging. */
    private static final int JUDGED_SHARE = 3;

    /** @param from the first day that teaches anything; at most two years back are looked at */
    static Periods of(LocalDate today, LocalDate from) {
        LocalDate last = today.minusDays(Horizon.DAYS);
        LocalDate earliest = today.minusYears(YEARS);
        LocalDate first = from.isBefore(earliest) ? earliest : from;
        List<LocalDate> dates = Stream.iterate(
                        last, it -> !it.isBefore(first), it -> it.minusWeeks(WEEKS_BETWEEN_LOOKS))
                .toList()
                .reversed();
        int gap = Math.ceilDiv(Horizon.DAYS, WEEKS_BETWEEN_LOOKS * 7) - 1;
        int judged = Math.max(0, dates.size() - gap) / JUDGED_SHARE;
        int training = Math.max(0, dates.size() - gap - judged);
        return new Periods(dates.subList(0, training), dates.subList(dates.size() - judged, dates.size()));
    }

    /** Oldest first. */
    List<LocalDate> all() {
        return Stream.concat(training.stream(), judged.stream()).toList();
    }

    boolean isEmpty() {
        return training.isEmpty() || judged.isEmpty();
    }
}
