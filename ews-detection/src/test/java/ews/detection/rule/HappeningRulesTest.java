package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.detection.rule.Happening.Type;
import ews.domain.event.InvoiceStatus;
import ews.domain.fact.Days;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules about how often things happen, in which order, and for how long not. */
class HappeningRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Happening LOGIN = new Happening(Type.USE, "login");
    private static final Happening EXPORT = new Happening(Type.USE, "data.exported");
    private static final Happening FAILED = new Happening(Type.PAYMENT_FAILED);
    private static final Happening PAID = new Happening(Type.INVOICE_PAID);

    private static LocalDate ago(int days) {
        return TODAY.minusDays(days);
    }

    private static AnAccount failed(AnAccount account, int... daysAgo) {
        for (int days : daysAgo) {
            account.invoice("in_" + days, InvoiceStatus.PAYMENT_FAILED, ago(days), "100", null);
        }
        return account;
    }

    @Test
    void theUseOfAFeatureNeedsItsName() {
        assertThatThrownBy(() -> new Happening(Type.USE, " ")).hasMessage("Name the feature whose use is meant");
    }

    @Nested
    class Absences {

        private final Absence noLogin = new Absence(LOGIN, 14);

        @Test
        void fourteenDaysWithoutALoginRaiseIt() {
            AnAccount account = anAccount().usesDaily("login", 3, new Days(ago(60), ago(14)));

            Evidence evidence = assertVerdict(noLogin, account.facts(), TODAY).isRaised("No use of login for 14 days");

            assertThat(evidence.lines().getLast().text()).isEqualTo("3 uses of login");
            assertThat(evidence.lines().getLast().day()).isEqualTo(ago(14));
        }

        @Test
        void thirteenDoNot() {
            AnAccount account = anAccount().usesDaily("login", 3, new Days(ago(60), ago(13)));

            assertVerdict(noLogin, account.facts(), TODAY).isQuiet("The last use of login was on 6 Nov 2026.");
        }

        @Test
        void whatNeverHappenedIsNotMissed() {
            AnAccount account = anAccount().usesDaily("report", 3, new Days(ago(60), ago(1)));

            assertVerdict(noLogin, account.facts(), TODAY)
                    .isUndecided("There has never been a use of login, so none is missed.");
        }

        @Test
        void aVeryLongAbsenceIsToldAsMoreThanTheDays() {
            AnAccount account = anAccount().uses("login", 1, ago(300), 1);

            assertVerdict(noLogin, account.facts(), TODAY).isRaised("No use of login for more than 14 days");
        }
    }

    @Nested
    class Frequencies {

        private final Frequency threeFailures = new Frequency(FAILED, 3, 30);

        @Test
        void threeFailedPaymentsWithinThirtyDaysRaiseIt() {
            Evidence evidence = assertVerdict(
                            threeFailures, failed(anAccount(), 29, 10, 0).facts(), TODAY)
                    .isRaised("3 failed payments in 30 days");

            assertThat(evidence.lines()).extracting(Evidence.Line::day).containsExactly(ago(29), ago(10), ago(0));
            assertThat(evidence.touches()).isEqualTo(IndicatorGroup.SUPPORT_AND_OPERATIONS);
        }

        @Test
        void oneThatIsTooOldDoesNotCount() {
            assertVerdict(threeFailures, failed(anAccount(), 30, 10, 0).facts(), TODAY)
                    .isQuiet("2 failed payments in 30 days.");
        }

        @Test
        void usesOfADayCountAllOfThem() {
            AnAccount account = anAccount().uses("data.exported", 7, ago(2), 40);

            assertVerdict(new Frequency(EXPORT, 40, 7), account.facts(), TODAY)
                    .isRaised("40 uses of data.exported in 7 days");
        }
    }

    @Nested
    class Sequences {

        private final Sequence exportAfterFailure = new Sequence(FAILED, EXPORT, 7, true);
        private final Sequence failureNotPaid = new Sequence(FAILED, PAID, 7, false);

        @Test
        void oneAfterTheOtherRaisesIt() {
            AnAccount account = failed(anAccount(), 5).uses("data.exported", 7, ago(1), 2);

            Evidence evidence = assertVerdict(exportAfterFailure, account.facts(), TODAY)
                    .isRaised("Use of data.exported after a failed payment");

            assertThat(evidence.window()).isEqualTo(new Days(ago(5), ago(1)));
        }

        @Test
        void theWrongOrderDoesNot() {
            AnAccount account = failed(anAccount(), 1).uses("data.exported", 7, ago(5), 2);

            assertVerdict(exportAfterFailure, account.facts(), TODAY)
                    .isQuiet("No failed payment was followed by a use of data.exported within 7 days.");
        }

        @Test
        void whatIsNotFollowedInTimeRaisesTheOther() {
            assertVerdict(failureNotPaid, failed(anAccount(), 8).facts(), TODAY)
                    .isRaised("No paid invoice in the 8 days since the failed payment");
        }

        @Test
        void untilTheDaysAreOverItWaits() {
            assertVerdict(failureNotPaid, failed(anAccount(), 7).facts(), TODAY)
                    .isQuiet("No failed payment has waited for longer than 7 days.");
        }

        @Test
        void whatFollowsLateEndsIt() {
            AnAccount account = failed(anAccount(), 20).invoice("in_20", InvoiceStatus.PAID, ago(2), "100", null);

            assertVerdict(failureNotPaid, account.facts(), TODAY)
                    .isQuiet("After the failed payment on 30 Oct 2026 there was a paid invoice on 17 Nov 2026.");
        }
    }
}
