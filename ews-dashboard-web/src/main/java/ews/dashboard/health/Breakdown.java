package ews.dashboard.health;

import ews.dashboard.health.HealthReports.Share;
import ews.dashboard.view.Delta;
import ews.dashboard.view.Figures;
import ews.domain.score.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Question 1: how accounts split into good, average and poor.
 *
 * @param comparedWith how many days ago; the changes since then are empty where nothing was known
 */
record Breakdown(List<Row> rows, String accounts, String arr, List<Integer> comparedWith) {

    /**
     * @param start where its part of a bar of 100 begins
     * @param changes of the count, one for each day that is compared with
     */
    record Row(
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

    static Breakdown of(Numbers numbers) {
        Share all = Share.sum(numbers.now().values());
        var rows = new ArrayList<Row>();
        double start = 0;
        for (Band band : Band.values()) {
            Row row = row(band, start, all, numbers);
            rows.add(row);
            start += row.width;
        }
        return new Breakdown(
                rows,
                Figures.count(all.accounts(), "account", "accounts"),
                all.arr().all(),
                List.copyOf(numbers.before().keySet()));
    }

    private static Row row(Band band, double start, Share all, Numbers numbers) {
        Share share = Objects.requireNonNull(numbers.now().get(band));
        return new Row(
                band,
                band.label(),
                Figures.whole(share.accounts()),
                Figures.percent(share.accounts(), all.accounts()),
                share.arr().all(),
                share.arr().shareOf(all.arr()),
                start,
                Numbers.percent(share.accounts(), all.accounts()),
                numbers.before().values().stream()
                        .map(then -> change(band, share, then))
                        .toList(),
                numbers.accountsWith("health", band.code()));
    }

    private static Delta change(Band band, Share now, Map<Band, Share> then) {
        if (Share.sum(then.values()).accounts() == 0) {
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
}
