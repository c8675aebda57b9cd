package ews.detection.rhythm;

import java.time.LocalDate;
import java.util.List;

/**
 * The most convincing change of an account's level that its last weeks show, convincing or not.
 *
 * @param since the first day of it
 * @param days how many days since then tell something
 * @param expected how much these days would have had at the level before, in which no single day counts for much
 * @param actual how much they had
 * @param evidence how unlikely the difference is by chance, in standard deviations; 0 if there is none in the direction
 *     that was looked for
 * @param usualPerWeek the level of all weeks that were looked at
 * @param lately the last days one by one, oldest first
 */
public record Change(
        LocalDate since,
        int days,
        double expected,
        double actual,
        double evidence,
        double usualPerWeek,
        List<Day> lately) {

    /**
     * One day as it was.
     *
     * @param expected at the level before the change; 0 on days that tell nothing
     */
    public record Day(LocalDate day, double expected, double actual) {}

    public Change {
        lately = List.copyOf(lately);
    }

    /** By how much of the expected it changed; negative for a fall. */
    public double percent() {
        return expected == 0 ? 0 : 100 * (actual - expected) / expected;
    }
}
