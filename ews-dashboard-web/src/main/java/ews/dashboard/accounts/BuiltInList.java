package ews.dashboard.accounts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Watch lists that fill themselves. */
enum BuiltInList {
    FALLING_FAST("falling-fast", "Falling fast", "poor", "coalesce(h.change_7 <= -70, false)"),
    RENEWALS("renewals-90", "Renewals in 90 days", "average", AccountConditions.RENEWING),
    READY_TO_EXPAND("ready-to-expand", "Ready to expand", "good", """
            (h.band = 'good' and exists (
               select from alert o join rule on rule.id = o.rule_id
               where o.account_id = a.id and {open} and rule.nature = 'opportunity'))"""),
    NO_TOUCH("no-touch", "No touch in 30 days", "flat", """
            not exists (
               select from touchpoint t
               where t.account_id = a.id and t.kind <> 'note' and t.occurred_at >= :untouched_since
                 and t.occurred_at < :end)""");

    private final String key;
    private final String label;
    private final String colour;
    private final String condition;

    BuiltInList(String key, String label, String colour, String condition) {
        this.key = key;
        this.label = label;
        this.colour = colour;
        this.condition = condition;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    /** The colour of its dot: good, average, poor or flat. */
    String colour() {
        return colour;
    }

    /** SQL over {@code account a} and {@code health h}. */
    String condition(PortfolioDay day) {
        return condition.replace("{open}", day.alertIsOpen());
    }

    static @Nullable BuiltInList withKey(@Nullable String key) {
        return Arrays.stream(values())
                .filter(list -> list.key.equals(key))
                .findFirst()
                .orElse(null);
    }
}
