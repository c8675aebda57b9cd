package ews.domain.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;

/** Points of a health score, exact to a tenth, so that what is shown adds up. */
public record Points(int tenths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    public static Points of(int whole) {
        return new Points(whole * 10);
    }

    /** @throws ArithmeticException if the number has more than one decimal */
    @JsonCreator
    public static Points of(BigDecimal number) {
        return new Points(number.movePointRight(1).intValueExact());
    }

    public static Points sum(Collection<Points> points) {
        return new Points(points.stream().mapToInt(Points::tenths).sum());
    }

    public Points plus(Points other) {
        return new Points(tenths + other.tenths);
    }

    public Points minus(Points other) {
        return new Points(tenths - other.tenths);
    }

    public boolean isZero() {
        return tenths == 0;
    }

    public boolean isNegative() {
        return tenths < 0;
    }

    @JsonValue
    public BigDecimal number() {
        return BigDecimal.valueOf(tenths, 1);
    }

    /** For example {@code 10.9}; negative with a true minus sign. */
    public String text() {
        return (tenths < 0 ? "−" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    /** With a sign: {@code +1.2}, {@code −5.6}, {@code 0}. */
    public String signed() {
        return tenths == 0 ? "0" : tenths > 0 ? "+" + text() : text();
    }

    /** Rounded half up to a whole number, for where there is room for no more. */
    public int rounded() {
        return Math.floorDiv(tenths + 5, 10);
    }

    @Override
    public int compareTo(Points other) {
        return Integer.compare(tenths, other.tenths);
    }

    @Override
    public String toString() {
        return text();
    }
}
