package ews.dashboard.accounts;

import java.util.Arrays;
import java.util.Locale;

/** The orders of the portfolio. */
enum AccountSort {
    /** The lowest score first, with the fall of the last seven days counted twice. */
    ATTENTION("(coalesce(h.score, 600) + 2 * coalesce(h.change_7, 0))", false),
    NAME("lower(a.name)", false),
    SCORE("h.score", false),
    CHANGE("h.change_7", false),
    ARR("a.annual_value", true),
    RENEWAL("a.renewal_on", false),
    TOUCH("touched.at", false);

    private final String expression;
    private final boolean descending;

    AccountSort(String expression, boolean descending) {
        this.expression = expression;
        this.descending = descending;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the first click sorts from the greatest down. */
    boolean isDescending() {
        return descending;
    }

    /** Accounts without a value come last, whatever the direction; equal ones in the order in which they appeared. */
    String orderBy(boolean descending) {
        return "order by " + expression + (descending ? " desc nulls last, a.id" : " nulls last, a.id");
    }

    static AccountSort of(String code) {
        return Arrays.stream(values())
                .filter(sort -> sort.code().equals(code))
                .findFirst()
                .orElse(ATTENTION);
    }
}
