package ews.sensors.reject;

import java.util.Locale;

/** What became of a reject in the end. */
public enum Settlement {
    /** Replayed, and now in the log, or waiting there for its account. */
    TAKEN("taken when it was replayed"),
    /** Replayed, but the same event had come in before. */
    DUPLICATE("there already when it was replayed"),
    /** Replayed, and nothing depends on it. */
    IGNORED("ignored when it was replayed"),
    /** Somebody said that it does not matter. */
    DISMISSED("dismissed");

    private final String words;

    Settlement(String words) {
        this.words = words;
    }

    /** In the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Settlement of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** For people, after "It was". */
    public String words() {
        return words;
    }
}
