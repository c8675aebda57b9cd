package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.detection.rule.Evidence.Figure;
import ews.domain.fact.Days;
import ews.domain.metric.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LowFeatureUseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Days NOW = Days.endingWith(TODAY.minusDays(1), 28);
    private static final Days EARLIER = Days.endingWith(TODAY.minusDays(29), 84);

    private final LowFeatureUse lowReporting = new LowFeatureUse("report", 28, 40, 0.2, 5);

    @Test
    void reportingThatFellBelowItsOwnLevelRaisesWhileTheAccountIsActive() {
        AnAccount account = active(10)
                .usesDaily("report.viewed", 10, EARLIER)
                .usesDaily("report.viewed", 10, Days.endingWith(NOW.last(), 11));

        Evidence evidence = assertVerdict(lowReporting, account.facts(), TODAY)
                .isRaised("Use of report fell 61 %: from 28 to 11 uses per active user in 28 days");

        assertThat(evidence.figures())
                .containsExactly(
                        new Figure("Uses per active user", "11", "28"),
                        new Figure("Uses of report.viewed", "110", "280"));
        assertThat(evidence.severity()).isEqualTo(new Severity("use of report", 11, 8.25, Unit.USES_PER_USER));
        assertThat(evidence.lines()).hasSize(4);
    }

    @Test
    void aSmallerFallIsQuiet() {
        AnAccount account = active(10)
                .usesDaily("report.viewed", 10, EARLIER)
                .usesDaily("report.viewed", 10, Days.endingWith(NOW.last(), 12));

        assertVerdict(lowReporting, account.facts(), TODAY).isQuiet("120 uses of report by 10 users in 28 days.");
    }

    @Test
    void fewerPeopleAtWorkAreNoLackOfInterest() {
        AnAccount account = anAccount()
                .usesDaily("login", 20, EARLIER)
                .usesDaily("report.viewed", 20, EARLIER)
                .usesDaily("login", 6, NOW)
                .usesDaily("report.viewed", 6, NOW);

        assertVerdict(lowReporting, account.facts(), TODAY).isQuiet("168 uses of report by 6 users in 28 days.");
    }

    @Test
    void reportingThatWasTriedAndForgottenRaises() {
        AnAccount account =
                active(10).uses("report.viewed", 1, EARLIER.first(), 1).uses("report.viewed", 1, NOW.last(), 1);

        assertVerdict(lowReporting, account.facts(), TODAY)
                .isRaised("Little use of report: 1 use by 10 users in 28 days");
    }

    @Test
    void anAccountThatNeverUsedReportingIsNotJudged() {
        assertVerdict(lowReporting, active(10).facts(), TODAY)
                .isQuiet("The account had not used report before this period.");
    }

    @Test
    void withHardlyAnyUsersThereIsNothingToTell() {
        AnAccount account = active(4).usesDaily("report.viewed", 4, EARLIER);

        assertVerdict(lowReporting, account.facts(), TODAY)
                .isUndecided("With 4 users in 28 days there is too little use of anything to judge report.");
    }

    @Test
    void aRuleWithoutAnyLimitIsRefused() {
        assertThatThrownBy(() -> new LowFeatureUse("report", 28, 0, 0, 5))
                .hasMessage("Give a percentage of the level before, or a least number of uses");
    }

    private static AnAccount active(int users) {
        return anAccount().usesDaily("login", users, new Days(EARLIER.first(), TODAY));
    }
}
