package ews.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void spansTheBoxAndLeavesAGapWhereThereIsNoValue() {
        var values = new TreeMap<LocalDate, @Nullable Double>();
        values.put(FIRST, 0.0);
        values.put(FIRST.plusDays(2), 50.0);
        values.put(FIRST.plusDays(5), null);
        values.put(FIRST.plusDays(10), 100.0);

        Trend trend = Trend.of(values, FIRST, FIRST.plusDays(10), 0, 100, List.of());

        assertThat(trend.line()).isEqualTo("M0.0 100.0L200.0 50.0M1000.0 0.0h0.01");
        assertThat(trend.words()).isEqualTo("From 0.0 on 1 Jan 2026 to 100.0 on 11 Jan 2026");
    }

    @Test
    void marksWhatHappenedInItsTime() {
        Trend trend = Trend.of(
                new TreeMap<>(),
                FIRST,
                FIRST.plusDays(10),
                0,
                100,
                List.of(
                        new Trend.Happening(FIRST.plusDays(5), "alert-risk", "It fell"),
                        new Trend.Happening(FIRST.plusDays(11), "contract", "Too late")));

        assertThat(trend.markers()).containsExactly(new Trend.Marker("50.00%", "alert-risk", "6 Jan 2026", "It fell"));
    }

    @Test
    void zoomsInToTheTensAroundTheValues() {
        var values = new TreeMap<LocalDate, @Nullable Double>();
        values.put(FIRST, 64.0);
        values.put(FIRST.plusDays(7), 71.0);

        assertThat(Trend.zoomed(values, FIRST, FIRST.plusDays(7)).beside())
                .extracting(Trend.Label::text)
                .containsExactly("90", "70", "50");
    }

    @Test
    void saysExactlyWhatTheMiddleStandsFor() {
        assertThat(Trend.of(new TreeMap<>(), FIRST, FIRST.plusDays(7), 0, 3, List.of())
                        .beside())
                .extracting(Trend.Label::text)
                .containsExactly("3", "1.5", "0");
    }

    @Test
    void aSparklineShowsSmallChangesSmall() {
        Sparkline small = Sparkline.of(List.of(500, 510));
        Sparkline large = Sparkline.of(List.of(200, 800));

        assertThat(small.line()).isEqualTo("M3.0 12.3L85.0 11.7");
        assertThat(large.line()).isEqualTo("M3.0 21.0L85.0 3.0");
        assertThat(large.end()).isEqualTo("3.0");
    }

    @Test
    void aSparklineEndsNowhereWithoutALastScore() {
        Sparkline sparkline = Sparkline.of(Arrays.asList(500, null));

        assertThat(sparkline.end()).isNull();
        assertThat(Sparkline.of(Arrays.asList(null, null)).words()).isEqualTo("No score in these weeks");
    }

    @Test
    void addressesOfNeighboursKeepTheFilterAndEncodeIt() {
        Address address = new Address("/accounts", Map.of("q", "A & B", "csm", "all"));

        assertThat(address).hasToString("/accounts?csm=all&q=A%20%26%20B");
        assertThat(Paging.of(2, 120, 50, address))
                .isEqualTo(
                        new Paging(2, 3, "/accounts?csm=all&q=A%20%26%20B", "/accounts?csm=all&page=3&q=A%20%26%20B"));
    }
}
