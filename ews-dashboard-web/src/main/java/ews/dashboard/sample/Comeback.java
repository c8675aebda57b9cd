package ews.dashboard.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** On the day on which a play has helped: everybody who was gone uses the product again, and their CSM is relieved. */
final class Comeback {

    private Comeback() {}

    static List<SampleEvent> of(Customer customer, LocalDate today, Instant now) {
        String id = customer.key() + "-" + today + "-back-";
        double activity = customer.story().activity(1);
        var events = new ArrayList<SampleEvent>();
        for (Person person : customer.people()) {
            if (person.loyalty() >= activity) {
                events.add(SampleEvent.of("usage", id + person.key(), now, customer.key())
                        .with("user", person.key())
                        .with("name", Feature.PROJECT_OPENED.wireName()));
            }
        }
        events.add(SampleEvent.of("feedback", id + "sentiment", now, customer.key())
                .with("kind", "sentiment")
                .with("score", 5));
        return events;
    }
}
