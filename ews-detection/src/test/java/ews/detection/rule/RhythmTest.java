package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ews.detection.rhythm.Direction;
import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Verdict.Raised;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RhythmTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Days USUAL = Days.endingWith(TODAY.minusDays(11), 102);
    private static final Days LATELY = Days.endingWith(TODAY.minusDays(1), 10);

    private final Rhythm falls = new Rhythm(new Measurement("usage_events", 28), Direction.FALL, 10, 10, 25);

    @Test
    void aFallReadsAsItShould() {
        Evidence evidence = assertVerdict(falls, changed(20, 12).facts(), TODAY)
                .isRaised("Usage events are 40 % below their rhythm since 9 Nov 2026: 12 a day where 20 were expected");

        assertThat(evidence.figures().getFirst()).isEqualTo(new Figure("Usage events a day", "12", "20"));
        assertThat(evidence.severity())
                .isNotNull()
                .satisfies(it -> assertThat(it.worseAt() - it.value()).isCloseTo(10, within(1e-9)));
        assertThat(evidence.lines()).hasSize(11);
        assertThat(evidence.lines().getFirst().text()).isEqualTo("20 events, 20 expected");
        assertThat(evidence.lines().getLast().text()).isEqualTo("12 events, 20 expected");
        assertThat(evidence.lines().getLast().day()).isEqualTo(TODAY.minusDays(1));
        assertThat(evidence.window()).isEqualTo(LATELY);
        assertThat(evidence.touches()).isEqualTo(IndicatorGroup.PRODUCT_USAGE);
    }

    @Test
    void todayIsNotOverAndDoesNotCount() {
        AnAccount account = changed(20, 20).usesDaily("login", 1, new Days(TODAY, TODAY));

        assertVerdict(falls, account.facts(), TODAY)
                .isQuiet("Usage events: no more than chance below the rhythm of 140 a week.");
    }

    @Test
    void aRiseIsNoFall() {
        assertVerdict(falls, changed(20, 32).facts(), TODAY)
                .isQuiet("Usage events: no more than chance below the rhythm of 140 a week.");
    }

    @Test
    void aRiseCanBeLookedForToo() {
        var rises = new Rhythm(new Measurement("active_users", 1), Direction.RISE, 10, 10, 25);

        assertVerdict(rises, changed(20, 32).facts(), TODAY)
                .isRaised("Active users are 60 % above their rhythm since 9 Nov 2026: 32 a day where 20 were expected");
    }

    @Test
    void usesOfOneFeatureHaveARhythmToo() {
        var exports = new Rhythm(new Measurement("feature_events", 1, "export"), Direction.FALL, 10, 10, 25);
        AnAccount account = changed(20, 20).usesDaily("export", 15, USUAL).usesDaily("export", 6, LATELY);

        assertVerdict(exports, account.facts(), TODAY)
                .isRaised(
                        "Uses of export are 60 % below their rhythm since 9 Nov 2026: 6 a day where 15 were expected");
    }

    @Test
    void aChangeSmallerThanWhatMattersIsQuiet() {
        var halves = new Rhythm(new Measurement("usage_events", 1), Direction.FALL, 50, 10, 25);

        assertVerdict(halves, changed(20, 12).facts(), TODAY)
                .isQuiet("Usage events are only 40 % below their rhythm since 9 Nov 2026.");
    }

    @Test
    void threeEventsAWeekSayNothing() {
        AnAccount account = anAccount();
        for (LocalDate day = USUAL.first(); day.isBefore(TODAY); day = day.plusDays(7)) {
            account.usesDaily("login", 1, new Days(day, day.plusDays(2)));
        }

        assertVerdict(falls, account.facts(), TODAY)
                .isUndecided("Usage events: 3 a week are too few to tell a change from chance.");
    }

    @Test
    void anAccountMustHaveBeenInUseForSomeWeeks() {
        AnAccount account = anAccount().usesDaily("login", 20, Days.endingWith(TODAY.minusDays(1), 40));

        assertVerdict(falls, account.facts(), TODAY)
                .isUndecided("Usage events: 40 days are too few to know the rhythm.");
    }

    @Test
    void anAccountThatWasNeverInUseHasNoData() {
        assertVerdict(falls, anAccount().facts(), TODAY).isUndecided("There is no data for usage events.");
    }

    @ParameterizedTest
    @CsvSource({"1, 12", "2, 40", "3, 40", "4, 250"})
    void aHealthyYearIsQuiet(long seed, int users) {
        AccountFacts facts =
                StarterRulesTest.aHealthyYear(new Random(seed), users).facts();

        var raised = new ArrayList<String>();
        for (LocalDate day = StarterRulesTest.FIRST;
                day.isBefore(StarterRulesTest.FIRST.plusYears(1));
                day = day.plusDays(1)) {
            if (falls.judge(Scores.occasion(facts, null, Scores.good(day), day)) instanceof Raised(Evidence evidence)) {
                raised.add(day + " " + evidence.title());
            }
        }
        assertThat(raised).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() {
        var json = JsonMapper.builder().build();

        assertThat(json.readValue(json.writeValueAsString(falls), RuleKind.class))
                .isEqualTo(falls);
    }

    @Test
    void whatIsNotCountedDailyIsRefused() {
        var seats = new Measurement("seats", 1);

        assertThatThrownBy(() -> new Rhythm(seats, Direction.FALL, 10, 10, 25))
                .hasMessage(
                        "A rhythm is about what is counted every day: usage_events, active_users, logins or feature_events, not seats");
    }

    private static AnAccount changed(int from, int to) {
        return anAccount().usesDaily("login", from, USUAL).usesDaily("login", to, LATELY);
    }
}
