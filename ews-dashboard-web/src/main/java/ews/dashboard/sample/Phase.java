package ews.dashboard.sample;

import java.util.Locale;

/** Where the sample company stands. */
enum Phase {
    TELLING("Sending a year of events, customer by customer"),
    SCORING("Scoring every day of the year"),
    READY("The sample company is ready"),
    FAILED("The sample company could not be made");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The name in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Phase of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
