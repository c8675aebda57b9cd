package ews.sensors.intake;

import java.util.Arrays;

/** The languages in which sources send events. */
public enum Dialect {
    NATIVE(0),
    SEGMENT(1),
    POSTHOG(2),
    STRIPE(3),
    ZENDESK(4),
    INTERCOM(5),
    FRESHDESK(6),
    JIRA(7),
    DELIGHTED(8),
    TYPEFORM(9);

    private final int number;

    Dialect(int number) {
        this.number = number;
    }

    /** By which the event log knows it; never changes. */
    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException if there is none */
    public static Dialect numbered(int number) {
        return Arrays.stream(values())
                .filter(it -> it.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no dialect " + number));
    }
}
