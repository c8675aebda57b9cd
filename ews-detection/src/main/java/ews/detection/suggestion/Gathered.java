package ews.detection.suggestion;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The looks of the training period, and who there was in both; several can be gathered side by side and added up. Of very
 * many accounts that stayed a sample is kept: that changes no coefficient but the intercept (Prentice and Pyke, 1979).
 */
final class Gathered {

    /** More would change no weight: four that stayed for each that left teach nearly all there is (Ury, 1975). */
    private static final int MOST_STAYING = 3_000;

    private final Periods periods;
    private final List<Look> leaving = new ArrayList<>();
    private final PriorityQueue<Drawn> staying = new PriorityQueue<>(Drawn.FIRST.reversed());
    private final Crowd training = new Crowd();
    private final Crowd judged = new Crowd();

    Gathered(Periods periods) {
        this.periods = periods;
    }

    /** The looks at one account, and a number drawn from its id: those with the least are kept. */
    private record Drawn(double number, List<Look> looks) {
        static final Comparator<Drawn> FIRST = Comparator.comparingDouble(Drawn::number);

        static Drawn of(List<Look> looks) {
            long id = looks.getFirst().account().value();
            return new Drawn(new SplittableRandom(~id).nextDouble(), looks);
        }
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
        if (looks.stream().anyMatch(Look::cancels)) {
            leaving.addAll(looks);
        } else if (!looks.isEmpty()) {
            keep(Drawn.of(looks));
        }
    }

    private void keep(Drawn drawn) {
        staying.add(drawn);
        if (staying.size() > MOST_STAYING) {
            staying.remove();
        }
    }

    /** @param looks at one account */
    void judgeBy(List<Look> looks) {
        judged.add(looks);
    }

    void add(Gathered other) {
        leaving.addAll(other.leaving);
        other.staying.forEach(this::keep);
        training.add(other.training);
        judged.add(other.judged);
    }

    /** In the same order each time, so that what is learned is the same to the last digit. */
    List<Look> lessons() {
        return Stream.concat(leaving.stream(), staying.stream().flatMap(it -> it.looks().stream()))
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
