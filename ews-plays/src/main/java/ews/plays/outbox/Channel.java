package ews.plays.outbox;

import java.util.Locale;

/** By what a message travels. */
public enum Channel {
    EMAIL("Email"),
    WEBHOOK("Webhook"),
    SLACK("Slack");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in addresses of pages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
