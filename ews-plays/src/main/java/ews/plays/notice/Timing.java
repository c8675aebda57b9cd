package ews.plays.notice;

import java.util.Locale;

/** When a notice leaves EWS. */
public enum Timing {
    AT_ONCE("At once"),
    DAILY("In the daily digest");

    private final String label;

    Timing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Timing of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
