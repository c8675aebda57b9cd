package ews.dashboard.health;

import ews.dashboard.view.Delta;
import ews.dashboard.view.Trend;
import ews.domain.score.Points;
import org.jspecify.annotations.Nullable;

/** Question 3: whether scores trend up or down; the changes of the mean are empty where there was none then. */
record Means(Trend trend, String now, Delta month, Delta quarter, String verdict) {

    private static final int MONTH = 28;
    private static final int QUARTER = 91;

    static Means of(Numbers numbers) {
        Double now = numbers.means().get(numbers.asOf());
        Delta quarter = since(QUARTER, now, numbers);
        return new Means(
                Trend.zoomed(numbers.means(), numbers.means().firstKey(), numbers.asOf()),
                now == null ? "–" : tenths(now).text(),
                since(MONTH, now, numbers),
                quarter,
                verdict(quarter));
    }

    private static String verdict(Delta quarter) {
        return switch (quarter.css()) {
            case "up" -> "Scores are trending up: the mean rose in the last three months.";
            case "down" -> "Scores are trending down: the mean fell in the last three months.";
            default ->
                quarter.text().equals("–")
                        ? "The trend shows after three months of scores."
                        : "Scores are steady: the mean has not moved in three months.";
        };
    }

    private static Delta since(int days, @Nullable Double now, Numbers numbers) {
        Double then = numbers.means().get(numbers.asOf().minusDays(days));
        return Delta.of(now == null || then == null ? null : tenths(now).minus(tenths(then)));
    }

    private static Points tenths(double value) {
        return new Points((int) Math.round(value * 10));
    }
}
