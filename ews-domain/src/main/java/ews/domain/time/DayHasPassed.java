package ews.domain.time;

import java.time.LocalDate;

/**
 * Days of the organisation are over. Published once when a local day begins, however many instances run; after days on
 * which nobody was there to tell, once for all of them, so that what is due is done once.
 *
 * @param day the last of them: yesterday, when it is published
 * @param since the first of them, mostly the same day
 */
public record DayHasPassed(LocalDate day, LocalDate since) {

    public DayHasPassed(LocalDate day) {
        this(day, day);
    }

    /** Whether this day began with the end of one of them. */
    public boolean began(LocalDate today) {
        return today.isAfter(since) && !today.isAfter(day.plusDays(1));
    }
}
