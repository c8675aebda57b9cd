package ews.dashboard.view;

import ews.domain.score.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A score over some weeks as a line of 88 × 24; weeks without a score leave a gap.
 *
 * @param line the path of the line
 * @param area the path of the area under it
 * @param end where the line ends, from the top; {@code null} if the last week has no score
 * @param words what it shows, for those who cannot see it
 */
public record Sparkline(String line, String area, @Nullable String end, String words) {

    private static final double LEFT = 3;
    private static final double RIGHT = 85;
    private static final double TOP = 3;
    private static final double BOTTOM = 21;
    private static final double FLOOR = 24;
    /** Small changes must look small: a line spans at least this many tenths. */
    private static final double LEAST_SPAN = 300;

    /** @param tenths one score a week, oldest first, {@code null} where unknown */
    public static Sparkline of(List<@Nullable Integer> tenths) {
        List<Integer> known = tenths.stream().filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return new Sparkline("", "", null, "No score in these weeks");
        }
        var scale = Scale.of(known);
        var line = new StringBuilder();
        var area = new StringBuilder();
        for (List<Point> stretch : stretches(tenths, scale)) {
            line.append(path(stretch));
            area.append(path(stretch))
                    .append(text("L%.1f %.0f", stretch.getLast().x, FLOOR))
                    .append(text("L%.1f %.0fZ", stretch.getFirst().x, FLOOR));
        }
        Integer last = tenths.getLast();
        return new Sparkline(
                line.toString(), area.toString(), last == null ? null : text("%.1f", scale.y(last)), words(known));
    }

    private record Point(double x, double y) {}

    private record Scale(double low, double span) {
        static Scale of(List<Integer> known) {
            double min = known.stream().mapToInt(it -> it).min().orElseThrow();
            double max = known.stream().mapToInt(it -> it).max().orElseThrow();
            double span = Math.max(LEAST_SPAN, max - min);
            return new Scale((min + max - span) / 2, span);
        }

        double y(int tenths) {
            return BOTTOM - (tenths - low) / span * (BOTTOM - TOP);
        }
    }

    private static List<List<Point>> stretches(List<@Nullable Integer> tenths, Scale scale) {
        double step = tenths.size() < 2 ? 0 : (RIGHT - LEFT) / (tenths.size() - 1);
        var stretches = new ArrayList<List<Point>>();
        List<Point> current = new ArrayList<>();
        for (int i = 0; i < tenths.size(); i++) {
            Integer value = tenths.get(i);
            if (value != null) {
                if (current.isEmpty()) {
                    stretches.add(current);
                }
                current.add(new Point(LEFT + i * step, scale.y(value)));
            } else {
                current = new ArrayList<>();
            }
        }
        return stretches;
    }

    private static String path(List<Point> points) {
        var path = new StringBuilder();
        for (Point point : points) {
            path.append(text(path.isEmpty() ? "M%.1f %.1f" : "L%.1f %.1f", point.x, point.y));
        }
        // a single week is a dot: a line of no length with round ends
        return points.size() == 1 ? path + "h0.01" : path.toString();
    }

    private static String words(List<Integer> known) {
        return "From %s to %s in 12 weeks"
                .formatted(new Points(known.getFirst()).text(), new Points(known.getLast()).text());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
