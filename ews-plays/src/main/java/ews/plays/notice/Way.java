package ews.plays.notice;

import java.util.Locale;

/** By what a notice reaches a member. What reaches them at all is also in the list of their notices. */
public enum Way {
    NONE("Not at all"),
    PRODUCT("In EWS only"),
    EMAIL("Email"),
    SLACK("Slack");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it leaves EWS. */
    boolean isSent() {
        return this == EMAIL || this == SLACK;
    }
}
