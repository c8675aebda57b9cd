package ews.domain.event;

import java.util.Locale;

/** Where an invoice stands. */
public enum InvoiceStatus {
    ISSUED,
    OVERDUE,
    PAYMENT_FAILED,
    PAID,
    VOID;

    /** The name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing is owed any more. */
    public boolean isSettled() {
        return this == PAID || this == VOID;
    }
}
