package ews.domain.score;

import java.util.Locale;

/** How healthy: the reading of a score, or unknown where there is too little data for one. */
public enum Band {
    GOOD,
    AVERAGE,
    POOR,
    UNKNOWN;

    /** The name in the API, in the database and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return name().charAt(0) + code().substring(1);
    }

    /** @throws IllegalArgumentException if there is no such band */
    public static Band of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
