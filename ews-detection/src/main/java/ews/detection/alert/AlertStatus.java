package ews.detection.alert;

import java.util.Locale;

/** Where an alert stands in its life. */
public enum AlertStatus {
    /** Nobody has looked at it yet. */
    OPEN,
    /** Somebody has seen it and takes care of it. */
    ACKNOWLEDGED,
    /** A play runs because of it. */
    IN_PLAY,
    /** The condition was gone for the rule's hold time. */
    RESOLVED,
    /** Ended with a reason before the condition was gone. */
    CLOSED;

    /** The name in the API, in the database and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        String words = code().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether it has ended, one way or the other. */
    public boolean isEnded() {
        return this == RESOLVED || this == CLOSED;
    }

    static AlertStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
