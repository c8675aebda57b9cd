package ews.detection.preview;

import ews.detection.past.RocArea;
import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a way of scoring would have done on the cancellations of the last year, looking once a week at what was known on
 * the day.
 *
 * @param area how well scores told those that cancelled within 90 days from those that did not; {@code null} if nobody
 *     cancelled, or everybody
 * @param judged cancellations that there was time to warn of: 14 days or more after the account was first looked at
 * @param caught those of which a poor score warned 90 to 14 days before
 * @param missed the others, latest first
 * @param daysOfWarning the median of how long before the caught ones the health had become poor; {@code null} if none
 *     was caught
 * @param alarms how often an account's health became poor, without those whose 90 days are not over yet
 * @param falseAlarms those after which it did not cancel within 90 days
 * @param unscored looks at an account that had too little data for a score
 */
public record BackTest(
        @Nullable RocArea area,
        int judged,
        int caught,
        List<Missed> missed,
        @Nullable Integer daysOfWarning,
        int alarms,
        int falseAlarms,
        long unscored) {

    /** A cancellation that no poor score warned of in time. */
    public record Missed(AccountId account, LocalDate cancelled) {}

    public BackTest {
        missed = List.copyOf(missed);
    }
}
