package ews.domain.event;

import java.util.Locale;

/** How urgent a ticket is, least first. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** The name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
