package ews.bench;

import ews.detection.rhythm.ChangeSearch;
import ews.detection.rhythm.DailyCounts;
import ews.detection.rhythm.Direction;
import ews.loader.DailyUsage;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * How soon the rhythm rule and the plain rule find falls that were put into public data on known days, and how often they
 * raise something where nothing was put. The rule was made by looking at accounts with even numbers; both are shown.
 */
final class RhythmBench {

    private static final List<Double> RATES = List.of(4.0, 2.0, 1.0, 0.5, 0.25, 0.1);
    private static final List<Integer> PERCENTS = List.of(20, 30, 40, 50, 60, 70, 80);
    private static final int ROUNDS = 5;
    private static final int DAYS_EACH = 20;

    private final Path folder;

    /** @param folder in which each data set has a folder of its name */
    RhythmBench(Path folder) {
        this.folder = folder;
    }

    /** Those data sets that are there. */
    void run() {
        for (String name : List.of("crm5", "socialnet7")) {
            Path data = folder.resolve(name);
            if (Files.isDirectory(data)) {
                List<DailyUsage> accounts = DailyUsage.read(name, data);
                measure(name + ", even accounts (tuned on)", half(accounts, 0));
                measure(name + ", odd accounts", half(accounts, 1));
                time(accounts);
            } else {
                System.out.printf("%s: %s is no folder, left out%n", name, data);
            }
        }
    }

    private static List<DailyUsage> half(List<DailyUsage> accounts, int which) {
        return accounts.stream().filter(it -> it.account() % 2 == which).toList();
    }

    private static void measure(String name, List<DailyUsage> accounts) {
        var trial = new DetectionTrial(accounts);
        List<Detection> plain = trial.of(WatchedRule.plain());
        List<Detection> rhythm = trial.of(WatchedRule.rhythm());
        System.out.printf("%n%s: %s%n", name, trial.describe());
        System.out.println("Threshold | false alarms per account and year | days with an alarm"
                + " | % found within 7, 14, 28 days (by chance), median days");
        System.out.println("Plain, by percent:");
        PERCENTS.forEach(percent -> plain.stream()
                .filter(it -> Math.round(it.threshold()) == percent)
                .forEach(it -> System.out.println(it.describe())));
        System.out.println("At the same false alarms, plain and rhythm:");
        for (double rate : RATES) {
            System.out.println(atMost(rate, plain).describe());
            System.out.println(atMost(rate, rhythm).describe());
        }
    }

    /** Of the thresholds above that of the most false alarms, the first with no more of them than this. */
    private static Detection atMost(double rate, List<Detection> curve) {
        Detection most = curve.stream()
                .max(Comparator.comparingDouble(Detection::falseAlarms))
                .orElseThrow();
        return curve.stream()
                .filter(it -> it.threshold() >= most.threshold() && it.falseAlarms() <= rate)
                .findFirst()
                .orElse(curve.getLast());
    }

    private static void time(List<DailyUsage> accounts) {
        List<DailyCounts> all = accounts.stream()
                .map(FallingAccount::days)
                .filter(it -> it.length() >= ChangeSearch.DAYS)
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            long verdicts = 0;
            double evidence = 0;
            long start = cpuNanos();
            for (DailyCounts days : all) {
                for (int back = 0; back < DAYS_EACH; back++) {
                    evidence += ChangeSearch.largest(days.before(days.length() - back), Direction.FALL)
                            .orElseThrow()
                            .evidence();
                    verdicts++;
                }
            }
            double micros = (cpuNanos() - start) / 1e3;
            System.out.printf(
                    "%.1f µs of CPU a search (%,d, mean evidence %.2f)%n",
                    micros / verdicts, verdicts, evidence / verdicts);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
