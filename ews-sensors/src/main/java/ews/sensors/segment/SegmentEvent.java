package ews.sensors.segment;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call, and what it means. */
final class SegmentEvent {

    private final Item item;
    private final String type;
    private final String id;
    private final Instant time;
    private final boolean timed;
    private final @Nullable String user;
    private final @Nullable String visitor;
    private final Raw body;

    /** @param type if the call itself does not say it */
    SegmentEvent(Item item, @Nullable String type, String id, Instant receivedAt) throws Invalid {
        this.item = item;
        this.type = type == null || item.has("type") ? item.word("type") : type;
        this.id = id;
        SentTime sent = SentTime.of(item, receivedAt);
        this.time = sent.time();
        this.timed = sent.own();
        this.user = item.key("userId");
        this.visitor = item.key("anonymousId");
        if (type != null) {
            item.say("type", this.type);
        }
        this.body = item.raw();
    }

    void readInto(Reading reading) throws Invalid {
        switch (type) {
            case "track" -> uses(item.requiredKey("event"), reading);
            case "page" -> uses(viewed("page"), reading);
            case "screen" -> uses(viewed("screen"), reading);
            case "identify" -> describes(item.attributes("traits"), reading);
            case "group" -> groups(reading);
            case "alias" ->
                reading.add(new SamePerson(item.requiredKey("previousId"), item.requiredKey("userId"), time));
            default ->
                throw new Invalid(
                        "unknown_type",
                        "type must be identify, group, track, page, screen or alias"
                                + (type.isEmpty() ? "" : "; got " + Invalid.quoted(type)));
        }
        if (type.equals("alias")) {
            describes(Map.of(), reading);
        } else if (user != null && visitor != null && !user.equals(visitor)) {
            reading.add(new SamePerson(visitor, user, time));
        }
    }

    private String viewed(String what) throws Invalid {
        String name = item.key("name");
        return name == null ? "Viewed a " + what : "Viewed %s %s".formatted(name, what);
    }

    private void uses(String feature, Reading reading) throws Invalid {
        place(EventType.USAGE, (account, who) -> new Event.Usage(header(account), who, feature, Event.MICROS), reading);
    }

    private void describes(Map<String, @Nullable String> attributes, Reading reading) throws Invalid {
        place(
                EventType.USER,
                (account, who) -> new Event.UserAttributes(header(account), who == null ? person() : who, attributes),
                reading);
    }

    private void groups(Reading reading) throws Invalid {
        String account = item.requiredKey("groupId");
        reading.add(new Event.AccountAttributes(header(account), item.attributes("traits")), timed, body);
        if (user != null || visitor != null) {
            reading.add(new Belonging(person(), time, account));
        }
    }

    private void place(EventType of, Unplaced.Placing placing, Reading reading) throws Invalid {
        if (user == null && visitor == null) {
            throw new Invalid("missing_user_id", "userId or anonymousId is required");
        }
        String account = item.key("context.groupId");
        if (account == null) {
            reading.add(new Unplaced(of, person(), user == null, id, time, timed, body, placing));
        } else {
            reading.add(placing.at(account, user), timed, body);
        }
    }

    private Header header(String account) {
        return new Header(id, time, account);
    }

    private String person() {
        if (user != null) {
            return user;
        }
        if (visitor != null) {
            return visitor;
        }
        throw new IllegalStateException("Nobody is named");
    }
}
