package ews.dashboard.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that happened at the company. The same company and anchor tell the same events with the same ids, for any
 * customer and any days.
 *
 * @param anchor the day on which the company is looked at first, 0 days ago; the stories end there, and what they led
 *     to goes on
 */
record Chronicle(Company company, LocalDate anchor, ZoneId zone) {

    LocalDate firstDay() {
        return anchor.minusDays(ContractScript.FIRST_DAY);
    }

    /** The events of one customer on these days, in time. */
    List<SampleEvent> of(Customer customer, LocalDate first, LocalDate last) {
        var events = new ArrayList<SampleEvent>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            int ago = Math.toIntExact(anchor.toEpochDay() - day.toEpochDay());
            var scene = new Scene(company.seed(), zone, anchor, customer, ago, events);
            Script.ALL.forEach(script -> script.tell(scene));
        }
        events.sort(Comparator.comparing(SampleEvent::time));
        return events;
    }
}
