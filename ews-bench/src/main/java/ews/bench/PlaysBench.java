package ews.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Plays when much happens at once: a thousand alerts within a minute, and ten thousand runs whose waits are over on the
 * same day.
 */
final class PlaysBench {

    private static final int ALERTS = 1_000;
    private static final int SECONDS = 60;
    private static final int RUNS = 10_000;

    private final Path jar;
    private final int accounts;

    PlaysBench(Path jar, int accounts) {
        this.jar = jar;
        this.accounts = accounts;
    }

    void run() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Database database = Database.start()) {
            System.out.printf("%,d accounts with 90 days of facts%n", accounts);
            new Portfolio(database, accounts, 90).fill(today);
            try (Application application = Application.jar(jar, database);
                    Http http = new Http(application)) {
                ScoringBench.awaitRun(database, today);
                AlertBench.runAgain(database, today);
                manyAlerts(http, database);
                for (int round = 1; round <= 3; round++) {
                    manyRuns(database, round);
                    report(database, round, dayPasses(database));
                }
            }
        }
    }

    /** Ten users who join, evenly over a minute, of accounts to which nothing has happened yet. */
    private static void manyAlerts(Http http, Database database) throws Exception {
        List<String> quiet = database.texts("""
                select key from account
                where not exists (select from run where account_id = account.id)
                  and not exists (select from alert where account_id = account.id)
                order by id limit %d
                """.formatted(ALERTS));
        try (var alerts = Awaited.alerts(database, "new-users");
                var runs = Awaited.runs(database, "new-users")) {
            long start = System.nanoTime();
            for (int i = 0; i < quiet.size(); i++) {
                long due = start + 1_000_000_000L * SECONDS * i / ALERTS;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                String account = quiet.get(i);
                alerts.expect(account);
                runs.expect(account);
                http.post(AlertBench.newUsers(account, Instant.now()).getBytes(StandardCharsets.UTF_8));
            }
            System.out.printf(
                    "%,d accounts got ten new users in %.0f s%n", quiet.size(), (System.nanoTime() - start) / 1e9);
            alerts.report("ten new users to their alert");
            runs.report("ten new users to the run with its tasks");
        }
    }

    /** Runs of which the first task is made, and whose wait for five days ends today; then there is another task. */
    private static void manyRuns(Database database, int round) throws Exception {
        database.execute("""
                insert into play (key, name, description, version, definition, enabled)
                select 'bench-%1$d', 'Bench %1$d', description, 1, '{
                  "steps": [
                    {"type": "task", "title": "Call", "detail": "Ask how it goes.",
                     "due": {"days": 2, "unit": "working_days", "from": "start"}, "assignee": "csm"},
                    {"type": "wait", "until": {"for": "time", "days": 5, "unit": "calendar_days"}},
                    {"type": "task", "title": "Write", "detail": "Say what was agreed.",
                     "due": {"days": 2, "unit": "working_days", "from": "previous_step"}, "assignee": "csm"},
                    {"type": "wait", "until": {"for": "tasks", "days": 20, "unit": "working_days"}}]}'::jsonb, true
                from play where key = 'win-back'
                """.formatted(round));
        database.execute("""
                with begun as (
                  insert into run (account_id, play_id, play_name, play_version, definition, reason, status, started_at,
                                   started_by, next_step, counted_from, waits_until)
                  select account.id, play.id, play.name, 1, play.definition, 'To measure', 'running', now() - interval '5 days',
                         'Bench', 2, current_date - 5, current_date
                  from play, (select id from account order by id limit %2$d) account where play.key = 'bench-%1$d'
                  returning account_id, id),
                task as (
                  insert into task (account_id, run_id, step, title, detail, role, status, due_on, created_at)
                  select account_id, id, 1, 'Call', '', 'csm', 'open', current_date, now() from begun)
                insert into run_step (account_id, run_id, step, taken_at, result)
                select account_id, id, 1, now() - interval '5 days', 'The task was made.' from begun
                """.formatted(round, RUNS));
        database.execute("analyze run, task, run_step");
    }

    /** How long what plays do when a day has passed takes, in milliseconds: its publication is there until it is done. */
    private static long dayPasses(Database database) throws Exception {
        String publications = "select count(*) from event_publication where listener_id like '%DayEvents%'";
        ScoringBench.startRun(database);
        while (database.count(publications) == 0) {
            Thread.sleep(5);
        }
        long start = System.nanoTime();
        while (database.count(publications) > 0) {
            Thread.sleep(5);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void report(Database database, int round, long millis) throws Exception {
        System.out.printf(
                "%,d of %,d runs went on within %,d ms; all that plays do when a day has passed took %,d ms%n",
                database.count("""
                        select count(*) from run
                        join task on task.account_id = run.account_id and task.run_id = run.id and task.step = 3
                        where run.play_name = 'Bench %d' and run.next_step = 4
                        """.formatted(round)), RUNS, database.count("""
                        select (extract(epoch from max(step.taken_at) - min(step.taken_at)) * 1000)::bigint
                        from run_step step join run on run.account_id = step.account_id and run.id = step.run_id
                        where run.play_name = 'Bench %d' and step.step > 1
                        """.formatted(round)), millis);
    }
}
