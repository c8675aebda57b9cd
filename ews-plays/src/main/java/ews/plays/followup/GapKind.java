package ews.plays.followup;

import java.util.Locale;

/** What can be left without anybody who follows it up. */
public enum GapKind {
    RUN("Runs in which nothing is open"),
    TASK("Tasks that nobody has who can work"),
    ACCOUNT("Accounts without a CSM who can work");

    private final String label;

    GapKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
