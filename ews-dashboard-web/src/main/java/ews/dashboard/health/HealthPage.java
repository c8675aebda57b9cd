package ews.dashboard.health;

import ews.dashboard.health.HealthReports.Load;
import ews.dashboard.health.HealthReports.Part;
import ews.dashboard.health.HealthReports.Share;
import ews.dashboard.view.Address;
import ews.dashboard.view.Arr;
import ews.dashboard.view.Delta;
import ews.dashboard.view.Figures;
import ews.dashboard.view.Trend;
import ews.dashboard.view.When;
import ews.domain.score.Band;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The five questions, answered as of a day.
 *
 * @param past whether the day is not today; lists of accounts only know today, so nothing is drilled down into then
 */
record HealthPage(
        LocalDate asOf,
        boolean past,
        Breakdown breakdown,
        Cancellations cancellations,
        Means means,
        List<Dimension> dimensions,
        List<CsmRow> csms) {

    /** Question 1; the changes against 30 and 90 days ago, empty where nothing was known then. */
    record Breakdown(List<BandRow> rows, String accounts, String arr, List<Integer> comparedWith) {}

    /**
     * @param start where its part of a bar of 100 begins
     * @param changes of the count, one for each day that is compared with
     */
    record BandRow(
            Band band,
            String label,
            String accounts,
            String share,
            String arr,
            String arrShare,
            double start,
            double width,
            List<Delta> changes,
            @Nullable String href) {}

    /** Question 2, with the sum of the last three months against the three before. */
    record Cancellations(List<MonthRow> months, String recent, String before, Delta change) {}

    record MonthRow(
            String month,
            long accounts,
            String arr,
            double width,
            @Nullable String href) {}

    /** Question 3; the changes of the mean since then, empty where there was none. */
    record Means(Trend trend, String now, Delta month, Delta quarter, String verdict) {}

    /** Question 4: one way to split the accounts up. */
    record Dimension(String label, List<PartRow> rows) {}

    record PartRow(
            String name,
            String accounts,
            String arr,
            String poor,
            String poorShare,
            String poorArr,
            double width,
            String mean,
            @Nullable String href) {}

    /** Question 5. */
    record CsmRow(
            String name,
            String accounts,
            String arr,
            String poor,
            String poorArr,
            double width,
            String openTasks,
            String overdueTasks,
            boolean overdue,
            @Nullable String href,
            @Nullable String tasksHref) {}

    /** What the answers are made of. */
    record Numbers(
            LocalDate asOf,
            boolean past,
            Map<Band, Share> now,
            SortedMap<Integer, Map<Band, Share>> before,
            SortedMap<YearMonth, Share> cancellations,
            SortedMap<LocalDate, @Nullable Double> means,
            List<Part> parts,
            List<Load> load) {}

    static HealthPage of(Numbers numbers) {
        return new HealthPage(
                numbers.asOf,
                numbers.past,
                breakdown(numbers),
                cancellations(numbers),
                means(numbers),
                dimensions(numbers),
                csms(numbers));
    }

    private static Breakdown breakdown(Numbers numbers) {
        Share all = sum(numbers.now);
        var rows = new ArrayList<BandRow>();
        double start = 0;
        for (Band band : Band.values()) {
            Share share = Objects.requireNonNull(numbers.now.get(band));
            double width = percent(share.accounts(), all.accounts());
            rows.add(new BandRow(
                    band,
                    band.label(),
                    Figures.whole(share.accounts()),
                    Figures.percent(share.accounts(), all.accounts()),
                    share.arr().all(),
                    share.arr().shareOf(all.arr()),
                    start,
                    width,
                    numbers.before.values().stream()
                            .map(then -> change(band, share, then))
                            .toList(),
                    accounts(numbers, "health", band.code())));
            start += width;
        }
        return new Breakdown(
                rows,
                Figures.count(all.accounts(), "account", "accounts"),
                all.arr().all(),
                List.copyOf(numbers.before.keySet()));
    }

    private static Delta change(Band band, Share now, Map<Band, Share> then) {
        if (sum(then).accounts() == 0) {
            return new Delta("flat", "–");
        }
        long change = now.accounts() - Objects.requireNonNull(then.get(band)).accounts();
        return switch (band) {
            case GOOD -> Delta.ofCount(change, false);
            case POOR -> Delta.ofCount(change, true);
            case AVERAGE, UNKNOWN ->
                new Delta("flat", Delta.ofCount(change, false).text());
        };
    }

    private static Cancellations cancellations(Numbers numbers) {
        long most = numbers.cancellations.values().stream()
                .mapToLong(Share::accounts)
                .max()
                .orElse(0);
        var rows = new ArrayList<MonthRow>();
        numbers.cancellations.forEach((month, share) -> rows.add(new MonthRow(
                When.month(month),
                share.accounts(),
                share.arr().all(),
                percent(share.accounts(), most),
                accounts(numbers, "cancelled", month.toString()))));
        List<Share> months = List.copyOf(numbers.cancellations.values());
        Share recent = sum(months.subList(months.size() - 3, months.size()));
        Share before = sum(months.subList(months.size() - 6, months.size() - 3));
        return new Cancellations(
                rows, told(recent), told(before), Delta.ofCount(recent.accounts() - before.accounts(), true));
    }

    private static String told(Share share) {
        return Figures.count(share.accounts(), "account", "accounts")
                + (share.arr().currency().isEmpty() ? "" : ", " + share.arr().all() + " ARR");
    }

    private static Means means(Numbers numbers) {
        LocalDate first = numbers.means.firstKey();
        Double now = numbers.means.get(numbers.asOf);
        Delta month = since(numbers, now, 28);
        Delta quarter = since(numbers, now, 91);
        String verdict = switch (quarter.css()) {
            case "up" -> "Scores are trending up: the mean rose in the last three months.";
            case "down" -> "Scores are trending down: the mean fell in the last three months.";
            default ->
                quarter.text().equals("–")
                        ? "The trend shows after three months of scores."
                        : "Scores are steady: the mean has not moved in three months.";
        };
        return new Means(
                Trend.zoomed(numbers.means, first, numbers.asOf),
                now == null ? "–" : tenths(now).text(),
                month,
                quarter,
                verdict);
    }

    private static Delta since(Numbers numbers, @Nullable Double now, int days) {
        Double then = numbers.means.get(numbers.asOf.minusDays(days));
        return Delta.of(now == null || then == null ? null : tenths(now).minus(tenths(then)));
    }

    private static List<Dimension> dimensions(Numbers numbers) {
        var rows = new TreeMap<String, List<Part>>();
        numbers.parts.forEach(part ->
                rows.computeIfAbsent(part.dimension(), _ -> new ArrayList<>()).add(part));
        return List.of(
                dimension("Plan", "plan", rows, numbers),
                dimension("Stage", "stage", rows, numbers),
                dimension("Segment", "segment", rows, numbers),
                dimension("Product", "product", rows, numbers));
    }

    private static Dimension dimension(String label, String key, Map<String, List<Part>> parts, Numbers numbers) {
        return new Dimension(
                label,
                parts.getOrDefault(key, List.of()).stream()
                        .sorted(Comparator.comparingDouble((Part part) -> -percent(
                                        part.poor().accounts(), part.all().accounts()))
                                .thenComparing(Part::name))
                        .map(part -> row(part, numbers))
                        .toList());
    }

    private static PartRow row(Part part, Numbers numbers) {
        return new PartRow(
                part.name().isEmpty() ? "not reported" : part.name(),
                Figures.whole(part.all().accounts()),
                part.all().arr().all(),
                Figures.whole(part.poor().accounts()),
                Figures.percent(part.poor().accounts(), part.all().accounts()),
                part.poor().arr().all(),
                percent(part.poor().accounts(), part.all().accounts()),
                part.meanTenths() == null ? "–" : new Points(part.meanTenths()).text(),
                part.key().isEmpty() ? null : accounts(numbers, part.dimension(), part.key()));
    }

    private static List<CsmRow> csms(Numbers numbers) {
        long most = numbers.load.stream()
                .mapToLong(load -> load.poor().accounts())
                .max()
                .orElse(0);
        return numbers.load.stream()
                .map(load -> new CsmRow(
                        load.name(),
                        Figures.whole(load.all().accounts()),
                        load.all().arr().all(),
                        Figures.whole(load.poor().accounts()),
                        load.poor().arr().all(),
                        percent(load.poor().accounts(), most),
                        Figures.whole(load.openTasks()),
                        Figures.whole(load.overdueTasks()),
                        load.overdueTasks() > 0,
                        numbers.past
                                ? null
                                : new Address(
                                                "/accounts",
                                                Map.of(
                                                        "csm",
                                                        load.csm() == null
                                                                ? "none"
                                                                : load.csm().toString()))
                                        .toString(),
                        numbers.past || load.csm() == null
                                ? null
                                : new Address(
                                                "/tasks",
                                                Map.of("member", load.csm().toString()))
                                        .toString()))
                .toList();
    }

    private static @Nullable String accounts(Numbers numbers, String name, String value) {
        return numbers.past ? null : new Address("/accounts", Map.of("csm", "all", name, value)).toString();
    }

    private static Share sum(Map<Band, Share> bands) {
        return sum(bands.values());
    }

    private static Share sum(Collection<Share> shares) {
        return shares.stream().reduce(new Share(0, Arr.of(Map.of())), Share::plus);
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
    }

    private static Points tenths(double value) {
        return new Points((int) Math.round(value * 10));
    }
}
