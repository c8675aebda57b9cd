package ews.detection.suggestion;

import ews.domain.account.AccountId;
import ews.domain.account.AccountPortion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The looks of the training period, and who there was in both; several can be gathered side by side and added up. Of very
 * many accounts that stayed a sample is kept: that changes no coefficient but the intercept (Prentice and Pyke, 1979).
 */
final class Gathered {

    /** Enough that more would change no weight; each is looked at some twenty times. */
    private static final double MOST_STAYING = 10_000;

    private final Periods periods;
    private final double share;
    private final List<Look> lessons = new ArrayList<>();
    private final Crowd training = new Crowd();
    private final Crowd judged = new Crowd();

    Gathered(Periods periods, List<AccountPortion> everybody) {
        this.periods = periods;
        this.share = MOST_STAYING
                / everybody.stream().mapToInt(AccountPortion::accounts).sum();
    }

    private record Cancellation(AccountId account, @Nullable LocalDate day) {}

    /** Who was looked at. */
    private static final class Crowd {
        private int accounts;
        private final Set<Cancellation> cancellations = new HashSet<>();

        void add(List<Look> ofOneAccount) {
            accounts += ofOneAccount.isEmpty() ? 0 : 1;
            ofOneAccount.stream()
                    .filter(Look::cancels)
                    .forEach(it -> cancellations.add(new Cancellation(it.account(), it.cancelled())));
        }

        void add(Crowd other) {
            accounts += other.accounts;
            cancellations.addAll(other.cancellations);
        }

        Span during(List<LocalDate> dates) {
            return dates.isEmpty()
                    ? new Span(null, null, 0, 0)
                    : new Span(dates.getFirst(), dates.getLast(), accounts, cancellations.size());
        }
    }

    /** @param looks at one account */
    void learnFrom(List<Look> looks) {
        training.add(looks);
        if (looks.stream().anyMatch(Look::cancels) || looks.stream().limit(1).anyMatch(it -> isDrawn(it.account()))) {
            lessons.addAll(looks);
        }
    }

    private boolean isDrawn(AccountId account) {
        return new SplittableRandom(~account.value()).nextDouble() < share;
    }

    /** @param looks at one account */
    void judgeBy(List<Look> looks) {
        judged.add(looks);
    }

    void add(Gathered other) {
        lessons.addAll(other.lessons);
        training.add(other.training);
        judged.add(other.judged);
    }

    /** In the same order each time, so that what is learned is the same to the last digit. */
    List<Look> lessons() {
        return lessons.stream()
                .sorted(Comparator.comparing(it -> it.account().value()))
                .toList();
    }

    Span training() {
        return training.during(periods.training());
    }

    Span judged() {
        return judged.during(periods.judged());
    }
}
