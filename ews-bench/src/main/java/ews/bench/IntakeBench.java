package ews.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Intake over HTTP (validation, dedup, log, facts, dirty marks; acknowledged after the commit) beside bare COPY BINARY of the
 * same rows into the same log table; single events beside an endpoint that does nothing; and how long senders wait at half
 * of the rate.
 */
final class IntakeBench {

    private static final int LARGE = 500;
    private static final int SMALL = 100;
    private static final int COPIED = 1_000;
    /** Events on their way at any time, by so many connections as that needs. */
    private static final int IN_FLIGHT = 16_000;
    /** Fewer would wait for commits most of the time. */
    private static final int SINGLE_CONNECTIONS = 256;

    private static final int WARM_UP = 6_000_000;
    private static final int WARM_UP_ROUNDS = 6;
    private static final int SECONDS_AT_HALF = 20;
    private static final int ACCOUNTS = 2_000;
    private static final int USERS = 25;
    private static final int FEATURES = 20;

    private final int events;
    private final Traffic traffic = new Traffic(ACCOUNTS, USERS, FEATURES);

    IntakeBench(int events) {
        this.events = events;
    }

    void run() throws Exception {
        try (Database database = Database.start();
                Application application = Application.of(IntakeApplication.class, database);
                Http http = new Http(application)) {
            database.enterSource(Application.KEY);
            warmUp(http);
            Cost large = batches(database, application, http, LARGE);
            batches(database, application, http, SMALL);
            singles(database, application, http);
            waits(database, http, large.rate() / 2);
        }
    }

    /**
     * With what happened on the days before, since most events are of accounts, users and features that are known; and until
     * Java has compiled what is used most, which takes a minute or so.
     */
    private void warmUp(Http http) throws Exception {
        System.out.printf("warming up with %,d events%n", WARM_UP);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (int size : new int[] {LARGE, SMALL}) {
                send(
                        http,
                        Http.EVENTS,
                        bodies(WARM_UP / WARM_UP_ROUNDS / 2, size, Instant.now().minus(Duration.ofDays(2))),
                        IN_FLIGHT / size);
            }
        }
    }

    private Cost batches(Database database, Application application, Http http, int size) throws Exception {
        empty(database);
        List<byte[]> bodies = bodies(events, size);
        Cost intake = measure(
                database,
                application,
                "intake over HTTP, %d events a POST, %d connections".formatted(size, IN_FLIGHT / size),
                events,
                () -> send(http, Http.EVENTS, bodies, IN_FLIGHT / size));
        intake.print();
        database.execute("vacuum event");
        System.out.printf("    %d bytes per event on disk, indexes too%n", database.count("""
                        select sum(pg_total_relation_size(inhrelid)) / (select count(*) from event)
                        from pg_inherits where inhparent = 'event'::regclass
                        """));
        Cost copy = new CopyBaseline(database, events).run(COPIED);
        copy.print();
        System.out.printf(
                "    intake to COPY BINARY: %.2f times the CPU-seconds, %.2f of the rate%n",
                intake.cpuPerMillion() / copy.cpuPerMillion(), intake.rate() / copy.rate());
        return intake;
    }

    private void singles(Database database, Application application, Http http) throws Exception {
        empty(database);
        int requests = events / 10;
        List<byte[]> bodies = bodies(requests, 1);
        send(http, Nothing.PATH, bodies.subList(0, requests / 4), SINGLE_CONNECTIONS);
        Cost nothing = measure(
                database,
                application,
                "an endpoint that does nothing",
                requests,
                () -> send(http, Nothing.PATH, bodies, SINGLE_CONNECTIONS));
        nothing.print();
        Cost single = measure(
                database,
                application,
                "intake over HTTP, one event a POST",
                requests,
                () -> send(http, Http.EVENTS, bodies, SINGLE_CONNECTIONS));
        single.print();
        System.out.printf("    single events to nothing: %.2f of the rate%n", single.rate() / nothing.rate());
    }

    /** Senders keep their pace whether or not they were answered, so that one long wait is not counted once only. */
    private void waits(Database database, Http http, double rate) throws Exception {
        empty(database);
        int requests = (int) (rate * SECONDS_AT_HALF / LARGE);
        List<byte[]> bodies = bodies(requests * LARGE, LARGE);
        long[] waits = new long[requests];
        long start = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                int request = i;
                long due = start + (long) (i * LARGE / rate * 1e9);
                senders.submit(() -> {
                    Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                    http.post(bodies.get(request));
                    waits[request] = System.nanoTime() - due;
                    return null;
                });
            }
        }
        Arrays.sort(waits);
        System.out.printf(
                "acknowledged at %,.0f events a second: p50 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                rate, waits[requests / 2] / 1e6, waits[requests * 99 / 100] / 1e6, waits[requests - 1] / 1e6);
    }

    /** The CPU seconds until all facts are there, the rate of what is acknowledged. */
    private static Cost measure(
            Database database, Application application, String what, int events, Callable<Void> work) throws Exception {
        double applicationCpu = application.cpuSeconds();
        double databaseCpu = database.cpuSeconds();
        long start = System.nanoTime();
        work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        database.awaitFacts();
        return new Cost(
                what, events, seconds, application.cpuSeconds() - applicationCpu, database.cpuSeconds() - databaseCpu);
    }

    /** As if scoring had taken all that was waiting for it. */
    private static void empty(Database database) throws SQLException {
        database.execute("truncate event, dirty_account");
    }

    private List<byte[]> bodies(int count, int size) {
        return bodies(count, size, Instant.now().minusSeconds(3600));
    }

    private List<byte[]> bodies(int count, int size, Instant time) {
        var bodies = new ArrayList<byte[]>();
        for (int done = 0; done < count; done += size) {
            bodies.add(traffic.batch(size, time.plusMillis(done)));
        }
        return bodies;
    }

    private static Void send(Http http, String path, List<byte[]> bodies, int connections) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> senders = IntStream.range(0, connections)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                            http.post(path, bodies.get(i));
                        }
                        return null;
                    })
                    .toList();
            for (var sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
        return null;
    }
}
