package ews.domain.metric;

import java.util.Locale;

/** What a metric counts, and how its values read. */
public enum Unit {
    USERS("user", "users"),
    EVENTS("event", "events"),
    DAYS("day", "days"),
    PERCENT("%", "%"),
    TICKETS("ticket", "tickets"),
    INVOICES("invoice", "invoices"),
    PAYMENTS("payment", "payments"),
    TOUCHES("touch", "touches"),
    FEATURES("feature", "features"),
    POINTS("point", "points"),
    USES_PER_USER("use per user", "uses per user"),
    NUMBER("", "");

    private final String one;
    private final String many;

    Unit(String one, String many) {
        this.one = one;
        this.many = many;
    }

    public String label() {
        return many;
    }

    /** Whether it counts things, so that there may be none; days and points are measured. */
    public boolean isCount() {
        return switch (this) {
            case USERS, EVENTS, TICKETS, INVOICES, PAYMENTS, TOUCHES, FEATURES -> true;
            case DAYS, PERCENT, POINTS, USES_PER_USER, NUMBER -> false;
        };
    }

    /** The value in words, rounded to one decimal at the most: {@code 166 users}, {@code 62 %}, {@code 7.5 points}. */
    public String say(double value) {
        String number = number(value);
        String unit = number.equals("1") ? one : many;
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** At most one decimal, none for whole values, a true minus sign. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1000) { // most numbers, without the cost of formatting
            return (value < 0 ? "−" : "") + Math.abs((long) value);
        }
        double rounded = Math.rint(Math.abs(value) * 10) / 10;
        String sign = value < 0 && rounded > 0 ? "−" : "";
        return sign
                + (rounded == Math.rint(rounded)
                        ? String.format(Locale.ROOT, "%,.0f", rounded)
                        : String.format(Locale.ROOT, "%,.1f", rounded));
    }
}
