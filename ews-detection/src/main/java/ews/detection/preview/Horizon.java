package ews.detection.preview;

import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.SubscriptionChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The dates of a back-test, and what became of an account after each. */
final class Horizon {

    static final int DATES = 52;

    /** A warning is right if the account cancels within so many days. */
    static final int DAYS = 90;

    /** A warning later than that leaves no time to help. */
    static final int NOTICE = 14;

    private static final int WEEK = 7;

    private final LocalDate today;

    Horizon(LocalDate today) {
        this.today = today;
    }

    /** Once a week for a year, up to a week ago, oldest first. */
    List<LocalDate> dates() {
        return IntStream.rangeClosed(1, DATES)
                .mapToObj(week -> today.minusWeeks(DATES + 1L - week))
                .toList();
    }

    LocalDate first() {
        return today.minusDays((long) DATES * WEEK);
    }

    /** Whether the days are over in which an account that was warned of on this date may cancel. */
    boolean isOver(LocalDate date) {
        return !date.plusDays(DAYS).isAfter(today);
    }

    /** The first cancellation after a day; only the verdict on the day's score may look at it, never the score. */
    static Optional<LocalDate> cancellationAfter(LocalDate day, AccountFacts facts) {
        return facts.subscriptionChanges().stream()
                .filter(it ->
                        it.status() == SubscriptionStatus.CANCELLED && it.day().isAfter(day))
                .map(SubscriptionChange::day)
                .findFirst();
    }
}
