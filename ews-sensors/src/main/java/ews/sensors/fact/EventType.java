package ews.sensors.fact;

import ews.domain.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What an event is called in the log, which is how it is called when it is sent. */
enum EventType {
    USAGE,
    SUPPORT,
    INVOICE,
    SUBSCRIPTION,
    FEEDBACK,
    OUTCOME,
    ACCOUNT,
    USER;

    private final String code = name().toLowerCase(Locale.ROOT);
    private final byte[] bytes = code.getBytes(StandardCharsets.US_ASCII);

    static EventType of(Event event) {
        return switch (event) {
            case Event.Usage _ -> USAGE;
            case Event.Support _ -> SUPPORT;
            case Event.Invoice _ -> INVOICE;
            case Event.Subscription _ -> SUBSCRIPTION;
            case Event.Feedback _ -> FEEDBACK;
            case Event.Outcome _ -> OUTCOME;
            case Event.AccountAttributes _ -> ACCOUNT;
            case Event.UserAttributes _ -> USER;
        };
    }

    String code() {
        return code;
    }

    /** Not to be changed: one array serves all. */
    byte[] bytes() {
        return bytes;
    }
}
