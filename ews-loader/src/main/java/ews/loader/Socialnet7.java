package ews.loader;

import java.nio.file.Path;
import java.time.Instant;
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

    private static final Churnsim CHURNSIM = new Churnsim("sn7-", "Social", "socialnet7");

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

    @Override
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>(3_000_000);
        Csv.read(folder.resolve("accounts.csv"), row -> CHURNSIM.account(row, entries));
        Csv.read(folder.resolve("subscriptions.csv.gz"), row -> entries.add(CHURNSIM.subscription(row)));
        var shared = new HashMap<String, String>();
        Csv.read(
                folder.resolve("events.csv.gz"),
                row -> entries.add(new Use(
                        Churnsim.seconds(row.field("event_time")),
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
        return CHURNSIM.accountKey(row);
    }

    private static String share(Map<String, String> shared, String value) {
        return shared.computeIfAbsent(value, it -> it);
    }
}
