package ews.dashboard.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values over days as a line. The line is drawn in a box of 1000 × 100 that stretches with the page; what must not
 * stretch (labels and markers) is placed in percent of the width, and in percent of the height from the top.
 *
 * @param words what it shows, for those who cannot see it
 */
public record Trend(
        String line, String area, List<Label> below, List<Label> beside, List<Marker> markers, String words) {

    /** A text at a place of an axis: percent from the left, or from the top. */
    public record Label(String at, String text) {}

    /** Something that happened: where it is marked, its kind (for its look), when and what. */
    public record Marker(String at, String kind, String day, String text) {}

    /** What happened, before it is placed. */
    public record Happening(LocalDate day, String kind, String text) {}

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 100;
    private static final int MONTH_LABELS = 6;

    /**
     * @param values by day; days without a value interrupt the line
     * @param low what the bottom stands for
     * @param high what the top stands for
     */
    public static Trend of(
            SortedMap<LocalDate, @Nullable Double> values,
            LocalDate first,
            LocalDate last,
            double low,
            double high,
            List<Happening> happenings) {
        var plot = new Plot(first, last, low, high);
        var line = new StringBuilder();
        var area = new StringBuilder();
        for (List<double[]> stretch : plot.stretches(values)) {
            String path = path(stretch);
            line.append(path);
            area.append(path)
                    .append(text("L%.1f %dL%.1f %dZ", stretch.getLast()[0], HEIGHT, stretch.getFirst()[0], HEIGHT));
        }
        return new Trend(
                line.toString(),
                area.toString(),
                months(plot),
                scale(plot),
                happenings.stream()
                        .filter(it -> !it.day.isBefore(first) && !it.day.isAfter(last))
                        .map(it -> new Marker(percent(plot.x(it.day) / 10), it.kind, When.day(it.day), it.text))
                        .toList(),
                words(values));
    }

    /** A range that holds all values with some room, in tens, so that small movements are seen. */
    public static Trend zoomed(SortedMap<LocalDate, @Nullable Double> values, LocalDate first, LocalDate last) {
        var known = values.values().stream()
                .filter(Objects::nonNull)
                .mapToDouble(it -> it)
                .summaryStatistics();
        double low = known.getCount() == 0 ? 0 : Math.max(0, Math.floor(known.getMin() / 10) * 10 - 10);
        double high = known.getCount() == 0 ? 100 : Math.min(100, Math.ceil(known.getMax() / 10) * 10 + 10);
        return of(values, first, last, low, high, List.of());
    }

    private record Plot(LocalDate first, LocalDate last, double low, double high) {

        double x(LocalDate day) {
            double length = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return WIDTH * ChronoUnit.DAYS.between(first, day) / length;
        }

        double y(double value) {
            return HEIGHT * (1 - (Math.clamp(value, low, high) - low) / (high - low));
        }

        List<List<double[]>> stretches(SortedMap<LocalDate, @Nullable Double> values) {
            var stretches = new ArrayList<List<double[]>>();
            List<double[]> current = new ArrayList<>();
            for (Map.Entry<LocalDate, @Nullable Double> entry : values.entrySet()) {
                Double value = entry.getValue();
                if (value == null) {
                    current = new ArrayList<>();
                    continue;
                }
                if (current.isEmpty()) {
                    stretches.add(current);
                }
                current.add(new double[] {x(entry.getKey()), y(value)});
            }
            return stretches;
        }
    }

    private static String path(List<double[]> points) {
        var path = new StringBuilder();
        for (double[] point : points) {
            path.append(text(path.isEmpty() ? "M%.1f %.1f" : "L%.1f %.1f", point[0], point[1]));
        }
        return points.size() == 1 ? path + "h0.01" : path.toString();
    }

    private static List<Label> months(Plot plot) {
        long months = Math.max(1, ChronoUnit.MONTHS.between(plot.first, plot.last));
        long step = Math.max(1, Math.round((double) months / MONTH_LABELS));
        var labels = new ArrayList<Label>();
        LocalDate month = plot.first.withDayOfMonth(1).plusMonths(1);
        // the last weeks get no label, which would not fit
        while (plot.x(month) < 0.95 * WIDTH) {
            labels.add(new Label(percent(plot.x(month) / 10), String.format(Locale.ENGLISH, "%tb", month)));
            month = month.plusMonths(step);
        }
        return labels;
    }

    private static List<Label> scale(Plot plot) {
        double middle = (plot.low + plot.high) / 2;
        return List.of(
                new Label(percent(0), number(plot.high)),
                new Label(percent(50), number(middle)),
                new Label(percent(100), number(plot.low)));
    }

    /** As many decimals as it takes, up to two. */
    private static String number(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    private static String words(SortedMap<LocalDate, @Nullable Double> values) {
        var known = new TreeMap<LocalDate, Double>();
        values.forEach((day, value) -> {
            if (value != null) {
                known.put(day, value);
            }
        });
        if (known.isEmpty()) {
            return "No values in this time";
        }
        return text(
                "From %.1f on %s to %.1f on %s",
                known.firstEntry().getValue(),
                When.day(known.firstKey()),
                known.lastEntry().getValue(),
                When.day(known.lastKey()));
    }

    private static String percent(double value) {
        return text("%.2f%%", value);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
