package ews.domain.event;

import java.util.Locale;

/** Whether the account tries, pays, or has left. */
public enum SubscriptionStatus {
    TRIAL,
    ACTIVE,
    CANCELLED;

    /** The name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
