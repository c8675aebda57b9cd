package ews.sensors.naming;

import java.util.Locale;

/** What events of a name count as. */
public enum CountsAs {
    FEATURE("Use of a feature"),
    LOGIN("Login"),
    OUTCOME("Outcome"),
    /** Kept in the log, so that it can be read again with another rule; nothing else depends on it. */
    IGNORED("Nothing");

    private final String title;

    CountsAs(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** In the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none */
    public static CountsAs coded(String code) {
        for (CountsAs it : values()) {
            if (it.code().equals(code)) {
                return it;
            }
        }
        throw new IllegalArgumentException(
                "countsAs must be feature, login, outcome or ignored; got \"%s\".".formatted(code));
    }
}
