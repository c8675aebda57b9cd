package ews.domain.event;

import java.util.Locale;

/** Where a ticket stands, in the order of its life. */
public enum TicketStatus {
    OPEN,
    PENDING,
    SOLVED,
    CLOSED;

    /** The name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nobody works on it any more. */
    public boolean isDone() {
        return this == SOLVED || this == CLOSED;
    }
}
