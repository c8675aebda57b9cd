package ews.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Intake over HTTP (500 events a POST; validation, dedup, log, facts, dirty marks; acknowledged after the commit) beside
 * bare COPY BINARY of the same rows into the same log table.
 */
final class IntakeBench {

    private static final int BATCH = 500;
    private static final int CONNECTIONS = 32;
    private static final int ACCOUNTS = 2_000;
    private static final int USERS = 25;
    private static final int FEATURES = 20;

    private final int events;

    IntakeBench(int events) {
        this.events = events;
    }

    void run() throws Exception {
        try (Database database = Database.start();
                Application application = Application.of(IntakeApplication.class, database);
                Http http = new Http(application)) {
            database.enterSource(Application.KEY);
            var traffic = new Traffic(ACCOUNTS, USERS, FEATURES);
            Instant time = Instant.now().minusSeconds(3600);
            System.out.printf("warming up with %,d events%n", events / 2);
            post(http, bodies(traffic, events / 2, time));
            database.execute("truncate event");
            List<byte[]> bodies = bodies(traffic, events, time);
            Cost intake = measure(database, application, () -> post(http, bodies));
            intake.print();
            compare(intake, new CopyBaseline(database, events));
        }
    }

    private void compare(Cost intake, CopyBaseline baseline) throws Exception {
        for (int rows : List.of(BATCH, 10_000)) {
            Cost copy = baseline.run(rows);
            copy.print();
            System.out.printf(
                    "    ratio of CPU-seconds, intake to COPY BINARY with %,d rows a transaction: %.2f%n",
                    rows, intake.cpuPerMillion() / copy.cpuPerMillion());
        }
    }

    private Cost measure(Database database, Application application, Callable<Void> work) throws Exception {
        double applicationCpu = application.cpuSeconds();
        double databaseCpu = database.cpuSeconds();
        long start = System.nanoTime();
        work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Cost(
                "intake over HTTP, %d events a POST".formatted(BATCH),
                events,
                seconds,
                application.cpuSeconds() - applicationCpu,
                database.cpuSeconds() - databaseCpu);
    }

    private static List<byte[]> bodies(Traffic traffic, int events, Instant time) {
        var bodies = new ArrayList<byte[]>();
        for (int done = 0; done < events; done += BATCH) {
            bodies.add(traffic.batch(BATCH, time.plusMillis(done)));
        }
        return bodies;
    }

    private static Void post(Http http, List<byte[]> bodies) throws Exception {
        var next = new AtomicInteger();
        try (var connections = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> workers = IntStream.range(0, CONNECTIONS)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                            http.post(bodies.get(i));
                        }
                        return null;
                    })
                    .toList();
            for (var worker : connections.invokeAll(workers)) {
                worker.get();
            }
        }
        return null;
    }
}
