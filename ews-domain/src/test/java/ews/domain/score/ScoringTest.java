package ews.domain.score;

import static ews.domain.fact.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.event.FeedbackKind;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.AnAccount;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthScore.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ScoringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void gives_each_indicator_its_weight_times_how_good_it_is() {
        HealthProfile profile = profile(nps(0, 10, 60, MissingData.EXCLUDED), seats(0, 100, 40, MissingData.EXCLUDED));

        HealthScore score = Scoring.score(account().facts(), profile, TODAY);

        assertThat(score.parts()).extracting(Part::points).containsExactly(new Points(420), new Points(100));
        assertThat(score.points()).isEqualTo(new Points(520));
        assertThat(score.band()).isEqualTo(Band.AVERAGE);
        assertThat(score.knownWeight()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, -5, 0", "0, 10, 0, 0", "0, 10, 2.5, 0.25", "0, 10, 99, 1", "10, 0, 2, 0.8", "10, 0, 12, 0"})
    void is_linear_between_the_thresholds_in_either_direction(
            double poorAt, double goodAt, double value, double goodness) {
        assertThat(nps(poorAt, goodAt, 100, MissingData.EXCLUDED).goodness(value))
                .isEqualTo(goodness);
    }

    @Test
    void shares_the_weight_of_an_indicator_without_data_among_the_others() {
        HealthProfile profile = profile(
                nps(0, 10, 30, MissingData.EXCLUDED),
                seats(0, 100, 40, MissingData.EXCLUDED),
                csat(30, MissingData.EXCLUDED));

        HealthScore score = Scoring.score(account().facts(), profile, TODAY);

        assertThat(score.parts())
                .extracting(Part::weight)
                .containsExactly(new Points(429), new Points(571), Points.ZERO);
        assertThat(score.knownWeight()).isEqualTo(70);
    }

    @Test
    void gives_no_points_where_missing_data_counts_as_poor() {
        HealthProfile profile = profile(nps(0, 10, 50, MissingData.EXCLUDED), csat(50, MissingData.POOR));

        HealthScore score = Scoring.score(account().facts(), profile, TODAY);

        assertThat(score.points()).isEqualTo(new Points(350));
    }

    @Test
    void is_unknown_where_an_indicator_must_have_data_or_too_little_is_known() {
        HealthProfile must = profile(nps(0, 10, 50, MissingData.EXCLUDED), csat(50, MissingData.UNKNOWN));
        HealthProfile little = profile(nps(0, 10, 29, MissingData.EXCLUDED), csat(71, MissingData.EXCLUDED));

        for (HealthProfile profile : List.of(must, little)) {
            HealthScore score = Scoring.score(account().facts(), profile, TODAY);
            assertThat(score.band()).isEqualTo(Band.UNKNOWN);
            assertThat(score.score()).isEmpty();
            assertThat(score.parts()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void always_adds_up(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            HealthProfile profile = randomProfile(random);
            AnAccount account = anAccount(TODAY);
            if (random.nextBoolean()) {
                account.says(TODAY, FeedbackKind.NPS, random.nextInt(101) / 10.0);
            }
            if (random.nextBoolean()) {
                account.says(TODAY, FeedbackKind.CSAT, 1 + random.nextInt(41) / 10.0);
            }
            account.subscription(TODAY, SubscriptionStatus.ACTIVE, null, 1 + random.nextInt(99), null);

            HealthScore score = Scoring.score(account.facts(), profile, TODAY);

            Points weights = Points.sum(score.parts().stream().map(Part::weight).toList());
            assertThat(weights).isEqualTo(Points.of(100));
            score.score().ifPresent(points -> {
                assertThat(points).isEqualTo(sum(score));
                assertThat(points.tenths()).isBetween(0, 1000);
            });
            assertThat(score.parts())
                    .allMatch(
                            part -> !part.points().isNegative() && part.points().compareTo(part.weight()) <= 0);
        }
    }

    @Test
    void explains_a_change_whose_parts_add_up_even_across_profiles() {
        AccountFacts facts =
                account().says(TODAY.plusDays(1), FeedbackKind.NPS, 1).facts();
        HealthProfile before = profile(nps(0, 10, 60, MissingData.EXCLUDED), seats(0, 100, 40, MissingData.EXCLUDED));
        HealthProfile after = profile(nps(0, 10, 50, MissingData.EXCLUDED), csat(50, MissingData.POOR));

        ScoreChange change = ScoreChange.between(
                Scoring.score(facts, before, TODAY), Scoring.score(facts, after, TODAY.plusDays(1)));

        assertThat(change.parts()).hasSize(3);
        assertThat(Points.sum(change.parts().stream()
                        .map(ScoreChange.PartChange::change)
                        .toList()))
                .isEqualTo(change.change().orElseThrow());
        assertThat(change.story()).isEqualTo("Fell 47.0 points: customer feedback −37.0, service utilization −10.0.");
    }

    @Test
    void tells_that_nothing_moved_or_that_there_was_no_data() {
        HealthProfile profile = profile(nps(0, 10, 60, MissingData.EXCLUDED), seats(0, 100, 40, MissingData.EXCLUDED));
        HealthScore known = Scoring.score(account().facts(), profile, TODAY);
        HealthScore unknown = Scoring.score(anAccount(TODAY).facts(), profile, TODAY);

        assertThat(ScoreChange.between(known, known).story()).isEqualTo("No indicator moved.");
        assertThat(ScoreChange.between(unknown, known).story()).contains("too little data for a score before");
        assertThat(ScoreChange.between(known, unknown).story()).contains("0 of 100");
        assertThat(ScoreChange.between(known, unknown).change()).isEmpty();
    }

    @Test
    void refuses_profiles_that_make_no_sense() {
        Indicator half = nps(0, 10, 50, MissingData.EXCLUDED);
        assertThatIllegalArgumentException().isThrownBy(() -> profile(half)).withMessageContaining("add up to 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HealthProfile(List.of(half, half), 40, 40, 30))
                .withMessageContaining("above average");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nps(5, 5, 50, MissingData.EXCLUDED))
                .withMessageContaining("different");
    }

    @Test
    void survives_being_stored_as_json() {
        var json = JsonMapper.builder().build();
        HealthProfile profile = profile(
                nps(0, 10, 60, MissingData.UNKNOWN),
                new Indicator(
                        IndicatorGroup.PRODUCT_USAGE,
                        new Measurement("feature_events", 28, "report"),
                        0,
                        12.5,
                        40,
                        MissingData.POOR));

        assertThat(json.readValue(json.writeValueAsString(profile), HealthProfile.class))
                .isEqualTo(profile);
        assertThat(json.writeValueAsString(new Points(-56))).isEqualTo("-5.6");
        assertThat(json.readValue("12.3", Points.class)).isEqualTo(new Points(123));
    }

    @ParameterizedTest
    @CsvSource({"109, 10.9, +10.9, 11", "-56, −5.6, −5.6, -6", "0, 0.0, 0, 0", "-4, −0.4, −0.4, 0", "5, 0.5, +0.5, 1"})
    void reads_points_to_a_tenth(int tenths, String text, String signed, int rounded) {
        var points = new Points(tenths);

        assertThat(points.text()).isEqualTo(text);
        assertThat(points.signed()).isEqualTo(signed);
        assertThat(points.rounded()).isEqualTo(rounded);
    }

    /** Answers 7 of 10, and has 25 seats. */
    private static AnAccount account() {
        return anAccount(TODAY)
                .says(TODAY, FeedbackKind.NPS, 7)
                .subscription(TODAY, SubscriptionStatus.ACTIVE, null, 25, null);
    }

    private static Points sum(HealthScore score) {
        return Points.sum(score.parts().stream().map(Part::points).toList());
    }

    private static HealthProfile randomProfile(Random random) {
        int first = random.nextInt(1, 98);
        int second = random.nextInt(1, 99 - first);
        var indicators = new ArrayList<Indicator>();
        indicators.add(nps(0, random.nextInt(1, 10), first, MissingData.EXCLUDED));
        indicators.add(csat(second, MissingData.EXCLUDED));
        indicators.add(seats(random.nextInt(50, 100), 0, 100 - first - second, MissingData.EXCLUDED));
        return new HealthProfile(indicators, 70, 40, 1);
    }

    private static HealthProfile profile(Indicator... indicators) {
        return new HealthProfile(List.of(indicators), 70, 40, 30);
    }

    private static Indicator nps(double poorAt, double goodAt, int weight, MissingData missing) {
        return new Indicator(
                IndicatorGroup.CUSTOMER_FEEDBACK, new Measurement("nps", 1), poorAt, goodAt, weight, missing);
    }

    private static Indicator csat(int weight, MissingData missing) {
        return new Indicator(IndicatorGroup.SUPPORT_AND_OPERATIONS, new Measurement("csat", 90), 1, 5, weight, missing);
    }

    private static Indicator seats(double poorAt, double goodAt, int weight, MissingData missing) {
        return new Indicator(
                IndicatorGroup.SERVICE_UTILIZATION, new Measurement("seats", 1), poorAt, goodAt, weight, missing);
    }
}
