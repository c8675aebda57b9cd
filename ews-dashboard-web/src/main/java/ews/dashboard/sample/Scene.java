package ews.dashboard.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One day of one customer, and the events told so far.
 *
 * @param anchor the day that is 0 days ago
 */
record Scene(long seed, ZoneId zone, LocalDate anchor, Customer customer, int ago, List<SampleEvent> events) {

    LocalDate date() {
        return date(ago);
    }

    LocalDate date(int ago) {
        return anchor.minusDays(ago);
    }

    /** The same throws for the same customer, day and subject, whoever asks. */
    Dice dice(String about, int ago) {
        return Dice.of(seed, customer.key() + '/' + about, date(ago).toEpochDay());
    }

    /** @param about what makes the id of the event unique for the customer on that day */
    SampleEvent tell(String type, String about, double hour) {
        var time = date().atTime(LocalTime.MIN)
                .plusSeconds((long) (hour * 3600))
                .atZone(zone)
                .toInstant();
        var event = SampleEvent.of(type, customer.key() + "-" + date() + "-" + about, time, customer.key());
        events.add(event);
        return event;
    }
}
