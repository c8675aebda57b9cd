package ews.plays.review;

import java.util.Arrays;
import java.util.Locale;

/** What a member says about an account in a review: looked at, or to be seen by the manager. */
public enum Mark {
    REVIEWED("Reviewed"),
    FLAGGED("Flagged");

    private final String label;

    Mark(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such mark */
    public static Mark of(String code) {
        return Arrays.stream(values())
                .filter(mark -> mark.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("An account is reviewed or flagged; got \"%s\".".formatted(code)));
    }
}
