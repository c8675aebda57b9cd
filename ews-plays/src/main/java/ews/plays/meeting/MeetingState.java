package ews.plays.meeting;

import java.util.Locale;

/** What became of a meeting. */
public enum MeetingState {
    PLANNED("Planned"),
    CANCELLED("Cancelled"),
    /** Its day is over, and nobody called it off: it is a touchpoint of the account. */
    HELD("Held");

    private final String label;

    MeetingState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MeetingState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
