package ews.plays.checkin;

import java.util.Locale;

/** How a check-in went. One that reached nobody is tried again soon. */
public enum CheckInResult {
    WENT_WELL("Went well"),
    NEEDS_PLAN("Needs a plan"),
    NOT_REACHED("Not reached");

    private final String label;

    CheckInResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such result; the message lists those that there are */
    public static CheckInResult of(String code) {
        for (CheckInResult result : values()) {
            if (result.code().equals(code)) {
                return result;
            }
        }
        throw new IllegalArgumentException(
                "Please say how the check-in went: went_well, needs_plan or not_reached; got \"%s\".".formatted(code));
    }
}
