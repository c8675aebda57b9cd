package ews.loader;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A synthetic SaaS company in five tables, dirty: repeated ids, usage before the subscription began, tickets before the
 * account signed up. Rows are told as they are, so that the receipts show what is wrong with them. Days are
 * day-month-year, without a zone: UTC.
 */
record Ravenstack(Path folder) implements DataSet {

    private static final Pattern DAY = Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d{4})(?: (\\d\\d:\\d\\d))?");

    private record Told(long at, Map<String, Object> json) implements Entry {

        static Told of(String type, String id, String time, String account, Fields fields) {
            String iso = iso(time);
            var all = Fields.of(type, id, iso, account);
            fields.map().forEach(all::with);
            return new Told(seconds(iso), all.map());
        }
    }

    @Override
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var accountOf = new HashMap<String, String>();
        Csv.read(folder.resolve("ravenstack_accounts.csv"), row -> entries.add(account(row)));
        Csv.read(folder.resolve("ravenstack_subscriptions.csv"), row -> {
            accountOf.put(row.field("subscription_id"), row.field("account_id"));
            entries.add(subscription(row));
        });
        Csv.read(
                folder.resolve("ravenstack_feature_usage.csv"),
                row -> entries.add(usage(row, accountOf.getOrDefault(row.field("subscription_id"), ""))));
        Csv.read(folder.resolve("ravenstack_supports_ticket.csv"), row -> ticket(row, entries));
        Csv.read(folder.resolve("ravenstack_churn_events.csv"), row -> entries.add(churn(row)));
        entries.sort(Comparator.comparingLong(Entry::at));
        return entries;
    }

    private static Entry account(Csv.Row row) {
        var attributes = new Fields()
                .with("name", row.field("account_name"))
                .with("product", "RavenStack")
                .with("industry", row.field("industry"))
                .with("country", row.field("country"))
                .with("plan", row.field("plan_tier"))
                .with("referral", row.field("referral_source"));
        String id = row.field("account_id");
        return Told.of("account", id, row.field("signup_date"), id, new Fields().with("attributes", attributes.map()));
    }

    private static Entry subscription(Csv.Row row) {
        return Told.of(
                "subscription",
                row.field("subscription_id"),
                row.field("start_date"),
                row.field("account_id"),
                new Fields()
                        .with("status", row.isTrue("is_trial") ? "trial" : "active")
                        .with("plan", row.field("plan_tier"))
                        .number("seats", row.field("seats"))
                        .number("value", row.field("arr_amount"))
                        .with("currency", "USD"));
    }

    private static Entry usage(Csv.Row row, String account) {
        var properties = new Fields()
                .number("durationSeconds", row.field("usage_duration_secs"))
                .number("errors", row.field("error_count"))
                .with("subscription", row.field("subscription_id"));
        return Told.of(
                "usage",
                row.field("usage_id"),
                row.field("usage_date"),
                account,
                new Fields()
                        .with("name", row.field("feature_name"))
                        .number("quantity", row.field("usage_count"))
                        .with("properties", properties.map()));
    }

    private static void ticket(Csv.Row row, List<Entry> entries) {
        String ticket = row.field("ticket_id");
        String account = row.field("account_id");
        String priority = row.field("priority").equals("medium") ? "normal" : row.field("priority");
        entries.add(Told.of(
                "support",
                ticket + "-open",
                row.field("submitted_at"),
                account,
                new Fields()
                        .with("ticket", ticket)
                        .with("status", "open")
                        .with("priority", priority)
                        .with("slaBreached", row.isTrue("escalation_flag"))));
        if (!row.field("closed_at").isEmpty()) {
            entries.add(Told.of(
                    "support",
                    ticket + "-solved",
                    row.field("closed_at"),
                    account,
                    new Fields().with("ticket", ticket).with("status", "solved")));
        }
        if (!row.field("satisfaction_score").isEmpty()) {
            entries.add(Told.of(
                    "feedback",
                    ticket + "-csat",
                    row.field("closed_at"),
                    account,
                    new Fields().with("kind", "csat").number("score", row.field("satisfaction_score"))));
        }
    }

    private static Entry churn(Csv.Row row) {
        return Told.of(
                "subscription",
                row.field("churn_event_id"),
                row.field("churn_date"),
                row.field("account_id"),
                new Fields().with("status", "cancelled"));
    }

    /** What is no day stays as it is. */
    static String iso(String time) {
        var matcher = DAY.matcher(time.strip());
        if (!matcher.matches()) {
            return time;
        }
        String hour = matcher.group(4) == null ? "00:00" : matcher.group(4);
        return "%s-%s-%sT%s:00Z".formatted(matcher.group(3), matcher.group(2), matcher.group(1), hour);
    }

    private static long seconds(String iso) {
        try {
            return LocalDateTime.parse(iso.replace("Z", "")).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Long.MIN_VALUE;
        }
    }
}
