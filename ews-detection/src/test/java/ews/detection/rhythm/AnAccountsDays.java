package ews.detection.rhythm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Seeded daily counts of an account, each day drawn around what is told to be its mean. */
final class AnAccountsDays {

    /** A Monday, far from the turn of the year. */
    static final LocalDate FIRST = LocalDate.of(2026, 2, 2);

    private final Random random;
    private ToDoubleFunction<LocalDate> mean;
    private double burst = 1;

    private AnAccountsDays(long seed, double mean) {
        this.random = new Random(seed);
        this.mean = _ -> mean;
    }

    static AnAccountsDays around(double mean, long seed) {
        return new AnAccountsDays(seed, mean);
    }

    /** On Saturdays and Sundays this much of what is usual on other days. */
    AnAccountsDays onWeekends(double part) {
        return times(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? part : 1);
    }

    AnAccountsDays from(LocalDate since, double part) {
        return times(day -> day.isBefore(since) ? 1 : part);
    }

    AnAccountsDays between(LocalDate since, LocalDate until, double part) {
        return times(day -> day.isBefore(since) || day.isAfter(until) ? 1 : part);
    }

    AnAccountsDays times(ToDoubleFunction<LocalDate> part) {
        ToDoubleFunction<LocalDate> before = mean;
        mean = day -> before.applyAsDouble(day) * part.applyAsDouble(day);
        return this;
    }

    /** Events come in bursts of this many. */
    AnAccountsDays inBursts(double events) {
        burst = events;
        return this;
    }

    DailyCounts until(LocalDate last) {
        return between(FIRST, last);
    }

    DailyCounts between(LocalDate first, LocalDate last) {
        return new DailyCounts(
                first,
                first.datesUntil(last.plusDays(1))
                        .mapToDouble(day -> burst * poisson(mean.applyAsDouble(day) / burst))
                        .toArray());
    }

    private int poisson(double expected) {
        double limit = Math.exp(-expected);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
