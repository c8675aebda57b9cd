package ews.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.scoring.AccountHealth;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.score.Points;
import ews.domain.score.ScoreChange;
import ews.domain.segment.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoreViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Indicator USAGE = new Indicator(
            IndicatorGroup.PRODUCT_USAGE, new Measurement("active_users", 28), 50, 200, 60, MissingData.POOR);
    private static final Indicator SUPPORT = new Indicator(
            IndicatorGroup.SUPPORT_AND_OPERATIONS,
            new Measurement("days_since_usage", 1),
            30,
            1,
            40,
            MissingData.EXCLUDED);
    private static final HealthProfile PROFILE = new HealthProfile(List.of(USAGE, SUPPORT), 70, 40, 50);
    private static final Segment SEGMENT = new Segment(1, "smb", "SMB", List.of());

    private static HealthScore score(int usageTenths, double users) {
        return new HealthScore(
                DAY,
                PROFILE.bandOf(new Points(usageTenths + 103), null),
                new Points(usageTenths + 103),
                List.of(
                        new Part(USAGE, OptionalDouble.of(users), Points.of(60), new Points(usageTenths)),
                        new Part(SUPPORT, OptionalDouble.of(22), Points.of(40), new Points(103))),
                100);
    }

    private static ScoreView view(HealthScore before, HealthScore now) {
        ScoreChange change = ScoreChange.between(before, now);
        return ScoreView.of(
                new AccountHealth(now, SEGMENT, 3, change, change, change),
                PROFILE,
                now.asOf().minusDays(1),
                Staleness.Stale.NOTHING);
    }

    @Test
    void thePointsShownAddUpToTheScoreShown() {
        ScoreView view = view(score(188, 97), score(132, 83));

        BigDecimal sum = view.parts().stream()
                .map(part -> new BigDecimal(part.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo(new BigDecimal(view.badge().score())).isEqualTo(new BigDecimal("23.5"));
        assertThat(view.sum()).isEqualTo("13.2 + 10.3 = 23.5");
    }

    @Test
    void saysWhatWasMeasuredWhatItWasAndWhatItMeans() {
        ScoreView.Part usage = view(score(188, 97), score(132, 83)).parts().getFirst();

        assertThat(usage.measured()).isEqualTo("Active users, 28 days");
        assertThat(usage.value()).isEqualTo("83 users");
        assertThat(usage.was()).isEqualTo("was 97 users");
        assertThat(usage.thresholds()).isEqualTo("200 users is fully good, 50 users fully poor");
        assertThat(usage.change().text()).isEqualTo("−5.6");
        assertThat(usage.weight()).isEqualTo("60");
        assertThat(usage.css()).isEqualTo("poor");
    }

    @Test
    void tellsTheStoryOfTheWeek() {
        assertThat(view(score(188, 97), score(132, 83)).week().story())
                .isEqualTo("Fell 5.6 points: product usage −5.6.");
    }

    @Test
    void saysWhyThereIsNoScore() {
        var unknown = new HealthScore(
                DAY,
                Band.UNKNOWN,
                null,
                List.of(
                        new Part(USAGE, OptionalDouble.empty(), Points.of(100), Points.ZERO),
                        new Part(SUPPORT, OptionalDouble.empty(), Points.ZERO, Points.ZERO)),
                0);

        ScoreView view = view(unknown, unknown);

        assertThat(view.badge().score()).isEmpty();
        assertThat(view.sum()).isEqualTo("Only 0 of 100 points of weight have data, too few for a score");
        assertThat(view.parts()).extracting(ScoreView.Part::value).containsExactly("no data", "no data");
        assertThat(view.parts().getFirst().change().text()).isEqualTo("–");
    }

    @Test
    void withoutAScoreAPartShowsItsOwnWeightAndOneWithoutDataShowsNothing() {
        var unknown = new HealthScore(
                DAY,
                Band.UNKNOWN,
                null,
                List.of(
                        new Part(USAGE, OptionalDouble.empty(), Points.ZERO, Points.ZERO),
                        new Part(SUPPORT, OptionalDouble.of(1), Points.of(100), Points.of(100))),
                40);

        List<ScoreView.Part> parts = view(unknown, unknown).parts();

        assertThat(parts).extracting(ScoreView.Part::points).containsExactly("–", "40.0");
        assertThat(parts).extracting(ScoreView.Part::weight).containsExactly("", "40");
    }

    @Test
    void aPartThatIsLeftOutOfAScoreCountsNothingAndOneThatCountsAsPoorStaysInTheSum() {
        var score = new HealthScore(
                DAY,
                Band.POOR,
                Points.ZERO,
                List.of(
                        new Part(USAGE, OptionalDouble.empty(), Points.of(100), Points.ZERO),
                        new Part(SUPPORT, OptionalDouble.empty(), Points.ZERO, Points.ZERO)),
                0);

        ScoreView view = view(score, score);

        assertThat(view.parts())
                .extracting(ScoreView.Part::value)
                .containsExactly("no data: counts as fully poor", "no data: left out, the others share its weight");
        assertThat(view.parts()).extracting(ScoreView.Part::points).containsExactly("0.0", "–");
        assertThat(view.sum()).isEqualTo("0.0 = 0.0");
    }
}
