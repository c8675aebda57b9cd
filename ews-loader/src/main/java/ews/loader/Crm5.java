package ews.loader;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated CRM with seats, plans and billing periods. Of most accounts only daily counts are known: each day's active
 * users become one session each, at noon, of the users 0, 1, 2 …, so the least active ones are told as the same people
 * every day; each day's count of an action becomes one usage with that quantity, without a user.
 */
record Crm5(Path folder) implements DataSet {

    private static final Churnsim CHURNSIM = new Churnsim("crm5-", "CRM", "crm5");
    private static final int NOON = 12 * 60 * 60;

    /** Somebody's day, in few bytes. */
    private record Session(long at, String account, int user) implements Entry {

        @Override
        public Map<String, Object> json() {
            return Fields.of("usage", "s-%s-%d-%d".formatted(account, at / NOON, user), time(at), account)
                    .with("user", "u" + user)
                    .with("name", "session.started")
                    .map();
        }
    }

    /** How often an account did something on a day. */
    private record Action(long at, String account, String name, String count) implements Entry {

        @Override
        public Map<String, Object> json() {
            return Fields.of("usage", "a-%s-%d-%s".formatted(account, at / NOON, name), time(at), account)
                    .with("name", name)
                    .number("quantity", count)
                    .map();
        }
    }

    @Override
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>(5_000_000);
        Csv.read(folder.resolve("accounts.csv"), row -> CHURNSIM.account(row, entries));
        Csv.read(folder.resolve("subscriptions.csv.gz"), row -> entries.add(CHURNSIM.subscription(row)));
        var shared = new HashMap<String, String>();
        Csv.read(folder.resolve("daily_users.csv.gz"), row -> {
            String account = shared.computeIfAbsent(CHURNSIM.accountKey(row), it -> it);
            int users = Integer.parseInt(row.field("active_users"));
            for (int user = 0; user < users; user++) {
                entries.add(new Session(noon(row), account, user));
            }
        });
        Csv.read(
                folder.resolve("daily_usage.csv.gz"),
                row -> entries.add(new Action(
                        noon(row),
                        shared.computeIfAbsent(CHURNSIM.accountKey(row), it -> it),
                        shared.computeIfAbsent(row.field("event_type"), it -> it),
                        row.field("count"))));
        entries.sort(Comparator.comparingLong(Entry::at));
        return entries;
    }

    private static long noon(Csv.Row row) {
        return LocalDate.parse(row.field("date")).atStartOfDay(ZoneOffset.UTC).toEpochSecond() + NOON;
    }

    private static String time(long at) {
        return Instant.ofEpochSecond(at).toString();
    }
}
