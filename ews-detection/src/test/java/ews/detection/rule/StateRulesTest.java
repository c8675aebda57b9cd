package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static ews.domain.event.InvoiceStatus.ISSUED;
import static ews.domain.event.InvoiceStatus.OVERDUE;
import static ews.domain.event.InvoiceStatus.PAID;
import static ews.domain.event.SubscriptionStatus.ACTIVE;
import static ews.domain.event.SubscriptionStatus.CANCELLED;
import static ews.domain.event.SubscriptionStatus.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Unit;
import ews.domain.score.Band;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StateRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @Nested
    class PoorHealth {

        private final BandEntered poorHealth = new BandEntered(Band.POOR, 14);
        private final AccountFacts facts = anAccount().facts();

        @Test
        void raisesWithWhatTheScoreWasBefore() {
            var occasion = Scores.occasion(facts, Scores.good(TODAY.minusDays(1)), Scores.poor(TODAY), TODAY);

            Evidence evidence =
                    assertVerdict(poorHealth, occasion).isRaised("Health is poor: 35.0 of 100, it was 90.0");

            assertThat(evidence.touches()).isEqualTo(IndicatorGroup.PRODUCT_USAGE);
            assertThat(evidence.severity()).isEqualTo(new Severity("the health score", 35, 30, Unit.POINTS));
            assertThat(evidence.figures()).startsWith(new Figure("Health score", "35.0", "90.0"));
            assertThat(evidence.lines())
                    .containsExactly(
                            new Line(TODAY, "Fell 55.0 points: product usage −50.0, support & operations −5.0."),
                            new Line(TODAY, "Product usage: 10.0 of 70.0 points"),
                            new Line(TODAY, "Support & operations: 25.0 of 30.0 points"));
        }

        @Test
        void goodHealthKnowsNoDegrees() {
            Evidence evidence =
                    assertVerdict(new BandEntered(Band.GOOD, 14), facts, TODAY).isRaised("Health is good: 90.0 of 100");

            assertThat(evidence.severity()).isNull();
        }

        @Test
        void raisesForTheFirstScore() {
            assertVerdict(poorHealth, Scores.occasion(facts, null, Scores.poor(TODAY), TODAY))
                    .isRaised("Health is poor: 35.0 of 100");
        }

        @Test
        void isQuietInAnotherBand() {
            assertVerdict(poorHealth, facts, TODAY).isQuiet("Health is good: 90.0 of 100.");
        }

        @Test
        void isUndecidedInTheFirstTwoWeeks() {
            AnAccount account = anAccount().uses("login", 1, TODAY.minusDays(13), 1);

            assertVerdict(poorHealth, Scores.occasion(account.facts(), null, Scores.poor(TODAY), TODAY))
                    .isUndecided("The account has not been known for 14 days yet.");
            account.uses("login", 1, TODAY.minusDays(14), 1);
            assertVerdict(poorHealth, Scores.occasion(account.facts(), null, Scores.poor(TODAY), TODAY))
                    .isRaised("Health is poor: 35.0 of 100");
        }

        @Test
        void isUndecidedWithoutAScore() {
            assertVerdict(poorHealth, Scores.occasion(facts, Scores.poor(TODAY), Scores.unknown(TODAY), TODAY))
                    .isUndecided("There is too little data for a score.");
        }
    }

    @Nested
    class AnOverdueInvoice {

        private final OverdueInvoice overdue = new OverdueInvoice(7);

        @Test
        void raisesAWeekAfterItWasDue() {
            AnAccount account = anAccount().invoice("in_1", ISSUED, TODAY.minusDays(37), "1200", TODAY.minusDays(7));

            Evidence evidence = assertVerdict(overdue, account.facts(), TODAY)
                    .isRaised("Invoice in_1 is overdue for 7 days: 1,200.00 USD");

            assertThat(evidence.lines())
                    .containsExactly(new Line(TODAY.minusDays(7), "Invoice in_1 over 1,200.00 USD was due"));
        }

        @Test
        void isQuietWithinTheFirstDays() {
            AnAccount account = anAccount().invoice("in_1", ISSUED, TODAY.minusDays(36), "1200", TODAY.minusDays(6));

            assertVerdict(overdue, account.facts(), TODAY).isQuiet("No invoice is overdue.");
        }

        @Test
        void raisesAtOnceWhenASourceCallsItOverdue() {
            AnAccount account = anAccount().invoice("in_1", OVERDUE, TODAY, null, null);

            assertVerdict(overdue, account.facts(), TODAY).isRaised("Invoice in_1 is overdue");
        }

        @Test
        void isQuietOncePaid() {
            AnAccount account = anAccount()
                    .invoice("in_1", ISSUED, TODAY.minusDays(60), "1200", TODAY.minusDays(30))
                    .invoice("in_1", PAID, TODAY, null, null);

            assertVerdict(overdue, account.facts(), TODAY).isQuiet("No invoice is overdue.");
        }

        @Test
        void countsTogetherWithOthers() {
            AnAccount account = anAccount()
                    .invoice("in_1", ISSUED, TODAY.minusDays(60), "1200", TODAY.minusDays(30))
                    .invoice("in_2", ISSUED, TODAY.minusDays(50), "800.50", TODAY.minusDays(20));

            Evidence evidence = assertVerdict(overdue, account.facts(), TODAY)
                    .isRaised("2 invoices are overdue for 30 days: 2,000.50 USD");

            assertThat(evidence.severity()).isEqualTo(new Severity("what is overdue", 2, 3, Unit.INVOICES));
        }
    }

    @Nested
    class ARenewal {

        private final RenewalWithin renewal = new RenewalWithin(90);

        @Test
        void raises90DaysBefore() {
            Evidence evidence = assertVerdict(renewal, renewing(TODAY.plusDays(90)), TODAY)
                    .isRaised("Renews in 90 days, on 17 Feb 2027");

            assertThat(evidence.figures()).contains(new Figure("Health score", "90.0"), new Figure("Seats", "50"));
        }

        @Test
        void isQuiet91DaysBefore() {
            assertVerdict(renewal, renewing(TODAY.plusDays(91)), TODAY)
                    .isQuiet("The renewal on 18 Feb 2027 is 91 days away.");
        }

        @Test
        void isUndecidedWhenTheDateHasPassedWithoutNews() {
            assertVerdict(renewal, renewing(TODAY.minusDays(1)), TODAY)
                    .isUndecided("The renewal date 18 Nov 2026 has passed, and no source says what came of it.");
        }

        @Test
        void isQuietForATrial() {
            AnAccount trial = anAccount().subscription(TRIAL, TODAY.minusDays(5), TODAY.plusDays(9));

            assertVerdict(renewal, trial.facts(), TODAY).isQuiet("There is no paid subscription.");
        }

        private static AccountFacts renewing(LocalDate on) {
            return anAccount()
                    .subscription(ACTIVE, LocalDate.of(2026, 1, 1), on)
                    .facts();
        }
    }

    @Test
    void anAccountThatHasCancelledIsNeverJudged() {
        AccountFacts facts =
                anAccount().subscription(CANCELLED, TODAY.minusDays(1), null).facts();
        var rule = new RuleDefinition(
                "Poor health", Nature.RISK, new BandEntered(Band.POOR, 14), Audience.EVERYBODY, 1, 7, 7, null);

        assertThat(rule.judge(Scores.occasion(facts, null, Scores.poor(TODAY), TODAY)))
                .isEqualTo(new Verdict.Quiet("The account has cancelled."));
    }

    @Test
    void parametersOutOfRangeAreRefusedWithTheRange() {
        assertThatThrownBy(() -> new RenewalWithin(0)).hasMessage("Days must be 1 to 365, not 0");
        assertThatThrownBy(() -> new BandEntered(Band.UNKNOWN, 14))
                .hasMessage("The band must be good, average or poor");
    }
}
