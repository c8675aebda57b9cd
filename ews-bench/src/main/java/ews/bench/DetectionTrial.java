package ews.bench;

import ews.bench.Detection.Found;
import ews.detection.rhythm.DailyCounts;
import ews.loader.DailyUsage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rules tried on the same accounts: in every second one usage is made to fall by several sizes on several random days,
 * each by itself; the others are left as they are, and whatever is raised about them is a false alarm.
 */
final class DetectionTrial {

    static final List<Double> PARTS = List.of(0.1, 0.2, 0.3, 0.4, 0.6);

    private static final int DRAWS = 4;
    private static final double DAYS_A_YEAR = 365.25;

    private final List<DailyCounts> control = new ArrayList<>();
    private final List<FallingAccount> falling = new ArrayList<>();

    DetectionTrial(List<DailyUsage> accounts) {
        for (DailyUsage it : accounts) {
            if (it.account() / 2 % 2 == 0) {
                IntStream.range(0, DRAWS)
                        .mapToObj(draw -> FallingAccount.of(it, draw))
                        .flatMap(Optional::stream)
                        .forEach(falling::add);
            } else if (FallingAccount.isEnough(FallingAccount.days(it))) {
                control.add(FallingAccount.days(it));
            }
        }
    }

    String describe() {
        return "%d accounts without a fall, %.0f years; %d falls of each size"
                .formatted(control.size(), controlDays() / DAYS_A_YEAR, falling.size());
    }

    private double controlDays() {
        return control.stream()
                .mapToDouble(it -> it.length() - FallingAccount.KNOWN)
                .sum();
    }

    /** One for each threshold. */
    List<Detection> of(WatchedRule rule) {
        List<double[]> calm = control.parallelStream()
                .map(it -> evidence(rule, it, FallingAccount.KNOWN + 1, it.length()))
                .toList();
        List<double[]> before = falling.parallelStream()
                .map(it -> evidence(rule, it.asItWas(), FallingAccount.KNOWN + 1, it.day() + FallingAccount.WAITED))
                .toList();
        List<List<double[]>> after = PARTS.stream()
                .map(part -> falling.parallelStream()
                        .map(it -> evidence(rule, it.fallenBy(part), it.day() + 1, it.day() + FallingAccount.WAITED))
                        .toList())
                .toList();
        return Arrays.stream(rule.thresholds())
                .mapToObj(threshold -> detection(threshold, calm, before, after))
                .toList();
    }

    /** By how many days were known: the evidence is that of the morning after the last of them. */
    private static double[] evidence(WatchedRule rule, DailyCounts days, int from, int to) {
        double[] evidence = new double[to + 1];
        Arrays.fill(evidence, Double.NaN);
        for (int known = from; known <= to; known++) {
            evidence[known] = rule.evidence().applyAsDouble(days.before(known));
        }
        return evidence;
    }

    private Detection detection(
            double threshold, List<double[]> calm, List<double[]> before, List<List<double[]>> after) {
        double begun = 0;
        double standing = 0;
        for (double[] evidence : calm) {
            var alarm = new StandingAlarm();
            for (double it : evidence) {
                begun += alarm.next(it, threshold) ? 1 : 0;
                standing += alarm.stands() ? 1 : 0;
            }
        }
        int[] byChance = daysToAlarm(threshold, before, before);
        var falls = new ArrayList<Found>();
        for (int size = 0; size < PARTS.size(); size++) {
            int[] days = daysToAlarm(threshold, before, after.get(size));
            falls.add(new Found(
                    PARTS.get(size),
                    within(7, days),
                    within(14, days),
                    within(FallingAccount.WAITED, days),
                    within(FallingAccount.WAITED, byChance),
                    days[days.length / 2]));
        }
        return new Detection(threshold, begun / controlDays() * DAYS_A_YEAR, standing / controlDays(), falls);
    }

    /** From each fall until an alarm began, ascending; the largest number where none did. */
    private int[] daysToAlarm(double threshold, List<double[]> before, List<double[]> after) {
        return IntStream.range(0, falling.size())
                .map(i -> daysToAlarm(threshold, falling.get(i).day(), before.get(i), after.get(i)))
                .sorted()
                .toArray();
    }

    private static int daysToAlarm(double threshold, int day, double[] before, double[] after) {
        var alarm = new StandingAlarm();
        for (int known = 0; known <= day; known++) {
            alarm.next(before[known], threshold);
        }
        for (int known = day + 1; known <= day + FallingAccount.WAITED; known++) {
            if (alarm.next(after[known], threshold)) {
                return known - day;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static double within(int most, int[] days) {
        return (double) Arrays.stream(days).filter(it -> it <= most).count() / days.length;
    }
}
