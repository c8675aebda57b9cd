package ews.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** From the POST of an overdue invoice to its alert in {@code GET /v1/alerts}, while usage arrives all the time. */
final class AlertBench {

    private static final int BATCH = 100;
    private static final int MILLIS_BETWEEN_POSTS = 100;
    private static final int ACCOUNTS = 2_000;
    private static final int WARM_UP = 20;
    private static final long PATIENCE_MILLIS = 60_000;

    private final Path jar;
    private final int probes;

    AlertBench(Path jar, int probes) {
        this.jar = jar;
        this.probes = probes;
    }

    void run() throws Exception {
        try (Database database = Database.start();
                Application application = Application.jar(jar, database);
                Http http = new Http(application);
                ScheduledExecutorService load = Executors.newScheduledThreadPool(4)) {
            var traffic = new Traffic(ACCOUNTS, 25);
            var sent = new AtomicLong();
            long start = System.nanoTime();
            load.scheduleAtFixedRate(() -> post(http, traffic, sent), 0, MILLIS_BETWEEN_POSTS, TimeUnit.MILLISECONDS);
            double[] millis = new double[probes];
            for (int i = -WARM_UP; i < probes; i++) {
                double latency = probe(http, WARM_UP + i);
                if (i >= 0) {
                    millis[i] = latency;
                }
                Thread.sleep(150);
            }
            double rate = sent.get() / ((System.nanoTime() - start) / 1e9);
            load.shutdownNow();
            Arrays.sort(millis);
            System.out.printf(
                    "POST to alert in GET /v1/alerts at %,.0f events/s, %d alerts: p50 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                    rate,
                    probes,
                    millis[probes / 2],
                    millis[Math.min(probes - 1, probes * 99 / 100)],
                    millis[probes - 1]);
        }
    }

    private static void post(Http http, Traffic traffic, AtomicLong sent) {
        try {
            http.post(traffic.batch(BATCH, Instant.now()));
            sent.addAndGet(BATCH);
        } catch (Exception e) {
            System.err.println("The load could not be posted: " + e.getMessage());
        }
    }

    /** Milliseconds, with those that the last question took. */
    private static double probe(Http http, int number) throws Exception {
        String account = "probe-" + number + "-" + System.nanoTime();
        long start = System.nanoTime();
        http.post("""
                {"events":[{"type":"invoice","id":"%1$s","time":"%2$s","account":"%1$s","invoice":"in-1",
                "status":"overdue","amount":1200.00,"currency":"USD","dueDate":"%3$s"}]}
                """.formatted(account, Instant.now(), Instant.now().toString().substring(0, 10))
                .getBytes(StandardCharsets.UTF_8));
        while (!http.get("/v1/alerts?limit=20").contains('"' + account + '"')) {
            if ((System.nanoTime() - start) / 1e6 > PATIENCE_MILLIS) {
                throw new IllegalStateException("No alert of " + account + " within a minute");
            }
            Thread.sleep(10);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
