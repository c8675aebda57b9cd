package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.detection.rule.Evidence.Figure;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.metric.Unit;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeclineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Days NOW = Days.endingWith(TODAY.minusDays(1), 28);

    private final Decline twentyPercent = new Decline(new Measurement("active_users", 28), 20, 10);

    @Test
    void theExampleReadsAsItShould() {
        Evidence evidence = assertVerdict(twentyPercent, fell(245, 166).facts(), TODAY)
                .isRaised("Active users fell 32 %: from 245 to 166 in 28 days");

        assertThat(evidence.figures()).containsExactly(new Figure("Active users, 28 days", "166 users", "245 users"));
        assertThat(evidence.touches()).isEqualTo(IndicatorGroup.PRODUCT_USAGE);
        assertThat(evidence.window()).isEqualTo(NOW);
        assertThat(evidence.severity())
                .isEqualTo(new Severity(
                        "the fall of active users",
                        100.0 * (245 - 166) / 245,
                        100.0 * (245 - 166) / 245 + 10,
                        Unit.PERCENT));
        assertThat(evidence.lines()).hasSize(8);
        assertThat(evidence.lines().getFirst().text()).isEqualTo("245 users in the week up to here");
    }

    @Test
    void exactlyTwentyPercentRaises() {
        assertVerdict(twentyPercent, fell(10, 8).facts(), TODAY)
                .isRaised("Active users fell 20 %: from 10 to 8 in 28 days");
    }

    @Test
    void afterAFallToNothingItCannotGetWorse() {
        Evidence evidence = assertVerdict(twentyPercent, fell(10, 0).facts(), TODAY)
                .isRaised("Active users fell 100 %: from 10 to 0 in 28 days");

        assertThat(evidence.severity()).isEqualTo(new Severity("the fall of active users", 100, 100, Unit.PERCENT));
    }

    @Test
    void aLittleLessThanTwentyPercentIsQuiet() {
        assertVerdict(twentyPercent, fell(100, 81).facts(), TODAY)
                .isQuiet("Active users went from 100 to 81 in 28 days.");
    }

    @Test
    void todayIsNotOverAndDoesNotCount() {
        AnAccount account = fell(10, 8).usesDaily("login", 10, new Days(TODAY, TODAY));

        assertVerdict(twentyPercent, account.facts(), TODAY)
                .isRaised("Active users fell 20 %: from 10 to 8 in 28 days");
    }

    @Test
    void fewUsersAreTooFewToTellADeclineFromChance() {
        assertVerdict(twentyPercent, fell(9, 4).facts(), TODAY)
                .isUndecided("Active users fell from 9 to 4 in 28 days, too few to tell a decline from chance.");
    }

    @Test
    void silenceIsNoRecovery() {
        AnAccount account = anAccount().usesDaily("login", 20, Days.endingWith(TODAY.minusDays(60), 30));

        assertVerdict(twentyPercent, account.facts(), TODAY)
                .isUndecided("Active users, 28 days: none in either period.");
    }

    @Test
    void anAccountMustHaveBeenInUseForBothPeriods() {
        AnAccount account = anAccount()
                .usesDaily(
                        "login", 20, new Days(TODAY.minusDays(55), NOW.before().last()))
                .usesDaily("login", 5, NOW);

        assertVerdict(twentyPercent, account.facts(), TODAY)
                .isUndecided("The account was not yet in use for two whole periods of 28 days.");
    }

    @Test
    void usesOfOneFeatureCanDeclineToo() {
        var decline = new Decline(new Measurement("feature_events", 28, "export"), 50, 100);
        AnAccount account = fell(20, 20).usesDaily("export", 10, NOW.before()).usesDaily("export", 4, NOW);

        assertVerdict(decline, account.facts(), TODAY).isRaised("Uses of export fell 60 %: from 280 to 112 in 28 days");
    }

    @Test
    void aMetricWithoutPeriodIsRefused() {
        var seats = new Measurement("seats", 28);

        assertThatThrownBy(() -> new Decline(seats, 20, 10))
                .hasMessage(
                        "This compares two periods, so it needs a metric that counts over a period; Seats does not");
    }

    private static AnAccount fell(int from, int to) {
        return anAccount().usesDaily("login", from, NOW.before()).usesDaily("login", to, NOW);
    }
}
