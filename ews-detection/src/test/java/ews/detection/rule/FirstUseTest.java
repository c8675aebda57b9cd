package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.domain.fact.Days;
import ews.domain.metric.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FirstUseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    private final FirstUse firstUse = new FirstUse(7, 28, 3);

    @Test
    void aFeatureThatWasNeverUsedBeforeRaises() {
        AnAccount account =
                established().uses("report.exported", 1, TODAY.minusDays(2), 2).uses("report.exported", 2, TODAY, 1);

        Evidence evidence = assertVerdict(firstUse, account.facts(), TODAY)
                .isRaised("Started using report.exported: 3 events since 17 Nov 2026");

        assertThat(evidence.figures()).containsExactly(new Figure("Uses of report.exported", "3", "never"));
        assertThat(evidence.severity()).isEqualTo(new Severity("use of report.exported", 3, 6, Unit.EVENTS));
        assertThat(evidence.lines())
                .containsExactly(
                        new Line(TODAY.minusDays(2), "Used report.exported for the first time"),
                        new Line(TODAY.minusDays(2), "2 events of report.exported"),
                        new Line(TODAY, "1 event of report.exported"));
    }

    @Test
    void aGlanceIsNoUse() {
        AnAccount account = established().uses("report.exported", 1, TODAY, 2);

        assertVerdict(firstUse, account.facts(), TODAY).isQuiet("report.exported was used fewer than 3 times so far.");
    }

    @Test
    void aFeatureUsedAWeekAgoIsNotNew() {
        AnAccount account = established().uses("report.exported", 1, TODAY.minusDays(7), 9);

        assertVerdict(firstUse, account.facts(), TODAY).isQuiet("No feature was used for the first time in 7 days.");
    }

    @Test
    void allFeaturesOfANewAccountAreNew() {
        AnAccount account = anAccount()
                .usesDaily("login", 5, new Days(TODAY.minusDays(33), TODAY))
                .uses("report.exported", 1, TODAY, 9);

        assertVerdict(firstUse, account.facts(), TODAY)
                .isQuiet("The account was not yet in use for 28 days before, so all of its features are new.");
    }

    @Test
    void manyFeaturesAtOnceAreANewlyConnectedSource() {
        AnAccount account = established();
        for (String feature : new String[] {"a", "b", "c"}) {
            account.uses(feature, 1, TODAY, 9);
        }

        assertVerdict(firstUse, account.facts(), TODAY)
                .isQuiet("3 features appeared at once beside 2 known ones: rather a newly connected source than new"
                        + " habits.");
    }

    private static AnAccount established() {
        Days days = new Days(TODAY.minusDays(34), TODAY);
        return anAccount().usesDaily("login", 5, days).usesDaily("search", 5, days);
    }
}
