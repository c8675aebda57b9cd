package ews.sensors.vendor;

import ews.domain.event.Event;
import ews.domain.event.EventType;
import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.JsonBody;
import ews.sensors.dialect.MalformedBody;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.dialect.Reading;
import ews.sensors.dialect.Texts;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Belonging;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Unplaced;
import ews.sensors.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one delivery. Whatever is wrong with it makes a reject of it, which is kept, and never more than that. */
final class VendorReading {

    /** In bytes. An invoice with many lines is long. */
    private static final int LONGEST = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final VendorDialect dialect;
    private final Source source;
    private final Reading reading;

    VendorReading(VendorDialect dialect, Source source, Instant receivedAt) {
        this.dialect = dialect;
        this.source = source;
        this.reading = new Reading(receivedAt.truncatedTo(ChronoUnit.MILLIS));
    }

    Batch of(Delivery delivery) {
        Raw sent = new Raw(delivery.body(), 0, delivery.body().length);
        try {
            ObjectNode body = parsed(sent);
            dialect.keep(delivery, body);
            read(body, Raw.of(JSON.writeValueAsString(body)));
        } catch (Invalid e) {
            // A NUL cannot be stored.
            String text = new String(delivery.body(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
            reading.reject(0, null, e, Raw.of(text));
        }
        return reading.batch(source, dialect.dialect(), null);
    }

    /** What was kept of a delivery. */
    Batch of(Raw kept) {
        try {
            read(parsed(kept), kept);
        } catch (Invalid e) {
            reading.reject(0, null, e, kept);
        }
        return reading.batch(source, dialect.dialect(), null);
    }

    private static ObjectNode parsed(Raw sent) throws Invalid {
        if (sent.length() > LONGEST) {
            throw new Invalid(
                    "event_too_large",
                    "a delivery may have at most %d bytes; got %d".formatted(LONGEST, sent.length()));
        }
        try {
            JsonNode body = JSON.readTree(JsonBody.of(sent.bytes()).text());
            if (body instanceof ObjectNode object) {
                return object;
            }
            throw new Invalid("not_an_object", "a delivery must be a JSON object");
        } catch (JacksonException e) {
            throw new Invalid("malformed", "it is not valid JSON: " + e.getOriginalMessage());
        } catch (MalformedBody e) {
            throw new Invalid("malformed", String.valueOf(e.getMessage()));
        }
    }

    private void read(ObjectNode body, Raw kept) throws Invalid {
        String own = dialect.id(body);
        String id = own == null ? kept.hash() : Texts.key("id", "the id of the delivery", own);
        try {
            switch (dialect.read(body, id)) {
                case Telling.Nothing nothing ->
                    reading.ignore(Texts.key("name", "the name of what happened", nothing.name()));
                case Telling.Something something -> take(something, kept);
            }
        } catch (Invalid e) {
            reading.reject(0, id, e, kept);
        }
    }

    private void take(Telling.Something said, Raw kept) throws Invalid {
        String customer = said.customer();
        String account = said.account();
        if (customer == null && account == null) {
            throw new Invalid("missing_customer", "it names no customer, so nobody can know whose account it concerns");
        }
        if (customer != null) {
            Texts.key("customer", "the id of the customer", customer);
        }
        if (account != null) {
            Texts.key("account", "account", account);
        }
        // All or nothing: an event that is wrong makes a reject of the delivery.
        for (ObjectNode event : said.events()) {
            checked(event, account == null ? "account" : account);
        }
        if (account != null && customer != null) {
            reading.add(new Belonging(customer, timeOf(said), account));
        }
        for (ObjectNode event : said.events()) {
            if (account != null) {
                reading.add(checked(event, account), true, kept);
            } else if (customer != null) {
                reading.add(waiting(event, customer, kept));
            }
        }
    }

    private Instant timeOf(Telling.Something said) throws Invalid {
        return said.events().isEmpty()
                ? reading.receivedAt()
                : checked(said.events().getFirst(), "account").header().time();
    }

    private Unplaced waiting(ObjectNode event, String customer, Raw kept) throws Invalid {
        Event read = checked(event, "account");
        return new Unplaced(
                EventType.of(read),
                customer,
                true,
                read.header().messageId(),
                read.header().time(),
                true,
                kept,
                (account, _) -> placed(event, account));
    }

    private Event placed(ObjectNode event, String account) {
        try {
            return checked(event, account);
        } catch (Invalid e) {
            throw new IllegalStateException("It was right without its account", e);
        }
    }

    /** The event, judged as every event in our own JSON is. */
    private Event checked(ObjectNode event, String account) throws Invalid {
        return NativeDialect.event(source, event.deepCopy().put("account", account), reading.receivedAt());
    }
}
