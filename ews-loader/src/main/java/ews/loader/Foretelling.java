package ews.loader;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * How well the health score two weeks before a renewal of socialnet7 foretells that it will not be renewed: the area
 * under the ROC curve of (100 − score) against "did not renew".
 */
record Foretelling(Api api, int connections) {

    private static final int DAYS_BEFORE = 14;
    /** The simulation ends here: what is due later is not known. */
    private static final LocalDate END = LocalDate.of(2020, 7, 1);

    /** The end of one paid month. */
    private record Renewal(String account, LocalDate due, boolean renewed) {}

    /** @param risk 100 − score; NaN where the score was unknown */
    private record Reading(double risk, boolean churned) {}

    void run(Path folder) throws InterruptedException {
        List<Renewal> renewals = renewals(folder);
        System.out.printf("%,d renewals, asking for the score %d days before each%n", renewals.size(), DAYS_BEFORE);
        List<Reading> readings = readings(renewals);
        List<Reading> known =
                readings.stream().filter(it -> !Double.isNaN(it.risk())).toList();
        Roc roc = new Roc(
                known.stream()
                        .filter(Reading::churned)
                        .mapToDouble(Reading::risk)
                        .toArray(),
                known.stream()
                        .filter(it -> !it.churned())
                        .mapToDouble(Reading::risk)
                        .toArray());
        Roc.Interval interval = roc.bootstrap(1_000, 7);
        System.out.printf(
                "unknown score: %,d; not renewed: %,d; renewed: %,d%n"
                        + "area under the ROC curve: %.3f (95 %% interval %.3f to %.3f)%n",
                readings.size() - known.size(),
                roc.positives().length,
                roc.negatives().length,
                roc.area(),
                interval.low(),
                interval.high());
    }

    private static List<Renewal> renewals(Path folder) {
        var starts = new HashSet<String>();
        Path file = folder.resolve("subscriptions.csv.gz");
        Csv.read(file, row -> starts.add(row.field("account_id") + " " + row.field("start_date")));
        var renewals = new ArrayList<Renewal>();
        Csv.read(file, row -> {
            LocalDate due = LocalDate.parse(row.field("end_date"));
            if (!due.isAfter(END)) {
                boolean renewed = starts.contains(row.field("account_id") + " " + due);
                renewals.add(new Renewal(Socialnet7.accountKey(row), due, renewed));
            }
        });
        return renewals;
    }

    private List<Reading> readings(List<Renewal> renewals) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Reading>> calls = renewals.stream()
                    .<Callable<Reading>>map(renewal -> () -> read(renewal))
                    .toList();
            var readings = new ArrayList<Reading>(calls.size());
            for (Future<Reading> reading : threads.invokeAll(calls)) {
                readings.add(reading.get());
            }
            return readings;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Reading read(Renewal renewal) throws InterruptedException {
        LocalDate asOf = renewal.due().minusDays(DAYS_BEFORE);
        JsonNode health = api.get("/v1/accounts/%s/health?asOf=%s".formatted(renewal.account(), asOf));
        JsonNode score = health.path("score");
        return new Reading(score.isNumber() ? 100 - score.asDouble() : Double.NaN, !renewal.renewed());
    }
}
