package ews.plays.watchlist;

import java.util.Arrays;
import java.util.Optional;

/** The watch lists that fill themselves: who is on them follows from what is known of the accounts. */
public enum BuiltInList {
    FALLING_FAST("falling-fast", "Falling fast", "The health score fell by seven points or more in seven days."),
    POOR("poor", "Poor health", "The health is in the band poor."),
    RENEWALS("renewals-90", "Renewals in 90 days", "The subscription renews in the next 90 days."),
    READY_TO_EXPAND("ready-to-expand", "Ready to expand", "The health is good and an opportunity is open."),
    NO_TOUCH("no-touch", "No touch in 30 days", "Nobody has e-mailed, called or met them for 30 days.");

    private final String key;
    private final String label;
    private final String meaning;

    BuiltInList(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    /** Names it in addresses. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Which accounts are on it, in one sentence. */
    public String meaning() {
        return meaning;
    }

    public static Optional<BuiltInList> withKey(String key) {
        return Arrays.stream(values()).filter(list -> list.key.equals(key)).findFirst();
    }
}
