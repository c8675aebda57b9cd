package ews.sensors.dialect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an event in the native dialect, by their names on the wire. */
enum Field {
    TYPE("type"),
    ID("id"),
    TIME("time"),
    ACCOUNT("account"),
    USER("user"),
    NAME("name"),
    QUANTITY("quantity"),
    TICKET("ticket"),
    STATUS("status"),
    PRIORITY("priority"),
    SLA_BREACHED("slaBreached"),
    SUBJECT("subject"),
    INVOICE("invoice"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    DUE_DATE("dueDate"),
    PLAN("plan"),
    SEATS("seats"),
    VALUE("value"),
    RENEWAL_DATE("renewalDate"),
    KIND("kind"),
    SCORE("score"),
    COMMENT("comment"),
    RESPONSE("response"),
    GOAL("goal"),
    TARGET("target"),
    ATTRIBUTES("attributes");

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_NAME.put(field.wire, field);
        }
    }

    private final String wire;
    private final String code = name().toLowerCase(Locale.ROOT);

    Field(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /** The name in codes: {@code dueDate} is {@code due_date}. */
    String code() {
        return code;
    }

    static @Nullable Field of(@Nullable String wire) {
        return BY_NAME.get(wire);
    }
}
