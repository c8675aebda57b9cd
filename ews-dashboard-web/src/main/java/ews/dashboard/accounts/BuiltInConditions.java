package ews.dashboard.accounts;

import ews.plays.watchlist.BuiltInList;

/** Which accounts are on the watch lists that fill themselves. */
final class BuiltInConditions {

    private BuiltInConditions() {}

    /** SQL over {@code account a} and {@code health h}. */
    static String of(BuiltInList list, PortfolioDay day) {
        return switch (list) {
            case FALLING_FAST -> "coalesce(h.change_7 <= -70, false)";
            case POOR -> "coalesce(h.band = 'poor', false)";
            case RENEWALS -> AccountConditions.RENEWING;
            case READY_TO_EXPAND -> """
                    (h.band = 'good' and exists (
                       select from alert o join rule on rule.id = o.rule_id
                       where o.account_id = a.id and %s and rule.nature = 'opportunity'))""".formatted(day.alertIsOpen());
            case NO_TOUCH -> """
                    not exists (
                       select from touchpoint t
                       where t.account_id = a.id and t.kind <> 'note' and t.occurred_at >= :untouched_since
                         and t.occurred_at < :end)""";
        };
    }

    /** The colour of its dot: good, average, poor or flat. */
    static String colour(BuiltInList list) {
        return switch (list) {
            case FALLING_FAST, POOR -> "poor";
            case RENEWALS -> "average";
            case READY_TO_EXPAND -> "good";
            case NO_TOUCH -> "flat";
        };
    }
}
