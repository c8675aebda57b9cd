package ews.detection.alert;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an alert was closed although its condition still held. */
public enum CloseReason {
    FALSE_ALARM("False alarm"),
    ACCEPTED("Accepted as it is"),
    DUPLICATE("Duplicate"),
    HANDLED_OTHERWISE("Handled otherwise"),
    /** The run of its play ended so. */
    LOST("Lost"),
    /** The account has left. */
    ACCOUNT_CANCELLED("The account cancelled"),
    /** Nobody looks after the account any more. */
    ACCOUNT_ARCHIVED("The account was archived");

    private final String label;

    CloseReason(String label) {
        this.label = label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** The reasons that people choose from. */
    public static List<CloseReason> choices() {
        return List.of(FALSE_ALARM, ACCEPTED, DUPLICATE, HANDLED_OTHERWISE);
    }

    /** @throws IllegalArgumentException naming the choices, if none was made */
    public static CloseReason choice(@Nullable String code) {
        return choices().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An alert is closed with a reason: "
                        + choices().stream().map(CloseReason::code).collect(Collectors.joining(", "))));
    }
}
