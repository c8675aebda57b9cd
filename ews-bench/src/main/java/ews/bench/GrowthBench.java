package ews.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Whether an event costs the same however much is in the log already, and however many accounts there are. */
final class GrowthBench {

    private static final int SIZE = 500;
    private static final int CONNECTIONS = 32;
    private static final int MEASURED = 2_000_000;
    /** Whatever their number: thirty of each of a million, so that what is done for several events of an account together is. */
    private static final int MEASURED_OF_ACCOUNTS = 30_000_000;

    /** So many that Java has compiled what is used most. */
    private static final int WARM_UP = 6_000_000;

    private static final Duration EARLIER = Duration.ofDays(2);
    private static final int USUAL_ACCOUNTS = 2_000;
    private static final int USERS = 25;
    private static final int FEATURES = 20;

    private static final int FILLED_DAYS = 100;
    /** Days ago: those before are those of the warm-up. */
    private static final int LATEST_FILLED = 4;

    private static final int FEW_ACCOUNTS = 100;
    private static final int USERS_OF_EACH = 3;
    private static final int FEATURES_OF_EACH = 5;
    private static final int MILLION = 1_000_000;

    private final int millions;
    private final int mostAccounts;

    /**
     * @param millions of events in the log in the end
     * @param mostAccounts that send
     */
    GrowthBench(int millions, int mostAccounts) {
        this.millions = millions;
        this.mostAccounts = mostAccounts;
    }

    void run() throws Exception {
        accounts();
        log();
    }

    private void log() throws Exception {
        try (Database database = Database.start();
                Application application = Application.of(IntakeApplication.class, database);
                Http http = new Http(application)) {
            database.enterSource(Application.KEY);
            var traffic = new Traffic(USUAL_ACCOUNTS, USERS, FEATURES);
            warmUp(database, http, traffic);
            double empty = measured(database, application, http, traffic, MEASURED, "with an empty log");
            fill(database);
            double full = measured(
                    database,
                    application,
                    http,
                    traffic,
                    MEASURED,
                    "with %,d million events in the log".formatted(millions));
            System.out.printf("    %.2f times the CPU-seconds%n", full / empty);
        }
    }

    /** Days of the past, a hundredth of all in each, as they lie when they are closed. */
    private void fill(Database database) throws SQLException {
        long perDay = (long) millions * MILLION / FILLED_DAYS;
        System.out.printf("filling in %d days of %,d events%n", FILLED_DAYS, perDay);
        for (int day = LATEST_FILLED; day < FILLED_DAYS + LATEST_FILLED; day++) {
            String name = "event_filled_" + day;
            database.execute("""
                    create table %1$s (like event including defaults);
                    insert into %1$s (occurred_at, account_id, source_id, feature_id, event_key, received_at, user_id, dialect, type,
                                      body)
                    select at, 1 + n %% %2$d, 1, 1 + n %% %3$d, hashint8extended(n, %4$d), at, 1 + n %% 50000, 0, 'usage',
                           '{"type":"usage","id":"f-' || n || '","time":"' || at || '","account":"bench-' || n %% %2$d
                               || '","user":"u' || n %% %5$d || '","name":"feature.' || n %% %3$d || '"}'
                    from (select n, date_trunc('day', now()) - interval '%4$d days' + n * interval '1 day' / %6$d as at
                          from generate_series(0, %6$d - 1) n) e;
                    alter table %1$s add primary key (occurred_at, account_id, source_id, event_key);
                    create index on %1$s (account_id, occurred_at);
                    alter table event attach partition %1$s
                      for values from (date_trunc('day', now()) - interval '%4$d days')
                              to (date_trunc('day', now()) - interval '%7$d days');
                    """.formatted(name, USUAL_ACCOUNTS, FEATURES, day, USERS, perDay, day - 1));
        }
        database.execute("vacuum analyze event");
        database.execute("checkpoint");
    }

    private void accounts() throws Exception {
        double few = 0;
        for (int accounts = FEW_ACCOUNTS; accounts <= mostAccounts; accounts *= 100) {
            try (Database database = Database.start();
                    Application application = Application.of(IntakeApplication.class, database);
                    Http http = new Http(application)) {
                database.enterSource(Application.KEY);
                var traffic = new Traffic(accounts, USERS_OF_EACH, FEATURES_OF_EACH);
                warmUp(database, http, traffic);
                double cost = measured(
                        database,
                        application,
                        http,
                        traffic,
                        MEASURED_OF_ACCOUNTS,
                        "with %,d accounts".formatted(accounts));
                few = accounts == FEW_ACCOUNTS ? cost : few;
                System.out.printf("    %.2f times the CPU-seconds of %,d accounts%n", cost / few, FEW_ACCOUNTS);
            }
        }
    }

    /** With all accounts, users and features, of days before; then the log is empty, and nothing waits for scoring. */
    private static void warmUp(Database database, Http http, Traffic traffic) throws Exception {
        long events = Math.max(WARM_UP, traffic.toNameAll());
        System.out.printf("warming up with %,d events%n", events);
        Instant time = Instant.now().minus(EARLIER);
        send(http, events, () -> traffic.nextOfAll(SIZE, time));
        database.awaitFacts();
        database.execute("truncate event, dirty_account");
        database.execute("vacuum analyze");
        database.execute("checkpoint");
    }

    private static double measured(
            Database database, Application application, Http http, Traffic traffic, int events, String what)
            throws Exception {
        database.execute("truncate dirty_account");
        double applicationCpu = application.cpuSeconds();
        double databaseCpu = database.cpuSeconds();
        long start = System.nanoTime();
        send(http, events, () -> traffic.batch(SIZE, Instant.now()));
        double seconds = (System.nanoTime() - start) / 1e9;
        long behind = database.awaitFacts();
        var cost = new Cost(
                what, events, seconds, application.cpuSeconds() - applicationCpu, database.cpuSeconds() - databaseCpu);
        cost.print();
        System.out.printf("    all in the facts %,d ms later%n", behind);
        return cost.cpuPerMillion();
    }

    private static void send(Http http, long events, Supplier<byte[]> bodies) throws Exception {
        var sent = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> senders = IntStream.range(0, CONNECTIONS)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        while (sent.getAndAdd(SIZE) < events) {
                            http.post(bodies.get());
                        }
                        return null;
                    })
                    .toList();
            for (var sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
    }
}
