package ews.domain.event;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kinds of events there are. */
public enum EventType {
    USAGE,
    SUPPORT,
    INVOICE,
    SUBSCRIPTION,
    FEEDBACK,
    OUTCOME,
    ACCOUNT,
    USER;

    private static final Map<String, EventType> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::code, it -> it));

    private final String code = name().toLowerCase(Locale.ROOT);

    public static EventType of(Event event) {
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

    /** @throws IllegalArgumentException if there is no type of this name */
    public static EventType coded(String code) {
        EventType type = BY_CODE.get(code);
        if (type == null) {
            throw new IllegalArgumentException("There is no type of events called '%s'".formatted(code));
        }
        return type;
    }

    /** The name on the wire and in the database. */
    public String code() {
        return code;
    }
}
