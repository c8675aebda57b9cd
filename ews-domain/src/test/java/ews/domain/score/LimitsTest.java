package ews.domain.score;

import static ews.domain.fact.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Measurement;
import ews.domain.metric.Peers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweet spots of indicators, limits and margins of profiles. */
class LimitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Limit SIXTY_DAYS_OVERDUE =
            new Limit(new Measurement("days_overdue", 1), true, 60, Limit.Kind.CAP, Band.AVERAGE);
    private static final Limit HUNDRED_DAYS_OVERDUE =
            new Limit(new Measurement("days_overdue", 1), true, 100, Limit.Kind.CAP, Band.POOR);
    private static final Limit FIRST_MONTH =
            new Limit(new Measurement("tenure", 1), false, 30, Limit.Kind.FLOOR, Band.AVERAGE);

    @Test
    void caps_the_score_of_an_account_that_owes_for_long_and_says_by_how_much() {
        HealthScore score = Scoring.score(answering(10, 60), profile(SIXTY_DAYS_OVERDUE), TODAY);

        assertThat(score.points()).isEqualTo(new Points(699));
        assertThat(score.band()).isEqualTo(Band.AVERAGE);
        assertThat(score.adjustment()).isEqualTo(new Adjustment(SIXTY_DAYS_OVERDUE, new Points(-301)));
        assertThat(SIXTY_DAYS_OVERDUE.text()).isEqualTo("Days overdue at least 60 days: at most average");
    }

    @Test
    void leaves_scores_alone_that_are_within_the_limit_already_or_to_which_it_does_not_apply() {
        assertThat(Scoring.score(answering(10, 59), profile(SIXTY_DAYS_OVERDUE), TODAY)
                        .adjustment())
                .isNull();
        assertThat(Scoring.score(answering(5, 60), profile(SIXTY_DAYS_OVERDUE), TODAY)
                        .adjustment())
                .isNull();
    }

    @Test
    void applies_the_lowest_cap_whatever_the_order() {
        AccountFacts facts = answering(10, 120);

        for (List<Limit> limits : List.of(
                List.of(SIXTY_DAYS_OVERDUE, HUNDRED_DAYS_OVERDUE), List.of(HUNDRED_DAYS_OVERDUE, SIXTY_DAYS_OVERDUE))) {
            HealthScore score = Scoring.score(facts, profile(limits.toArray(Limit[]::new)), TODAY);
            assertThat(score.points()).isEqualTo(new Points(399));
            assertThat(score.adjustment()).isEqualTo(new Adjustment(HUNDRED_DAYS_OVERDUE, new Points(-601)));
        }
    }

    @Test
    void lifts_a_score_to_a_floor_but_a_cap_has_the_last_word() {
        AccountFacts young =
                anAccount(TODAY.minusDays(10)).says(TODAY, FeedbackKind.NPS, 1).facts();
        assertThat(Scoring.score(young, profile(FIRST_MONTH), TODAY).points()).isEqualTo(new Points(400));

        AccountFacts owing = anAccount(TODAY.minusDays(10))
                .says(TODAY, FeedbackKind.NPS, 1)
                .invoice(TODAY.minusDays(10), "I-1", InvoiceStatus.ISSUED, TODAY.minusDays(150))
                .facts();
        HealthScore score = Scoring.score(owing, profile(FIRST_MONTH, HUNDRED_DAYS_OVERDUE), TODAY);
        assertThat(score.points()).isEqualTo(new Points(399));
        assertThat(score.adjustment()).isEqualTo(new Adjustment(HUNDRED_DAYS_OVERDUE, new Points(299)));
    }

    @Test
    void tells_in_the_story_of_a_change_what_a_limit_took() {
        HealthProfile profile = profile(SIXTY_DAYS_OVERDUE);
        HealthScore before = Scoring.score(answering(10, 59), profile, TODAY);
        HealthScore after = Scoring.score(answering(10, 60), profile, TODAY);

        ScoreChange change = ScoreChange.between(before, after);

        assertThat(change.story()).isEqualTo("Fell 30.1 points: limits −30.1.");
        assertThat(change.limits()).isEqualTo(new Points(-301));
    }

    @ParameterizedTest
    @CsvSource({
        "70, ,GOOD",
        "69, ,AVERAGE",
        "69, GOOD, GOOD",
        "67, GOOD, GOOD",
        "66, GOOD, AVERAGE",
        "69, AVERAGE, AVERAGE",
        "70, AVERAGE, GOOD",
        "38, AVERAGE, AVERAGE",
        "36, AVERAGE, POOR",
        "38, POOR, POOR",
        "38, GOOD, POOR",
        "69, UNKNOWN, AVERAGE"
    })
    void leaves_a_band_only_when_the_score_is_clearly_below_it(int score, @Nullable Band before, Band band) {
        var profile = new HealthProfile(indicators(), List.of(), 70, 40, 3, 30);

        assertThat(profile.bandOf(Points.of(score), before)).isEqualTo(band);
    }

    @Test
    void gives_an_account_that_a_limit_caps_the_band_that_the_limit_says() {
        var profile = new HealthProfile(indicators(), List.of(SIXTY_DAYS_OVERDUE), 70, 40, 3, 30);

        HealthScore score = Scoring.score(Readings.of(answering(10, 60), TODAY), profile, TODAY, Peers.NONE, Band.GOOD);

        assertThat(score.band()).isEqualTo(Band.AVERAGE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 1", "7, 1", "8, 0.5", "9, 0", "20, 0"})
    void rewards_the_sweet_spot_only(double value, double goodness) {
        assertThat(indicator(0, 5, new SweetSpot(7, 9)).goodness(value)).isEqualTo(goodness);
        assertThat(indicator(20, 15, new SweetSpot(13, 11)).goodness(20 - value))
                .isEqualTo(goodness);
    }

    @Test
    void refuses_what_cannot_be_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator(0, 5, new SweetSpot(4, 9)))
                .withMessageContaining("good until");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator(0, 5, new SweetSpot(6, 6)))
                .withMessageContaining("poor again");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limit(new Measurement("tenure", 1), true, 1, Limit.Kind.CAP, Band.GOOD))
                .withMessageContaining("limits nothing");
    }

    private static AccountFacts answering(int nps, int daysOverdue) {
        return anAccount(TODAY.minusDays(400))
                .says(TODAY, FeedbackKind.NPS, nps)
                .invoice(TODAY.minusDays(200), "I-1", InvoiceStatus.ISSUED, TODAY.minusDays(daysOverdue))
                .facts();
    }

    private static HealthProfile profile(Limit... limits) {
        return new HealthProfile(indicators(), List.of(limits), 70, 40, 0, 30);
    }

    private static List<Indicator> indicators() {
        return List.of(indicator(0, 10, null));
    }

    private static Indicator indicator(double poorAt, double goodAt, @Nullable SweetSpot sweetSpot) {
        return new Indicator(
                IndicatorGroup.CUSTOMER_FEEDBACK,
                new Measurement("nps", 1),
                poorAt,
                goodAt,
                sweetSpot,
                100,
                MissingData.EXCLUDED);
    }
}
