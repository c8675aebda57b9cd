package ews.detection.rule;

import java.util.Locale;

/** Whether a business event threatens the account or is a chance to make more of it. */
public enum Nature {
    RISK,
    OPPORTUNITY;

    /** The name in the API, in the database and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return name().charAt(0) + code().substring(1);
    }

    /** @throws IllegalArgumentException if there is no such nature */
    public static Nature of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
