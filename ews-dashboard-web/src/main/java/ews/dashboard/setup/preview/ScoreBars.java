package ews.dashboard.setup.preview;

import ews.dashboard.view.Figures;
import ews.detection.preview.Impact.Distribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many accounts have which score, now and as proposed, as pairs of bars in a box of 110 × 40.
 *
 * @param words what it shows, for those who cannot see it
 */
record ScoreBars(List<Bar> bars, List<Label> labels, String words) {

    private static final double HEIGHT = 40;
    private static final double GROUP = 10;
    private static final double WIDTH = 3.6;

    record Bar(String css, String x, String y, String height, String title) {}

    record Label(String at, String text) {}

    static ScoreBars of(Distribution now, Distribution proposed) {
        List<Integer> before = counts(now);
        List<Integer> after = counts(proposed);
        int most = Math.max(
                1,
                Collections.max(Stream.concat(before.stream(), after.stream()).toList()));
        var bars = new ArrayList<Bar>();
        var labels = new ArrayList<Label>();
        var words = new ArrayList<String>();
        for (int i = 0; i < before.size(); i++) {
            String name = i == 10 ? "unknown" : i == 9 ? "90 to 100" : "%d to %d".formatted(10 * i, 10 * i + 9);
            bars.add(bar("now", GROUP * i + 1, before.get(i), most, name));
            bars.add(bar("proposed", GROUP * i + 1.4 + WIDTH, after.get(i), most, name));
            labels.add(
                    new Label(number(100 * (GROUP * i + 5) / (11 * GROUP)), i == 10 ? "?" : Integer.toString(10 * i)));
            words.add("%s: %d now, %d proposed".formatted(name, before.get(i), after.get(i)));
        }
        return new ScoreBars(bars, labels, "Accounts by score. " + String.join("; ", words));
    }

    private static List<Integer> counts(Distribution distribution) {
        return Stream.concat(distribution.tens().stream(), Stream.of(distribution.unknown()))
                .toList();
    }

    private static Bar bar(String css, double x, int count, int most, String name) {
        double height = HEIGHT * count / most;
        return new Bar(
                css,
                number(x),
                number(HEIGHT - height),
                number(height),
                "%s: %s %s".formatted(name, Figures.count(count, "account", "accounts"), css));
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }
}
