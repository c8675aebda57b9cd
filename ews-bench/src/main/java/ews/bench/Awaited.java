package ews.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks into the database all the time whether what should come is committed, and how long that took. */
final class Awaited implements AutoCloseable {

    private static final int MILLIS_BETWEEN_LOOKS = 20;
    private static final long PATIENCE_MILLIS = 120_000;

    private final Connection connection;
    private final String condition;
    private final Map<String, Long> expected = new ConcurrentHashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private final Thread looking;
    private volatile boolean closed;

    /** @param condition in SQL, on an account: whether what was awaited of it has come */
    private Awaited(Database database, String condition) throws SQLException {
        this.connection = database.connect();
        this.condition = condition;
        this.looking = Thread.ofPlatform().start(this::look);
    }

    /** Alerts of the rule with this key. */
    static Awaited alerts(Database database, String rule) throws SQLException {
        return new Awaited(database, """
                exists (
                  select from alert where account_id = account.id and rule_id = (select id from rule where key = '%s'))
                """.formatted(rule));
    }

    /** Runs because of such alerts, with their tasks. */
    static Awaited runs(Database database, String rule) throws SQLException {
        return new Awaited(database, """
                exists (
                  select from alert
                  join run on run.account_id = alert.account_id and run.alert_id = alert.id
                  join task on task.account_id = run.account_id and task.run_id = run.id
                  where alert.account_id = account.id and alert.rule_id = (select id from rule where key = '%s'))
                """.formatted(rule));
    }

    /** What is posted from now on should bring it for this account. */
    void expect(String account) {
        expected.put(account, System.nanoTime());
    }

    private void look() {
        String query = "select account.key from account where key = any (?) and " + condition;
        try (var statement = connection.prepareStatement(query)) {
            while (!closed) {
                statement.setArray(
                        1, connection.createArrayOf("text", expected.keySet().toArray()));
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        Long since = expected.remove(found.getString(1));
                        if (since != null) {
                            millis.add((System.nanoTime() - since) / 1e6);
                        }
                    }
                }
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException("It cannot be watched", e);
        }
    }

    /** Waits for those that are still expected, and says how long all of them took. */
    void report(String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!expected.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        stop();
        millis.sort(Double::compare);
        System.out.printf(
                "from the POST of %s, %d times: p50 %.0f ms, p99 %.0f ms, most %.0f ms%s%n",
                what,
                millis.size(),
                at(0.5),
                at(0.99),
                at(1),
                expected.isEmpty() ? "" : "; %d did not come".formatted(expected.size()));
    }

    private double at(double share) {
        return millis.isEmpty() ? Double.NaN : millis.get(Math.min(millis.size() - 1, (int) (millis.size() * share)));
    }

    private void stop() throws InterruptedException {
        closed = true;
        looking.join();
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        stop();
        connection.close();
    }
}
