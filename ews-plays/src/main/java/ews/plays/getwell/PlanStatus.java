package ews.plays.getwell;

import java.util.Locale;

/** How far a get-well plan is. */
public enum PlanStatus {
    /** We are writing it. */
    DRAFT("Draft"),
    /** The customer and we work on it. */
    AGREED("Agreed"),
    /** All of its objectives were met. */
    ACHIEVED("Achieved"),
    GIVEN_UP("Given up");

    private final String label;

    PlanStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isEnded() {
        return this == ACHIEVED || this == GIVEN_UP;
    }

    static PlanStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
