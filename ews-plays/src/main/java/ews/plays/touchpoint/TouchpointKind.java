package ews.plays.touchpoint;

import java.util.Locale;

/** How somebody engaged with an account. A note is about the account, and touches nobody there. */
public enum TouchpointKind {
    EMAIL("E-mail"),
    CALL("Call"),
    MEETING("Meeting"),
    NOTE("Note");

    private final String label;

    TouchpointKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such kind; the message lists those that there are */
    public static TouchpointKind of(String code) {
        for (TouchpointKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "A touchpoint is an email, call, meeting or note; got \"%s\".".formatted(code));
    }
}
