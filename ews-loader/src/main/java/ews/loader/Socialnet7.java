package ews.loader;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 2.8 million simulated events of a consumer service: what people did is usage, each month's subscription a renewal,
 * and a churn date a cancellation. Times without a zone are UTC.
 */
record Socialnet7(Path folder) implements DataSet {

    private static final String MIDNIGHT = "T00:00:00";
    private static final int MONTHS = 12;

    /** An event in few bytes; names and users are shared. */
    private record Use(long at, String account, String name, String user, String value, int row) implements Entry {

        @Override
        public Map<String, Object> json() {
            return Fields.of("usage", "ev-" + row, Instant.ofEpochSecond(at).toString(), account)
                    .with("user", user)
                    .with("name", name)
                    .number("quantity", value)
                    .map();
        }
    }

    /** One of the few others. */
    private record Other(long at, Map<String, Object> json) implements Entry {

        static Other of(String time, Fields fields) {
            return new Other(seconds(time), fields.map());
        }
    }

    @Override
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>(3_000_000);
        Csv.read(folder.resolve("accounts.csv"), row -> account(row, entries));
        Csv.read(folder.resolve("subscriptions.csv.gz"), row -> entries.add(subscription(row)));
        var shared = new HashMap<String, String>();
        Csv.read(
                folder.resolve("events.csv.gz"),
                row -> entries.add(new Use(
                        seconds(row.field("event_time")),
                        share(shared, accountKey(row)),
                        share(shared, row.field("event_type")),
                        share(shared, "u" + row.field("user_id")),
                        share(shared, row.field("event_value")),
                        row.number())));
        entries.sort(Comparator.comparingLong(Entry::at));
        return entries;
    }

    /** The key under which the account is known to the application. */
    static String accountKey(Csv.Row row) {
        return "sn7-" + row.field("account_id");
    }

    private static void account(Csv.Row row, List<Entry> entries) {
        String account = accountKey(row);
        String start = row.field("start_date") + MIDNIGHT;
        var attributes = new Fields()
                .with("name", "Social " + row.field("account_id"))
                .with("product", "socialnet7")
                .with("channel", row.field("channel"))
                .with("country", row.field("country"))
                .with("plan", row.field("first_plan"))
                .map();
        entries.add(Other.of(
                start,
                Fields.of("account", account + "-account", start + "Z", account).with("attributes", attributes)));
        if (row.isTrue("churned")) {
            String end = row.field("churn_date") + MIDNIGHT;
            entries.add(Other.of(
                    end,
                    Fields.of("subscription", account + "-churned", end + "Z", account)
                            .with("status", "cancelled")));
        }
    }

    private static Entry subscription(Csv.Row row) {
        String account = accountKey(row);
        String start = row.field("start_date");
        double annual = Double.parseDouble(row.field("mrr")) * MONTHS;
        return Other.of(
                start + MIDNIGHT,
                Fields.of("subscription", account + "-" + start, start + MIDNIGHT + "Z", account)
                        .with("status", "active")
                        .with("plan", row.field("plan"))
                        .with("value", annual)
                        .with("currency", "USD")
                        .with("renewalDate", row.field("end_date")));
    }

    private static long seconds(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
    }

    private static String share(Map<String, String> shared, String value) {
        return shared.computeIfAbsent(value, it -> it);
    }
}
