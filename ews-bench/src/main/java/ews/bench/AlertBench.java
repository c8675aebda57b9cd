package ews.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * From the POST of what a rule looks for to its alert in the database, with 30 rules on a portfolio that was scored today,
 * while usage arrives for all of its accounts.
 */
final class AlertBench {

    private static final int POSTERS = 16;
    private static final int BATCHES_A_SECOND = 20;
    private static final int WARM_UP_SECONDS = 30;
    private static final int MILLIS_BETWEEN_PROBES = 250;

    private final Path jar;
    private final int alerts;
    private final int rate;
    private final int accounts;

    /**
     * @param alerts of each sort
     * @param rate usage events a second
     */
    AlertBench(Path jar, int alerts, int rate, int accounts) {
        this.jar = jar;
        this.alerts = alerts;
        this.rate = rate;
        this.accounts = accounts;
    }

    void run() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Database database = Database.start()) {
            System.out.printf("%,d accounts with 90 days of facts%n", accounts);
            new Portfolio(database, accounts, 90).fill(today);
            try (Application application = Application.jar(jar, database);
                    Http http = new Http(application);
                    ScheduledExecutorService load = Executors.newScheduledThreadPool(POSTERS)) {
                ScoringBench.awaitRun(database, today);
                MoreRules.add(database);
                runAgain(database, today);
                var sent = new AtomicLong();
                long start = System.nanoTime();
                var traffic = new Traffic(accounts, Portfolio.USERS, Portfolio.FEATURES);
                for (int i = 0; i < POSTERS; i++) {
                    load.scheduleAtFixedRate(
                            () -> post(http, traffic, sent),
                            i * 1_000L / BATCHES_A_SECOND,
                            POSTERS * 1_000L / BATCHES_A_SECOND,
                            TimeUnit.MILLISECONDS);
                }
                Thread.sleep(1_000L * WARM_UP_SECONDS);
                probe(http, database);
                double reached = sent.get() / ((System.nanoTime() - start) / 1e9);
                long waiting = database.count("select count(distinct account_id) from dirty_account");
                load.shutdownNow();
                System.out.printf(
                        "%,.0f of %,d usage events/s were taken in; %,d accounts waited for scoring at the end%n",
                        reached, rate, waiting);
            }
        }
    }

    /** What the rules find in the portfolio itself is raised, and its plays are started, before anything is measured. */
    static void runAgain(Database database, LocalDate today) throws Exception {
        ScoringBench.startRun(database);
        ScoringBench.awaitRun(database, today);
        while (database.count("select count(*) from event_publication where completion_date is null") > 0) {
            Thread.sleep(200);
        }
        System.out.printf(
                "%,d alerts and %,d runs of plays to begin with%n",
                database.count("select count(*) from alert"), database.count("select count(*) from run"));
    }

    private void post(Http http, Traffic traffic, AtomicLong sent) {
        try {
            int events = rate / BATCHES_A_SECOND;
            http.post(traffic.batch(events, Instant.now()));
            sent.addAndGet(events);
        } catch (Exception e) {
            System.err.println("The load could not be posted: " + e.getMessage());
        }
    }

    /** In turn an invoice that is overdue, and ten users who join: every account is asked about once. */
    private void probe(Http http, Database database) throws Exception {
        try (var invoices = Awaited.alerts(database, "overdue-invoice");
                var users = Awaited.alerts(database, "new-users")) {
            for (int i = 0; i < alerts; i++) {
                post(http, invoices, "bench-" + (1 + 2 * i), AlertBench::overdueInvoice);
                Thread.sleep(ThreadLocalRandom.current().nextInt(2 * MILLIS_BETWEEN_PROBES));
                post(http, users, "bench-" + (2 + 2 * i), AlertBench::newUsers);
                Thread.sleep(ThreadLocalRandom.current().nextInt(2 * MILLIS_BETWEEN_PROBES));
            }
            invoices.report("an overdue invoice to its alert");
            users.report("ten new users to their alert");
        }
    }

    private interface Body {
        String of(String account, Instant now);
    }

    private static void post(Http http, Awaited awaited, String account, Body body) throws Exception {
        awaited.expect(account);
        http.post(body.of(account, Instant.now()).getBytes(StandardCharsets.UTF_8));
    }

    private static String overdueInvoice(String account, Instant now) {
        return """
                {"events":[{"type":"invoice","id":"in-%1$s","time":"%2$s","account":"%1$s","invoice":"in-1",
                "status":"overdue","amount":1200.00,"currency":"USD","dueDate":"%3$s"}]}
                """.formatted(account, now, now.toString().substring(0, 10));
    }

    static String newUsers(String account, Instant now) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(user -> """
                        {"type":"usage","id":"new-%1$s-%2$d","time":"%3$s","account":"%1$s","user":"new-%2$d","name":"feature.1"}
                        """.formatted(account, user, now))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }
}
