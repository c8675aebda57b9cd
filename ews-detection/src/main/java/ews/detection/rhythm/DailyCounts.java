package ews.detection.rhythm;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How much happened on each of consecutive whole days, oldest first, of one account.
 *
 * <p>The days around the turn of the year, 20 December to 6 January, tell nothing: whether somebody works then is a
 * matter of the calendar, and one quiet Christmas says neither what is usual nor that anything has changed.
 */
public final class DailyCounts {

    private static final int DECEMBER = 12;
    private static final int QUIET_FROM = 20;
    private static final int QUIET_UNTIL = 6;

    private final LocalDate first;
    private final double[] counts;

    /** @param counts none negative */
    public DailyCounts(LocalDate first, double... counts) {
        this.first = first;
        this.counts = counts.clone();
    }

    public LocalDate first() {
        return first;
    }

    public int length() {
        return counts.length;
    }

    public double count(int day) {
        return counts[day];
    }

    public LocalDate date(int day) {
        return first.plusDays(day);
    }

    /** The part up to a day, which is not included. */
    public DailyCounts before(int day) {
        return new DailyCounts(first, Arrays.copyOf(counts, day));
    }

    /** The last days, at most so many. */
    public DailyCounts last(int days) {
        int from = Math.max(0, counts.length - days);
        return new DailyCounts(date(from), Arrays.copyOfRange(counts, from, counts.length));
    }

    DailyCounts times(IntToDoubleFunction factor) {
        double[] product = new double[counts.length];
        for (int day = 0; day < product.length; day++) {
            product[day] = counts[day] * factor.applyAsDouble(day);
        }
        return new DailyCounts(first, product);
    }

    /** Which days tell something about what is usual. */
    boolean[] telling() {
        boolean[] telling = new boolean[counts.length];
        LocalDate date = first;
        for (int day = 0; day < telling.length; day++, date = date.plusDays(1)) {
            telling[day] = !isTurnOfYear(date);
        }
        return telling;
    }

    private static boolean isTurnOfYear(LocalDate date) {
        return date.getMonthValue() == DECEMBER
                ? date.getDayOfMonth() >= QUIET_FROM
                : date.getMonthValue() == 1 && date.getDayOfMonth() <= QUIET_UNTIL;
    }
}
