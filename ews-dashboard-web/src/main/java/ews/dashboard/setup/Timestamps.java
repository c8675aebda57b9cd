package ews.dashboard.setup;

import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says moments on pages, in the organisation's time zone. */
@Component
public class Timestamps {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private final OrganisationDays days;

    Timestamps(OrganisationDays days) {
        this.days = days;
    }

    /** For example {@code 20 Nov 2026 10:00}. */
    public String say(Instant moment) {
        return FORMAT.format(moment.atZone(days.zone()));
    }

    /** For example {@code 10:00:05}. */
    public String clock(Instant moment) {
        return CLOCK.format(moment.atZone(days.zone()));
    }

    /** For example {@code 12 s ago}; older than an hour, the moment itself. */
    public String ago(Instant moment) {
        Duration age = Duration.between(moment, days.now());
        if (age.compareTo(Duration.ofHours(1)) >= 0) {
            return say(moment);
        }
        return age.toSeconds() < 60 ? Math.max(0, age.toSeconds()) + " s ago" : age.toMinutes() + " min ago";
    }
}
