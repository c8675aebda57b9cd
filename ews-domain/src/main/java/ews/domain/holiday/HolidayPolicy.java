package ews.domain.holiday;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What admins decide about holidays. On which public holidays people work is none of it: these are other days each year.
 *
 * @param region whose public holidays there are; {@code null} for none
 * @param own days of the organisation's own, with what they are
 */
public record HolidayPolicy(@Nullable Region region, SortedMap<LocalDate, String> own) {

    public HolidayPolicy {
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }
}
