package ews.domain.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The organisation's time zone defines the day; the clock is injected, so that tests can tick it. */
public record OrganisationDays(Clock clock, ZoneId zone) {

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public Instant now() {
        return clock.instant();
    }
}
