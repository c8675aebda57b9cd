package ews.sensors.vendor;

import java.util.Locale;

/** Whose webhooks are understood. */
public enum Vendor {
    STRIPE("Stripe", Secret.THEIRS),
    ZENDESK("Zendesk", Secret.THEIRS),
    INTERCOM("Intercom", Secret.THEIRS),
    FRESHDESK("Freshdesk", Secret.OURS),
    JIRA("Jira Service Management", Secret.OURS),
    DELIGHTED("Delighted", Secret.NONE),
    TYPEFORM("Typeform", Secret.OURS);

    /** Who makes the secret that signs. */
    public enum Secret {
        THEIRS,
        OURS,
        /** Nothing is signed; only the address is a secret. */
        NONE
    }

    private final String title;
    private final Secret secret;

    Vendor(String title, Secret secret) {
        this.title = title;
        this.secret = secret;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    public Secret secret() {
        return secret;
    }

    /** The name in addresses and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none */
    public static Vendor coded(String code) {
        for (Vendor vendor : values()) {
            if (vendor.code().equals(code)) {
                return vendor;
            }
        }
        throw new IllegalArgumentException("Nobody knows the vendor '%s'".formatted(code));
    }
}
