package ews.plays.outbox;

import java.util.Locale;

/** How far a message is. */
public enum MessageState {
    WAITING("Waiting"),
    SENT("Sent"),
    FAILED("Failed");

    private final String label;

    MessageState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in addresses of pages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
