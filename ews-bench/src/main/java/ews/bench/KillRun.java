package ews.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Kills the application again and again, at random moments while runs go on and messages leave, and starts it once more.
 * Afterwards each step of each run must have been taken once, with one task and one message, and each message must have
 * arrived, under one id however often it was sent.
 */
final class KillRun {

    private static final int ACCOUNTS = 400;
    private static final int RUNS_A_ROUND = 80;
    private static final int SECONDS_TO_FINISH = 600;
    private static final int MOST_MILLIS = 600;
    private static final int MILLIS_OF_A_MESSAGE = 20;

    /** The run waits at the second step, and is to do all between there and the eighth, where it waits again. */
    private static final int WAITING_AGAIN = 8;

    private static final String DEFINITION = """
            {"steps": [
              {"type": "task", "title": "Call", "detail": "Ask how it goes.",
               "due": {"days": 2, "unit": "working_days", "from": "start"}, "assignee": "csm"},
              {"type": "wait", "until": {"for": "time", "days": 5, "unit": "calendar_days"}},
              {"type": "task", "title": "Write", "detail": "Say what was agreed.",
               "due": {"days": 2, "unit": "working_days", "from": "previous_step"}, "assignee": "csm"},
              {"type": "email", "template": "kill-run"},
              {"type": "message", "via": "webhook", "receiver": "Kill run", "text": "It goes on."},
              {"type": "watch_list", "list": "win-back", "reason": "It goes on."},
              {"type": "task", "title": "Check", "detail": "Is it better?",
               "due": {"days": 5, "unit": "working_days", "from": "previous_step"}, "assignee": "csm"},
              {"type": "wait", "until": {"for": "tasks", "days": 20, "unit": "working_days"}}]}
            """;

    private static final String PUBLICATIONS = "select count(*) from event_publication";

    private final Path jar;
    private final int times;
    private final long seed;

    KillRun(Path jar, int times, long seed) {
        this.jar = jar;
        this.times = times;
        this.seed = seed;
    }

    void run() throws Exception {
        System.out.printf("%d kills with the seed %d%n", times, seed);
        var random = new Random(seed);
        try (Database database = Database.start();
                Arrivals arrivals = new Arrivals()) {
            new Portfolio(database, ACCOUNTS, 28).fill(LocalDate.now(ZoneOffset.UTC));
            var environment = Map.of(
                    "SPRING_MAIL_HOST", "127.0.0.1",
                    "SPRING_MAIL_PORT", Integer.toString(arrivals.mailPort()),
                    "EWS_MAIL_FROM", "ews@example.org",
                    "EWS_WEBHOOKS_ALLOW_PRIVATE", "true");
            Application application = Application.jar(jar, database, environment);
            prepare(database, arrivals.receiverUrl());
            for (int kill = 1; kill <= times; kill++) {
                begin(database, kill);
                dayPasses(database);
                awaitMoment(database, random);
                application.kill();
                System.out.printf(
                        "kill %d: %,d runs had gone on, %,d messages waited%n",
                        kill, goneOn(database), waiting(database));
                application = Application.jar(jar, database, environment);
            }
            awaitEnd(database);
            application.close();
            judge(database, arrivals);
        }
    }

    private static void prepare(Database database, String url) throws Exception {
        database.execute("""
                insert into email_template (key, name, subject, body, version)
                values ('kill-run', 'Kill run', 'How it goes', 'Good morning, all is well.', 1);
                insert into webhook (name, url, secret, events, created_at)
                values ('Kill run', '%s', 'whsec_%s', '{}', now());
                insert into member (email, name, role, created_at) values ('csm@example.org', 'Chloe Tan', 'csm', now());
                update account set csm_id = (select id from member where email = 'csm@example.org');
                insert into account_user (account_id, key, attributes)
                select id, 'contact', jsonb_build_object('name', 'Ann Lee', 'email', 'ann' || id || '@example.com')
                from account;
                """.formatted(url, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }

    /** Runs whose wait ends today. */
    private static void begin(Database database, int round) throws Exception {
        database.execute("""
                insert into play (key, name, description, version, definition, enabled)
                select 'kill-run-%1$d', 'Kill run %1$d', description, 1, '%2$s'::jsonb, true
                from play where key = 'win-back';
                with begun as (
                  insert into run (account_id, play_id, play_name, play_version, definition, reason, status, started_at,
                                   started_by, next_step, counted_from, waits_until)
                  select account.id, play.id, play.name, 1, play.definition, 'To be killed', 'running',
                         now() - interval '5 days', 'Bench', 2, current_date - 5, current_date
                  from play, (select id from account order by id limit %3$d) account where play.key = 'kill-run-%1$d'
                  returning account_id, id),
                task as (
                  insert into task (account_id, run_id, step, title, detail, role, status, due_on, created_at)
                  select account_id, id, 1, 'Call', '', 'csm', 'open', current_date, now() from begun)
                insert into run_step (account_id, run_id, step, taken_at, result)
                select account_id, id, 1, now() - interval '5 days', 'The task was made.' from begun
                """.formatted(round, DEFINITION, RUNS_A_ROUND));
    }

    /** Whoever did the day's work before may have been killed at it. */
    private static void dayPasses(Database database) throws Exception {
        database.execute("""
                delete from daily_run;
                update scheduled_tasks set execution_time = now(), picked = false, picked_by = null, last_heartbeat = null
                where task_name = 'daily-scoring'
                """);
    }

    /** Some time after the day's work has begun, or once some more messages were sent: in the midst of one or the other. */
    private static void awaitMoment(Database database, Random random) throws Exception {
        boolean atWork = random.nextBoolean();
        long more = sent(database) + 1 + random.nextInt(RUNS_A_ROUND);
        long patience = System.nanoTime() + 20_000_000_000L;
        while ((atWork ? working(database) == 0 : sent(database) < more) && System.nanoTime() < patience) {
            Thread.sleep(2);
        }
        Thread.sleep(random.nextInt(atWork ? MOST_MILLIS : MILLIS_OF_A_MESSAGE));
    }

    private static long working(Database database) throws Exception {
        return database.count("""
                select count(*) from event_publication
                where listener_id like '%DayEvents%'
                  and publication_date > (select coalesce(max(started_at), now()) from daily_run) - interval '1 second'
                """);
    }

    private static long sent(Database database) throws Exception {
        return database.count("select count(*) from outbox_message where state = 'sent'");
    }

    private static long goneOn(Database database) throws Exception {
        return database.count("select count(*) from run where play_name like 'Kill run %%' and next_step = %d"
                .formatted(WAITING_AGAIN));
    }

    private static long waiting(Database database) throws Exception {
        return database.count("select count(*) from outbox_message where state = 'waiting'");
    }

    private void awaitEnd(Database database) throws Exception {
        dayPasses(database);
        for (int second = 0; second < SECONDS_TO_FINISH; second++) {
            if (goneOn(database) == (long) times * RUNS_A_ROUND
                    && waiting(database) == 0
                    && database.count(PUBLICATIONS) == 0) {
                return;
            }
            Thread.sleep(1_000);
        }
    }

    private void judge(Database database, Arrivals arrivals) throws Exception {
        long runs = (long) times * RUNS_A_ROUND;
        List<String> emails = arrivals.emails();
        List<String> posts = arrivals.posts();
        var findings = new Findings();
        findings.expect("runs that went on", runs, goneOn(database));
        findings.expect("steps taken", runs * (WAITING_AGAIN - 1), database.count("""
                select count(*) from run_step step join run on run.account_id = step.account_id and run.id = step.run_id
                where run.play_name like 'Kill run %' and step.step < 8
                """));
        findings.expect("tasks", runs * 3, database.count(ofRuns("task")));
        findings.expect("different tasks", runs * 3, database.count("""
                select count(distinct (task.run_id, task.step)) from task
                join run on run.account_id = task.account_id and run.id = task.run_id where run.play_name like 'Kill run %'
                """));
        findings.expect("messages", runs * 2, database.count(ofRuns("outbox_message")));
        findings.expect(
                "messages that were sent",
                runs * 2,
                database.count(ofRuns("outbox_message") + " and outbox_message.state = 'sent'"));
        findings.expect("events nobody dealt with", 0, database.count(PUBLICATIONS));
        findings.expect("emails by their ids", runs, new HashSet<>(emails).size());
        findings.expect("webhooks by their ids", runs, new HashSet<>(posts).size());
        System.out.printf(
                "sent more than once, with the same id: %,d of %,d emails, %,d of %,d webhooks%n",
                emails.size() - runs, runs, posts.size() - runs, runs);
        findings.conclude();
    }

    private static String ofRuns(String table) {
        return """
                select count(*) from %1$s
                join run on run.account_id = %1$s.account_id and run.id = %1$s.run_id where run.play_name like 'Kill run %%'
                """.formatted(table);
    }
}
