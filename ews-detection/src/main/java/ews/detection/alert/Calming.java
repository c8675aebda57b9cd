package ews.detection.alert;

import ews.detection.rule.Rule;
import ews.domain.metric.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of a rule that would have calmed it, found by trying it on the rule's own past alerts.
 *
 * @param change what to change
 * @param effect what that would have done, in numbers
 */
public record Calming(String change, String effect) {

    /** One alert that was of use weighs as much as so many that were not. */
    private static final int COST_OF_A_MISS = 3;

    /** A change must spare at least so many alerts, and this share of all. */
    private static final int FEWEST = 3;

    private static final double LEAST_SHARE = 0.25;

    /** Days of dwell on top of what the rule has. */
    private static final long[] LONGER = {1, 2, 3, 5, 7};

    private static final long[] HOLDS = {7, 14, 21, 28, 42, 56};

    /** What the value of a severity is about. */
    record Measure(String text, Unit unit) {}

    /** A change that was tried: what it would have spared, and of that what was of use. */
    private record Trial(double at, int spared, int missed) {

        static Trial of(double at, List<PastAlert> alerts, Predicate<PastAlert> spares) {
            List<PastAlert> spared = alerts.stream().filter(spares).toList();
            return new Trial(at, spared.size(), (int)
                    spared.stream().filter(PastAlert::wasOfUse).count());
        }

        int gain() {
            return spared - missed - COST_OF_A_MISS * missed;
        }

        boolean isWorthIt(int all) {
            return spared - missed >= FEWEST && spared - missed >= LEAST_SHARE * all && gain() > 0;
        }
    }

    /** The changes that would have been worth it, each tried by itself. */
    static List<Calming> of(List<PastAlert> alerts, Rule rule, @Nullable Measure measure) {
        return Stream.of(dwell(alerts, rule.dwellDays()), hold(alerts, rule.holdDays()), threshold(alerts, measure))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * To raise it only when the condition has held on more days in a row. An alert has been raised on the last day of
     * its dwell, so the days that it lasted come on top of those before.
     */
    private static Optional<Calming> dwell(List<PastAlert> alerts, int dwellDays) {
        return best(
                        alerts,
                        LongStream.of(LONGER).mapToObj(days -> Trial.of(days, alerts, it -> it.lastedDays() <= days)))
                .map(it -> new Calming(
                        "Raise it only when it has held on %s in a row".formatted(days(dwellDays + it.at)),
                        "%d of %d held on %s at the most: %d would have been raised%s."
                                .formatted(
                                        it.spared,
                                        alerts.size(),
                                        days(dwellDays + it.at - 1),
                                        alerts.size() - it.spared,
                                        missed(it))));
    }

    /** To let what comes back soon be the same alert still. */
    private static Optional<Calming> hold(List<PastAlert> alerts, int holdDays) {
        List<Trial> worthIt = LongStream.of(HOLDS)
                .filter(days -> days > holdDays)
                .mapToObj(days -> Trial.of(days, alerts, it -> it.daysSincePrevious() < days))
                .filter(it -> it.spared >= FEWEST && it.spared >= LEAST_SHARE * alerts.size())
                .toList();
        int most = worthIt.stream().mapToInt(Trial::spared).max().orElse(0);
        // the shortest that does most of what the longest does
        return worthIt.stream()
                .filter(it -> it.spared >= 0.8 * most)
                .findFirst()
                .map(it -> new Calming(
                        "Hold it open for %s instead of %s".formatted(days(it.at), days(holdDays)),
                        "%d of %d came back within %s after the one before had ended: as one alert that goes on, they would have been %d."
                                .formatted(it.spared, alerts.size(), days(it.at), alerts.size() - it.spared)));
    }

    /** To raise it only when it has gone further. */
    private static Optional<Calming> threshold(List<PastAlert> alerts, @Nullable Measure measure) {
        List<PastAlert> measured = alerts.stream()
                .filter(it -> it.value() != null && it.worseAt() != null)
                .toList();
        if (measure == null || measured.isEmpty()) {
            return Optional.empty();
        }
        double sign = measured.stream()
                .mapToDouble(it -> Math.signum(worseAt(it) - value(it)))
                .filter(it -> it != 0)
                .findFirst()
                .orElse(1);
        return best(
                        alerts,
                        measured.stream()
                                .mapToDouble(Calming::value)
                                .distinct()
                                .mapToObj(from -> Trial.of(from, measured, it -> sign * value(it) < sign * from))
                                .filter(it -> falseAlarmsBefore(measured, sign, it.at) >= FEWEST))
                .map(it -> threshold(measure, measured, sign, it));
    }

    private static Calming threshold(Measure measure, List<PastAlert> measured, double sign, Trial trial) {
        String from = measure.unit().say(trial.at);
        long all = measured.stream().filter(PastAlert::isFalseAlarm).count();
        long before = falseAlarmsBefore(measured, sign, trial.at);
        return new Calming(
                "Raise it only once %s is %s or %s".formatted(measure.text(), from, sign > 0 ? "more" : "less"),
                "%s had not got as far as %s: from there on, %d of %d would have been raised%s."
                        .formatted(
                                before == all
                                        ? "All %d false alarms".formatted(all)
                                        : "%d of %d false alarms".formatted(before, all),
                                from,
                                measured.size() - trial.spared,
                                measured.size(),
                                missed(trial)));
    }

    private static long falseAlarmsBefore(List<PastAlert> alerts, double sign, double from) {
        return alerts.stream()
                .filter(it -> it.isFalseAlarm() && sign * value(it) < sign * from)
                .count();
    }

    /** The one with the greatest gain; of several such, the smallest change, which comes first. */
    private static Optional<Trial> best(List<PastAlert> alerts, Stream<Trial> trials) {
        return trials.filter(it -> it.isWorthIt(alerts.size()))
                .sorted(Comparator.comparingInt(Trial::spared))
                .max(Comparator.comparingInt(Trial::gain)
                        .thenComparing(Comparator.comparingInt(Trial::spared).reversed()));
    }

    private static String missed(Trial trial) {
        return trial.missed == 0
                ? ", and none that somebody made use of would be missing"
                : ", but %d that somebody made use of would be missing".formatted(trial.missed);
    }

    private static String days(double count) {
        return Unit.DAYS.say(count);
    }

    private static double value(PastAlert alert) {
        return alert.value() == null ? 0 : alert.value();
    }

    private static double worseAt(PastAlert alert) {
        return alert.worseAt() == null ? 0 : alert.worseAt();
    }
}
