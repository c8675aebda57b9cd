package ews.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One change of something that has a state: a ticket, an invoice, the subscription, an attribute. All changes are kept,
 * so that the state as of any day is the last change up to that day, in whatever order the events arrived.
 */
public interface Change {

    /** When it changed. */
    Instant at();

    /** The organisation's day of {@link #at()}. */
    LocalDate day();

    /** Decides between changes of the same instant, the same way everywhere. */
    long key();

    Comparator<Change> IN_TIME = Comparator.comparing(Change::at).thenComparingLong(Change::key);

    /** The changes up to and including {@code asOf}; {@code changes} are in time. */
    static <C extends Change> List<C> upTo(List<C> changes, LocalDate asOf) {
        int first = 0;
        int end = changes.size();
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (changes.get(middle).day().isAfter(asOf)) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        return changes.subList(0, end);
    }
}
