package ews.detection.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which alerts a list shows. What is snoozed comes back by itself on its day. */
public enum AlertSelection {
    NEW("New", Sql.FRESH + " and a.id not in (" + Sql.BEYOND_BUDGET + ")"),
    /** Seen before: put aside until now, or raised once more after an earlier one had ended. */
    BACK_AGAIN("Back again", """
            (a.status in ('open', 'acknowledged') and a.snoozed_until <= :today
             or a.status = 'open' and a.snoozed_until is null and a.previous_id is not null and not a.held)"""),
    /** Raised, but there is too much for its CSM at once, or it is too late at night. */
    DIGEST("Digest", "(" + Sql.HELD + " or " + Sql.FRESH + " and a.id in (" + Sql.BEYOND_BUDGET + "))"),
    ACKNOWLEDGED("Acknowledged", "a.status = 'acknowledged' and a.snoozed_until is null"),
    SNOOZED("Snoozed", "a.status in ('open', 'acknowledged') and a.snoozed_until > :today"),
    IN_PLAY("In play", "a.status = 'in_play'"),
    ENDED("Closed", "a.status in ('resolved', 'closed')"),
    /** Everything that waits for somebody to look at it: what is new, and what is back again. */
    WAITING("Waiting", "(" + NEW.condition + " or " + BACK_AGAIN.condition + ")"),
    /** Everything that has not ended. */
    OPEN("Open", "a.status in ('open', 'acknowledged', 'in_play')");

    /** Parts of the conditions. */
    static final class Sql {
        /** New, whether or not the budget suffices. */
        static final String FRESH =
                "a.status = 'open' and not a.held and a.snoozed_until is null and a.previous_id is null";

        static final String HELD = "a.status = 'open' and a.held and a.snoozed_until is null";
        private static final String BEYOND_BUDGET =
                "select id from digest_alert where :csm::bigint is null or csm_id = :csm";
    }

    private final String label;
    private final String condition;

    AlertSelection(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /** The name in the API and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException naming the selections, if there is none of this name */
    public static AlertSelection of(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no alerts '%s'; choose one of %s"
                        .formatted(
                                code,
                                Arrays.stream(values())
                                        .map(AlertSelection::code)
                                        .collect(Collectors.joining(", ")))));
    }

    /** SQL about alert {@code a} and the parameters {@code today} and {@code csm}. */
    String condition() {
        return condition;
    }
}
