package ews.dashboard.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that happened at the company, day by day. The same company and anchor tell the same events with the same ids.
 *
 * @param anchor the day on which the company is looked at first, 0 days ago; the last day told is the one before
 */
record Telling(Company company, LocalDate anchor, ZoneId zone) {

    static final int DAYS = ContractScript.FIRST_DAY;

    LocalDate firstDay() {
        return anchor.minusDays(DAYS);
    }

    LocalDate lastDay() {
        return anchor.minusDays(1);
    }

    /** The events of all customers on one day, in time. */
    List<SampleEvent> on(LocalDate day) {
        int ago = (int) (anchor.toEpochDay() - day.toEpochDay());
        var events = new ArrayList<SampleEvent>();
        for (Customer customer : company.customers()) {
            var scene = new Scene(company.seed(), zone, anchor, customer, ago, events);
            Script.ALL.forEach(script -> script.tell(scene));
        }
        events.sort(Comparator.comparing(SampleEvent::time));
        return events;
    }
}
