package ews.loader;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The tables that all models of the churn simulator share: accounts with their churn, and a subscription for each billing
 * period. Times without a zone are UTC.
 *
 * @param prefix of the keys under which accounts are known to the application
 * @param product the value of the attribute
 */
record Churnsim(String prefix, String title, String product) {

    private static final String MIDNIGHT = "T00:00:00";
    private static final int MONTHS = 12;

    /** One of the few entries that are no usage. */
    private record Other(long at, Map<String, Object> json) implements Entry {

        static Other of(String time, Fields fields) {
            return new Other(seconds(time), fields.map());
        }
    }

    String accountKey(Csv.Row row) {
        return prefix + row.field("account_id");
    }

    void account(Csv.Row row, List<Entry> entries) {
        String account = accountKey(row);
        String start = row.field("start_date") + MIDNIGHT;
        var attributes = new Fields()
                .with("name", title + " " + row.field("account_id"))
                .with("product", product)
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

    Entry subscription(Csv.Row row) {
        String account = accountKey(row);
        String start = row.field("start_date");
        double annual = Double.parseDouble(row.field("mrr")) * MONTHS;
        return Other.of(
                start + MIDNIGHT,
                Fields.of("subscription", account + "-" + start, start + MIDNIGHT + "Z", account)
                        .with("status", "active")
                        .with("plan", row.field("plan"))
                        .number("seats", row.field("quantity"))
                        .with("value", annual)
                        .with("currency", "USD")
                        .with("renewalDate", row.field("end_date")));
    }

    static long seconds(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
    }
}
