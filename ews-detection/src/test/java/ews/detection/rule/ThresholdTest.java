package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.fact.Days;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that compare a number with a limit: of a metric, of its growth, and of the score. */
class ThresholdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Measurement USERS = new Measurement("active_users", 7);

    private final Threshold fewUsers = new Threshold(USERS, false, 5, 8.0);

    private static AnAccount users(int count) {
        return anAccount().usesDaily("login", count, Days.endingWith(TODAY, 60));
    }

    @Test
    void theLimitItselfRaisesIt() {
        Evidence evidence = assertVerdict(fewUsers, users(5).facts(), TODAY).isRaised("Active users, 7 days: 5 users");

        assertThat(evidence.figures()).extracting(Evidence.Figure::value).containsExactly("5 users", "at most 5 users");
        assertThat(evidence.lines()).hasSize(8);
    }

    @Test
    void itTouchesWhatTheMetricIsAboutAndNothingElse() {
        var seldomTouched = new Threshold(new Measurement("tenure", 0), true, 1, null);

        assertThat(assertVerdict(fewUsers, users(5).facts(), TODAY)
                        .isRaised("Active users, 7 days: 5 users")
                        .touches())
                .isEqualTo(IndicatorGroup.PRODUCT_USAGE);
        assertThat(seldomTouched.judge(Scores.occasion(users(5).facts(), null, Scores.good(TODAY), TODAY)))
                .isInstanceOfSatisfying(
                        Verdict.Raised.class,
                        it -> assertThat(it.evidence().touches()).isNull());
    }

    @Test
    void betweenTheLimitsNothingIsRaisedAndNothingIsOver() {
        assertVerdict(fewUsers, users(6).facts(), TODAY)
                .isUndecided("Active users, 7 days: 6 users, which is over only at 8 users.");
        assertVerdict(fewUsers, users(8).facts(), TODAY).isQuiet("Active users, 7 days: 8 users.");
    }

    @Test
    void withoutASecondLimitItIsOverRightBeyondTheFirst() {
        assertVerdict(new Threshold(USERS, false, 5, null), users(6).facts(), TODAY)
                .isQuiet("Active users, 7 days: 6 users.");
    }

    @Test
    void whereThereAreNoDataNobodyCanTell() {
        assertVerdict(fewUsers, anAccount().facts(), TODAY).isUndecided("There is no data for Active users, 7 days.");
    }

    @Test
    void limitsTheWrongWayRoundAndPeersAreRefused() {
        assertThatThrownBy(() -> new Threshold(USERS, false, 5, 4.0))
                .hasMessage("It must be over at 5 or more, not at 4");
        assertThatThrownBy(() -> new Threshold(USERS.as(Form.PEERS), true, 5, null))
                .hasMessage("A rule judges an account by its own facts; it cannot compare Active users with peers");
    }

    @Test
    void growthComparesTwoWholePeriods() {
        AnAccount account = users(10).usesDaily("login", 13, Days.endingWith(TODAY.minusDays(1), 7));

        assertVerdict(new Growth(USERS, 30, 10), account.facts(), TODAY)
                .isRaised("Active users grew 30 %: from 10 to 13 in 7 days");
        assertVerdict(new Growth(USERS, 31, 10), account.facts(), TODAY)
                .isQuiet("Active users went from 10 to 13 in 7 days.");
    }

    @Test
    void aFallOfTheScoreIsComparedWithTheDayItSays() {
        var drop = new ScoreDrop(20, 7);
        var facts = anAccount().facts();
        var week = Map.of(TODAY.minusDays(7), new Points(560));

        Verdict fell = drop.judge(new Occasion(facts, "other", null, Scores.poor(TODAY), week, TODAY));
        Verdict unknown = drop.judge(new Occasion(facts, "other", null, Scores.poor(TODAY), Map.of(), TODAY));

        assertThat(fell.reason()).isEqualTo("Health fell 21.0 points in 7 days: from 56.0 to 35.0");
        assertThat(unknown.reason()).isEqualTo("There is no score of 12 Nov 2026 to compare with.");
    }
}
