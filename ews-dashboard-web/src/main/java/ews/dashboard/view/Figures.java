package ews.dashboard.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers read on pages: the one place that formats them. */
public final class Figures {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Figures() {}

    /** With thousands separated: {@code 1,204}. */
    public static String whole(long number) {
        return (number < 0 ? "−" : "") + String.format(Locale.ROOT, "%,d", Math.abs(number));
    }

    /** A count with its noun: {@code 1 account}, {@code 12 accounts}. */
    public static String count(long number, String one, String many) {
        return whole(number) + " " + (number == 1 ? one : many);
    }

    /** A share in whole percent; what is not nothing and not everything never reads so. */
    public static String percent(long part, long whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    public static String percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0 || part.signum() == 0) {
            return "0 %";
        }
        double share = 100 * part.doubleValue() / whole.doubleValue();
        if (share < 1) {
            return "< 1 %";
        }
        return (share > 99 && share < 100 ? 99 : Math.round(share)) + " %";
    }

    /** Short, for lists: {@code $950}, {@code $8.4k}, {@code €38k}, {@code $1.2M}, {@code CHF 12k}. */
    public static String money(BigDecimal amount, String currency) {
        BigDecimal size = amount.abs();
        // 999,950 reads $1.0M, not $1000k
        String number = size.compareTo(new BigDecimal("999500")) >= 0
                ? size.divide(MILLION, size.compareTo(MILLION.scaleByPowerOfTen(2)) >= 0 ? 0 : 1, RoundingMode.HALF_UP)
                        + "M"
                : size.compareTo(new BigDecimal("9950")) >= 0
                        ? size.divide(THOUSAND, 0, RoundingMode.HALF_UP) + "k"
                        : size.compareTo(new BigDecimal("999.5")) >= 0
                                ? trimmed(size.divide(THOUSAND, 1, RoundingMode.HALF_UP)) + "k"
                                : size.setScale(0, RoundingMode.HALF_UP).toPlainString();
        return (amount.signum() < 0 ? "−" : "") + symbol(currency) + number;
    }

    /** To the cent where there are any: {@code $1,200}, {@code €99.50}. */
    public static String exactMoney(BigDecimal amount, String currency) {
        BigDecimal size = amount.abs();
        boolean whole = size.stripTrailingZeros().scale() <= 0;
        return (amount.signum() < 0 ? "−" : "")
                + symbol(currency)
                + String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", size);
    }

    private static String trimmed(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String symbol(String code) {
        return switch (code) {
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "JPY" -> "¥";
            case "INR" -> "₹";
            case "" -> "";
            default -> code + " ";
        };
    }
}
