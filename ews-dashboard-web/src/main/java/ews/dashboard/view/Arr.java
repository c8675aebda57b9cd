package ews.dashboard.view;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Annual recurring revenue of several accounts. Amounts of different currencies are never added up: the one with the
 * greatest sum is shown, and the others are named.
 */
public final class Arr {

    private final Map<String, BigDecimal> sums;

    private Arr(Map<String, BigDecimal> sums) {
        this.sums = sums;
    }

    /** @param sums by currency; nothing and zero count the same */
    public static Arr of(Map<String, BigDecimal> sums) {
        var present = new TreeMap<>(sums);
        present.values().removeIf(sum -> sum.signum() == 0);
        return new Arr(present);
    }

    public Arr plus(Arr other) {
        var both = new TreeMap<>(sums);
        other.sums.forEach((currency, sum) -> both.merge(currency, sum, BigDecimal::add));
        return new Arr(both);
    }

    public BigDecimal in(String currency) {
        return sums.getOrDefault(currency, BigDecimal.ZERO);
    }

    /** The currency with the greatest sum; empty where there is no revenue. */
    public String currency() {
        return sums.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparing(BigDecimal::abs)))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** In the dominant currency: {@code $9.0M}; a dash where there is none. */
    public String text() {
        return sums.isEmpty() ? "–" : Figures.money(in(currency()), currency());
    }

    /** What is not in the dominant currency: {@code and €38k}; empty where there is nothing else. */
    public String others() {
        String dominant = currency();
        var text = new StringBuilder();
        sums.forEach((currency, sum) -> {
            if (!currency.equals(dominant)) {
                text.append(text.isEmpty() ? "and " : ", ").append(Figures.money(sum, currency));
            }
        });
        return text.toString();
    }

    /** Everything in one line: {@code $9.0M and €38k}. */
    public String all() {
        return (text() + " " + others()).strip();
    }

    /** The share of this in the whole, in the whole's dominant currency. */
    public String shareOf(Arr whole) {
        return Figures.percent(in(whole.currency()), whole.in(whole.currency()));
    }

    @Override
    public String toString() {
        return all();
    }
}
