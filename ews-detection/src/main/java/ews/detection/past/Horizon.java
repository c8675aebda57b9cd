package ews.detection.past;

import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.SubscriptionChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The dates of a back-test, and what became of an account after each. */
public final class Horizon {

    public static final int DATES = 52;

    /** A warning is right if the account cancels within so many days. */
    public static final int DAYS = 90;

    /** A warning later than that leaves no time to help. */
    public static final int NOTICE = 14;

    private final LocalDate today;

    public Horizon(LocalDate today) {
        this.today = today;
    }

    /** Once a week for a year, up to a week ago, oldest first. */
    public List<LocalDate> dates() {
        return IntStream.rangeClosed(1, DATES)
                .mapToObj(week -> today.minusWeeks(DATES + 1L - week))
                .toList();
    }

    /** Whether the days are over in which an account that was warned of on this date may cancel. */
    public boolean isOver(LocalDate date) {
        return !date.plusDays(DAYS).isAfter(today);
    }

    /** Whether a warning on the date would be right: the account cancels within the days after it. */
    public static boolean isWithin(@Nullable LocalDate cancellation, LocalDate date) {
        return cancellation != null && !cancellation.isAfter(date.plusDays(DAYS));
    }

    /** Whether a warning on the date leaves time to help. */
    public static boolean isInTime(LocalDate date, @Nullable LocalDate cancellation) {
        return cancellation != null && !date.plusDays(NOTICE).isAfter(cancellation);
    }

    /** The first cancellation after a day; only the verdict on the day's score may look at it, never the score. */
    public static Optional<LocalDate> cancellationAfter(LocalDate day, AccountFacts facts) {
        return facts.subscriptionChanges().stream()
                .filter(it ->
                        it.status() == SubscriptionStatus.CANCELLED && it.day().isAfter(day))
                .map(SubscriptionChange::day)
                .findFirst();
    }
}
