package ews.sensors.posthog;

import ews.domain.event.Event;
import ews.domain.event.Event.Header;
import ews.domain.event.EventType;
import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.Item;
import ews.sensors.dialect.Reading;
import ews.sensors.intake.Belonging;
import ews.sensors.intake.Raw;
import ews.sensors.intake.SamePerson;
import ews.sensors.intake.Unplaced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One captured event, and what it means. */
final class PostHogEvent {

    /** Types of groups that are accounts, the likeliest first. */
    private static final List<String> ACCOUNTS =
            List.of("account", "company", "organization", "organisation", "customer", "tenant", "workspace");

    private final Item item;
    private final String id;
    private final Instant time;
    private final boolean timed;
    private final Raw body;

    PostHogEvent(Item item, String id, Instant receivedAt) throws Invalid {
        this.item = item;
        this.id = id;
        Instant said = item.time("timestamp", receivedAt);
        this.time = said == null ? receivedAt : said;
        this.timed = said != null;
        this.body = item.raw();
    }

    void readInto(Reading reading) throws Invalid {
        String name = item.requiredKey("event");
        switch (name) {
            case "$groupidentify" -> describesGroup(reading);
            case "$identify" -> identifies(reading);
            case "$set" -> describes(item.attributes("properties.$set"), reading);
            case "$create_alias", "$merge_dangerously" -> {
                reading.add(new SamePerson(item.requiredKey("properties.alias"), person(), time));
                describes(Map.of(), reading);
            }
            case "$pageview" -> uses("Viewed a page", reading);
            case "$screen" -> uses(viewed("screen", item.key("properties.$screen_name")), reading);
            default -> uses(name, reading);
        }
    }

    private void identifies(Reading reading) throws Invalid {
        String visitor = item.key("properties.$anon_distinct_id");
        if (visitor != null && !visitor.equals(person())) {
            reading.add(new SamePerson(visitor, person(), time));
        }
        describes(item.attributes("properties.$set"), reading);
    }

    private void describesGroup(Reading reading) throws Invalid {
        String type = item.requiredKey("properties.$group_type");
        String account = item.requiredKey("properties.$group_key");
        if (!ACCOUNTS.contains(type)) {
            throw new Invalid(
                    "unknown_group_type",
                    "$group_type must be one of %s to be an account; got %s"
                            .formatted(String.join(", ", ACCOUNTS), Invalid.quoted(type)));
        }
        reading.add(
                new Event.AccountAttributes(header(account), item.attributes("properties.$group_set")), timed, body);
    }

    private void uses(String feature, Reading reading) throws Invalid {
        place(
                EventType.USAGE,
                (account, user) -> new Event.Usage(header(account), user, feature, Event.MICROS),
                reading);
    }

    private void describes(Map<String, @Nullable String> attributes, Reading reading) throws Invalid {
        String person = person();
        place(
                EventType.USER,
                (account, user) -> new Event.UserAttributes(header(account), user == null ? person : user, attributes),
                reading);
    }

    private void place(EventType of, Unplaced.Placing placing, Reading reading) throws Invalid {
        String person = person();
        boolean visitor =
                item.isFalse("properties.$process_person_profile") || item.isFalse("properties.$is_identified");
        String account = account();
        if (account == null) {
            reading.add(new Unplaced(of, person, visitor, id, time, timed, body, placing));
        } else {
            reading.add(placing.at(account, visitor ? null : person), timed, body);
            reading.add(new Belonging(person, time, account));
        }
    }

    private @Nullable String account() throws Invalid {
        for (String type : ACCOUNTS) {
            String account = item.key("properties.$groups." + type);
            if (account != null) {
                return account;
            }
        }
        return null;
    }

    private static String viewed(String what, @Nullable String name) {
        return name == null ? "Viewed a " + what : "Viewed %s %s".formatted(name, what);
    }

    private Header header(String account) {
        return new Header(id, time, account);
    }

    private String person() throws Invalid {
        String person = item.key("distinct_id");
        return person == null ? item.requiredKey("properties.distinct_id") : person;
    }
}
