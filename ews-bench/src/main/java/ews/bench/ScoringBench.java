package ews.bench;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The daily run (facts to metrics, five indicators, the scores written back) beside streaming the bytes that it reads out
 * of PostgreSQL; then the same with 30 rules, and the accounts that change when one in a hundred does.
 */
final class ScoringBench {

    private static final int RUNS = 3;
    private static final int CHANGES = 8;
    private static final List<String> READ = List.of(
            "select id, first_seen_on from account",
            "select account_id, block, data from usage_block",
            "select account_id, id, first_used_on from account_user",
            "select account_id, feature_id, first_used_on from account_feature",
            "select * from subscription_change",
            "select * from ticket_change",
            "select * from invoice_change",
            "select * from feedback",
            "select * from outcome_progress",
            "select * from attribute_change",
            "select * from health_score where day = (select max(day) from health_score)",
            "select account_id, day, score from health_score where day < (select max(day) from health_score)",
            "select account_id, day, trend from account_health",
            "select account_id, rule_id, id, seen_on, clear_since, ended_at from alert");

    private final int accounts;

    ScoringBench(int accounts) {
        this.accounts = accounts;
    }

    /** One measurement. */
    private record Run(double seconds, double applicationCpu, double databaseCpu) {}

    void run() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Database database = Database.start()) {
            System.out.printf("%,d accounts with 90 days of facts, 5 indicators%n", accounts);
            new Portfolio(database, accounts, 90).fill(today);
            Run full;
            try (Application application =
                    Application.of(ScoringApplication.class, database, "--ews.scoring.background=false")) {
                awaitRun(database, today);
                System.out.println("Without rules:");
                database.execute("update rule set enabled = false");
                repeat(database, application, today);
                System.out.printf("With %d rules:%n", MoreRules.MANY);
                MoreRules.add(database);
                database.execute("update rule set enabled = true");
                full = repeat(database, application, today);
                System.out.printf("most memory of the application: %,d MB%n", application.mostMemory() >> 20);
            }
            database.execute("truncate dirty_account"); // what new segments and profiles have left to do is done
            try (Application _ = Application.of(ScoringApplication.class, database)) {
                change(database, full);
            }
        }
    }

    /** The last of some measurements. */
    private static Run repeat(Database database, Application application, LocalDate today) throws Exception {
        Run scoring = new Run(0, 0, 0);
        for (int i = 0; i < RUNS; i++) {
            beginDayAgain(database, today);
            Run streaming = stream(database);
            scoring = score(database, application, today);
            System.out.printf(
                    """
                    streaming %.2f s (PostgreSQL %.2f CPU-s)   \
                    scoring %.2f s (application %.2f CPU-s, PostgreSQL %.2f CPU-s)   ratio of times %.2f%n""",
                    streaming.seconds,
                    streaming.databaseCpu,
                    scoring.seconds,
                    scoring.applicationCpu,
                    scoring.databaseCpu,
                    scoring.seconds / streaming.seconds);
        }
        return scoring;
    }

    /**
     * One account in a hundred gets a ticket today, as intake would leave it; until all of them have their new score.
     *
     * @param full the run of everybody with the same rules
     */
    private static void change(Database database, Run full) throws Exception {
        String rows = "select coalesce(sum(n_tup_ins + n_tup_upd), 0) from pg_stat_user_tables"
                + " where relname in ('health_score', 'account_health')";
        for (int i = 1; i <= CHANGES; i++) {
            database.execute("select pg_stat_force_next_flush()");
            long before = database.count(rows);
            long start = System.nanoTime();
            database.execute("""
                    insert into ticket_change (account_id, ticket, occurred_at, event_key, status, priority)
                    select id, 'C-%1$d', now(), %1$d, 'open', 'urgent' from account where id %% 100 = 7;
                    insert into dirty_account (account_id, from_day, received_at)
                    select id, current_date, now() from account where id %% 100 = 7;
                    """.formatted(i));
            while (database.count("select count(*) from dirty_account") > 0) {
                Thread.sleep(10);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Thread.sleep(1_500); // until the statistics are there
            System.out.printf(
                    "%,d accounts changed: %.2f s, %.1f %% of all, %,d rows written%n",
                    database.count("select count(*) from account where id % 100 = 7"),
                    seconds,
                    100 * seconds / full.seconds,
                    database.count(rows) - before);
        }
    }

    private static Run stream(Database database) throws Exception {
        double cpu = database.cpuSeconds();
        long start = System.nanoTime();
        try (var connection = database.connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String query : READ) {
                copy.copyOut("copy (" + query + ") to stdout (format binary)", OutputStream.nullOutputStream());
            }
            return new Run((System.nanoTime() - start) / 1e9, 0, database.cpuSeconds() - cpu);
        }
    }

    /** Makes what today's run wrote the scores of yesterday, a week and a month ago. */
    private static void beginDayAgain(Database database, LocalDate today) throws Exception {
        database.execute("""
                delete from health_score where day <> '%1$s';
                insert into health_score (account_id, day, score, band, segment_id, profile_version_id, points, weights,
                                          readings, computed_at)
                select account_id, day - ago, score, band, segment_id, profile_version_id, points, weights, readings,
                       computed_at
                from health_score, unnest(array[1, 7, 30]) ago where day = '%1$s';
                delete from health_score where day = '%1$s';
                update account_health set day = day - 1;
                """.formatted(today));
        database.execute("vacuum analyze");
    }

    private static Run score(Database database, Application application, LocalDate today) throws Exception {
        double applicationCpu = application.cpuSeconds();
        double databaseCpu = database.cpuSeconds();
        startRun(database);
        awaitRun(database, today);
        double millis = database.count(
                "select 1000 * extract(epoch from finished_at - started_at) from daily_run where day = '%s'"
                        .formatted(today));
        return new Run(millis / 1000, application.cpuSeconds() - applicationCpu, database.cpuSeconds() - databaseCpu);
    }

    /** Has the application do the run of today once more. */
    static void startRun(Database database) throws Exception {
        database.execute("""
                delete from daily_run;
                update scheduled_tasks set execution_time = now() where task_name = 'daily-scoring'
                """);
    }

    /** Waits until today's scores of everybody are computed. */
    static void awaitRun(Database database, LocalDate today) throws Exception {
        String finished =
                "select count(*) from daily_run where day = '%s' and finished_at is not null".formatted(today);
        while (database.count(finished) == 0) {
            Thread.sleep(100);
        }
    }
}
