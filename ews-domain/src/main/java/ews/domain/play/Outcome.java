package ews.domain.play;

import java.util.Locale;

/** How a run truly ended, as a person judges it. */
public enum Outcome {
    SAVED("Saved"),
    IMPROVED("Improved"),
    NO_CHANGE("No change"),
    LOST("Lost"),
    FALSE_ALARM("False alarm");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database, in events and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such outcome; the message lists those that there are */
    public static Outcome of(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException(
                "An outcome is saved, improved, no_change, lost or false_alarm; got \"%s\".".formatted(code));
    }
}
