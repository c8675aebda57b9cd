package ews.loader;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many usage events one account had on each day, read from the files of a data set without posting anything: from
 * the first day with an event up to the day before it cancelled, or the day before the data set's last one, which may not
 * be whole.
 *
 * @param account its number in the data set
 * @param events by day, oldest first
 */
public record DailyUsage(int account, LocalDate first, List<Integer> events) {

    public DailyUsage {
        events = List.copyOf(events);
    }

    /**
     * Every account that had an event, by its number.
     *
     * @param name {@code socialnet7} or {@code crm5}
     * @param folder of the data set
     * @throws IllegalArgumentException if there is no such data set of daily usage
     */
    public static List<DailyUsage> read(String name, Path folder) {
        var counts = new TreeMap<Integer, TreeMap<LocalDate, Integer>>();
        switch (name) {
            case "socialnet7" -> Csv.read(folder.resolve("events.csv.gz"), row -> add(counts, row, "event_time", 1));
            case "crm5" ->
                Csv.read(
                        folder.resolve("daily_usage.csv.gz"),
                        row -> add(counts, row, "date", Integer.parseInt(row.field("count"))));
            default ->
                throw new IllegalArgumentException(
                        "There is no daily usage in a data set '" + name + "'; there is in socialnet7 and crm5");
        }
        LocalDate last = counts.values().stream()
                .map(TreeMap::lastKey)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        Map<Integer, LocalDate> cancelled = cancellations(folder);
        var all = new ArrayList<DailyUsage>();
        counts.forEach((account, days) -> {
            LocalDate end = cancelled.getOrDefault(account, last);
            if (end.isAfter(days.firstKey())) {
                all.add(new DailyUsage(account, days.firstKey(), between(days, end.isAfter(last) ? last : end)));
            }
        });
        return all;
    }

    private static void add(TreeMap<Integer, TreeMap<LocalDate, Integer>> counts, Csv.Row row, String time, int count) {
        LocalDate day = LocalDate.parse(row.field(time).substring(0, "2020-01-31".length()));
        counts.computeIfAbsent(Integer.parseInt(row.field("account_id")), _ -> new TreeMap<>())
                .merge(day, count, Integer::sum);
    }

    private static Map<Integer, LocalDate> cancellations(Path folder) {
        var cancelled = new HashMap<Integer, LocalDate>();
        Csv.read(folder.resolve("accounts.csv"), row -> {
            if (row.isTrue("churned")) {
                cancelled.put(Integer.parseInt(row.field("account_id")), LocalDate.parse(row.field("churn_date")));
            }
        });
        return cancelled;
    }

    private static List<Integer> between(TreeMap<LocalDate, Integer> days, LocalDate end) {
        var events =
                new Integer[Math.toIntExact(end.toEpochDay() - days.firstKey().toEpochDay())];
        Arrays.fill(events, 0);
        days.headMap(end)
                .forEach((day, count) -> events[
                        Math.toIntExact(day.toEpochDay() - days.firstKey().toEpochDay())] = count);
        return List.of(events);
    }
}
