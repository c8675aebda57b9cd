package ews.bench;

import java.util.List;
import java.util.Locale;

/**
 * What a rule did with one threshold.
 *
 * @param falseAlarms begun per account and year of the control half
 * @param standing the share of the control half's days on which an alarm stood
 */
record Detection(double threshold, double falseAlarms, double standing, List<Found> falls) {

    /**
     * Of the falls of one size.
     *
     * @param within7 the share after which an alarm began within 7 days
     * @param byChance the share after which one would have begun within 28 days without any fall
     * @param medianDays until it began; more than 28 where fewer than half were found
     */
    record Found(double part, double within7, double within14, double within28, double byChance, int medianDays) {}

    String describe() {
        var line = new StringBuilder(
                String.format(Locale.ROOT, "  %6.2f | %5.2f | %3.0f %%", threshold, falseAlarms, 100 * standing));
        for (Found it : falls) {
            line.append(String.format(
                    Locale.ROOT,
                    " | −%.0f %%: %2.0f %2.0f %2.0f (%2.0f) %s",
                    100 * it.part,
                    100 * it.within7,
                    100 * it.within14,
                    100 * it.within28,
                    100 * it.byChance,
                    it.medianDays > FallingAccount.WAITED ? "–" : it.medianDays + " d"));
        }
        return line.toString();
    }
}
