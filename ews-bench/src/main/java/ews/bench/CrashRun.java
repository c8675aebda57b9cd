package ews.bench;

import ews.domain.fact.Days;
import ews.domain.fact.UsageHistory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Kills the application and PostgreSQL by turns, at random moments, while clients send events and repeat what was not
 * acknowledged. Afterwards everything that was acknowledged must be in the log and in the facts, once.
 */
final class CrashRun {

    private static final int CLIENTS = 8;
    private static final int LEAST_MILLIS = 1_000;
    private static final int MORE_MILLIS = 4_000;
    private static final int MILLIS_DOWN = 60_000;

    private final Path jar;
    private final int times;
    private final long seed;

    CrashRun(Path jar, int times, long seed) {
        this.jar = jar;
        this.times = times;
        this.seed = seed;
    }

    void run() throws Exception {
        System.out.printf("%d kills of the application and %d of PostgreSQL with the seed %d%n", times, times, seed);
        var random = new Random(seed);
        try (Database database = Database.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var application = new AtomicReference<>(Application.jar(jar, database));
            List<Retrying> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(
                            it -> new Retrying(it, seed, () -> application.get().url()))
                    .toList();
            clients.forEach(threads::submit);
            for (int kill = 1; kill <= times; kill++) {
                Thread.sleep(LEAST_MILLIS + random.nextInt(MORE_MILLIS));
                application.get().kill();
                application.set(Application.jar(jar, database));
                Thread.sleep(LEAST_MILLIS + random.nextInt(MORE_MILLIS));
                database.kill();
                Thread.sleep(random.nextInt(MORE_MILLIS));
                database.startAgain();
                System.out.printf("both killed %d times: %,d events acknowledged%n", kill, acknowledged(clients));
            }
            staysDown(database, application.get(), clients);
            Thread.sleep(MORE_MILLIS);
            clients.forEach(Retrying::finish);
            threads.shutdown();
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Some clients got no answer within two minutes");
            }
            System.out.printf("all in the facts %,d ms later%n", database.awaitFacts());
            application.get().close();
            judge(database, clients);
        }
    }

    /** Nothing may be acknowledged meanwhile, and memory must not grow with what clients send. */
    private static void staysDown(Database database, Application application, List<Retrying> clients) throws Exception {
        Thread.sleep(MORE_MILLIS);
        database.kill();
        Thread.sleep(1_000);
        long before = acknowledged(clients);
        Thread.sleep(MILLIS_DOWN);
        System.out.printf(
                "down for a minute: %,d events acknowledged meanwhile, the application had at most %,d MB%n",
                acknowledged(clients) - before, application.mostMemory() / 1_000_000);
        database.startAgain();
    }

    private static long acknowledged(List<Retrying> clients) {
        return clients.stream().mapToLong(Retrying::acknowledged).sum();
    }

    private static void judge(Database database, List<Retrying> clients) throws Exception {
        long acknowledged = acknowledged(clients);
        System.out.printf(
                "%,d requests were not acknowledged, and repeated%n",
                clients.stream().mapToLong(Retrying::failures).sum());
        var findings = new Findings();
        findings.expect("events in the log", acknowledged, database.count("select count(*) from event"));
        findings.expect(
                "different ones",
                acknowledged,
                database.count("select count(distinct (body::jsonb) ->> 'id') from event"));
        findings.expect("counted as accepted", acknowledged, database.count("select sum(accepted) from source_day"));
        findings.expect("uses in the facts", acknowledged, uses(database));
        findings.conclude();
    }

    /** What scoring would see. */
    private static long uses(Database database) throws SQLException {
        var blocks = new HashMap<Long, Map<Integer, byte[]>>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select account_id, block, data from usage_block")) {
            while (row.next()) {
                blocks.computeIfAbsent(row.getLong(1), _ -> new HashMap<>()).put(row.getInt(2), row.getBytes(3));
            }
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var days = new Days(today.minusDays(2), today.plusDays(1));
        return blocks.values().stream()
                .mapToLong(it -> UsageHistory.of(it, String::valueOf).events(days))
                .sum();
    }
}
