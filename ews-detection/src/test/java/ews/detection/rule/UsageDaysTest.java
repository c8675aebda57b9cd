package ews.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rhythm.Direction;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageDaysTest {

    /** So sensitive that they raise, with all their numbers, about an account where next to nothing happens. */
    static Stream<RuleKind> kinds() {
        return Stream.of(
                new NewUsers(1, 7, 0, 28),
                new FirstUse(90, 28, 1),
                new LowFeatureUse("report", 28, 100, 1_000, 1),
                new Decline(new Measurement("active_users", 28), 1, 0),
                new Decline(new Measurement("usage_events", 7), 1, 0),
                new Rhythm(new Measurement("usage_events", 1), Direction.FALL, 1, 1, 400),
                new Rhythm(new Measurement("active_users", 1), Direction.RISE, 1, 1, 400),
                new Growth(new Measurement("active_users", 7), 1, 0),
                new Threshold(new Measurement("usage_events", 7), true, 1, null),
                new Threshold(new Measurement("usage_events", 7).as(Form.CHANGE), false, 1_000, null),
                new Absence(new Happening(Happening.Type.NEW_USER), 2),
                new Absence(new Happening(Happening.Type.USE, "export"), 1),
                new SilentSource(null, 0),
                new Frequency(new Happening(Happening.Type.NEW_USER), 1, 30),
                new Frequency(new Happening(Happening.Type.ANY_USE), 1, 30),
                new Sequence(
                        new Happening(Happening.Type.NEW_USER), new Happening(Happening.Type.USE, "report"), 30, true),
                new Sequence(
                        new Happening(Happening.Type.NEW_USER),
                        new Happening(Happening.Type.USE, "nothing"),
                        5,
                        false));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindLooksBackNoFurtherThanItSays(RuleKind kind) {
        AnAccount account = StarterRulesTest.aHealthyYear(new Random(5), 12);
        AccountFacts all = account.facts();
        LocalDate end = StarterRulesTest.FIRST.plusYears(1);

        for (LocalDate day = end.minusMonths(6); day.isBefore(end); day = day.plusDays(1)) {
            AccountFacts read = account.factsReading(day.minusDays(kind.usageDays() - 1L));
            assertThat(judge(kind, read, day)).isEqualTo(judge(kind, all, day));
        }
    }

    private static Verdict judge(RuleKind kind, AccountFacts facts, LocalDate day) {
        return kind.judge(Scores.occasion(facts, null, Scores.good(day), day));
    }
}
