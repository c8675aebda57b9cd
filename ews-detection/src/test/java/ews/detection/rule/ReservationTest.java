package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rhythm.Direction;
import ews.detection.rule.Happening.Type;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import ews.domain.segment.Condition;
import ews.domain.source.Reservation;
import ews.domain.source.Reservation.Calm;
import ews.domain.source.Reservation.Returned;
import ews.domain.source.Reservation.Silent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReservationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ZonedDateTime SINCE = ZonedDateTime.of(2026, 11, 18, 14, 12, 0, 0, ZoneId.of("Europe/Berlin"));
    private static final AccountFacts FACTS = anAccount()
            .usesDaily("report", 10, new Days(TODAY.minusDays(200), TODAY.minusDays(5)))
            .facts();

    private static Reservation silent(EventType type) {
        return new Silent("Product", type, SINCE, 1);
    }

    private static Reservation calm(EventType type) {
        return new Calm("Product", type, SINCE.plusDays(10));
    }

    /** Each kind, the type of events that it reads, and whether it takes missing ones for its condition. */
    static Stream<Arguments> kinds() {
        var users = new Measurement("active_users", 28);
        return Stream.of(
                Arguments.of(new Decline(users, 20, 10), EventType.USAGE, true),
                Arguments.of(
                        new Rhythm(new Measurement("usage_events", 1), Direction.FALL, 20, 20, 20),
                        EventType.USAGE,
                        true),
                Arguments.of(
                        new Rhythm(new Measurement("usage_events", 1), Direction.RISE, 20, 20, 20),
                        EventType.USAGE,
                        false),
                Arguments.of(new Threshold(users, false, 10, null), EventType.USAGE, true),
                Arguments.of(new Threshold(users, true, 10, null), EventType.USAGE, false),
                Arguments.of(
                        new Threshold(new Measurement("days_since_usage", 0), true, 10, null), EventType.USAGE, true),
                Arguments.of(new Threshold(new Measurement("open_issues", 0), true, 5, null), EventType.SUPPORT, true),
                Arguments.of(
                        new Threshold(new Measurement("seat_utilization", 28), false, 50, null),
                        EventType.SUBSCRIPTION,
                        true),
                Arguments.of(new Absence(new Happening(Type.ANY_USE), 14), EventType.USAGE, true),
                Arguments.of(new Absence(new Happening(Type.GOAL_PROGRESS), 14), EventType.OUTCOME, true),
                Arguments.of(new Frequency(new Happening(Type.PAYMENT_FAILED), 2, 30), EventType.INVOICE, false),
                Arguments.of(
                        new Sequence(new Happening(Type.DETRACTOR), new Happening(Type.INVOICE_PAID), 14, false),
                        EventType.INVOICE,
                        true),
                Arguments.of(
                        new Sequence(new Happening(Type.DETRACTOR), new Happening(Type.INVOICE_PAID), 14, false),
                        EventType.FEEDBACK,
                        false),
                Arguments.of(
                        new Sequence(new Happening(Type.DETRACTOR), new Happening(Type.INVOICE_PAID), 14, true),
                        EventType.INVOICE,
                        false),
                Arguments.of(new LowFeatureUse("report", 28, 40, 0.2, 5), EventType.USAGE, true),
                Arguments.of(new BandEntered(Band.POOR, 14), EventType.USAGE, true),
                Arguments.of(new BandEntered(Band.GOOD, 14), EventType.USAGE, false),
                Arguments.of(new ScoreDrop(15, 7), EventType.USAGE, true),
                Arguments.of(new OverdueInvoice(7), EventType.INVOICE, true),
                Arguments.of(new Growth(users, 20, 10), EventType.USAGE, false),
                Arguments.of(new NewUsers(10, 7, 5, 28), EventType.USAGE, false),
                Arguments.of(new FirstUse(7, 28, 3), EventType.USAGE, false),
                Arguments.of(new RenewalWithin(90), EventType.SUBSCRIPTION, false),
                Arguments.of(new Milestone(Milestone.Date.TRIAL_END, 7, null), EventType.SUBSCRIPTION, false),
                Arguments.of(new Milestone(Milestone.Date.ATTRIBUTE, 7, "review_on"), EventType.ACCOUNT, false));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void silenceOfWhatItMissesLeavesAKindUndecided(RuleKind kind, EventType type, boolean misses) {
        var silence = new Undecided("Product has sent no %s events since 18 Nov 2026, 14:12.".formatted(type.code()));

        if (misses) {
            assertThat(judge(kind, silent(type))).isEqualTo(silence);
        } else {
            assertThat(judge(kind, silent(type))).isEqualTo(judge(kind));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onTheDayOnWhichASourceReturnsItIsTheSame(RuleKind kind, EventType type, boolean misses) {
        Reservation returned = new Returned("Product", type, SINCE);

        assertThat(judge(kind, returned)).isEqualTo(misses ? new Undecided(returned.reason()) : judge(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void calmOfAnythingThatItReadsLeavesAKindUndecided(RuleKind kind, EventType type, boolean misses) {
        assertThat(judge(kind, calm(type)))
                .isEqualTo(new Undecided("Nothing is raised from %s events of Product until 28 Nov 2026, 14:12."
                        .formatted(type.code())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatAKindDoesNotReadIsNothingToIt(RuleKind kind, EventType type, boolean misses) {
        assertThat(judge(kind, silent(EventType.USER), calm(EventType.USER))).isEqualTo(judge(kind));
    }

    @Test
    void anIndicatorWithAllOfItsPointsDoesNotMakeAPoorScoreDoubtful() {
        HealthScore support = Scores.poor(TODAY, 70);
        var poor = new BandEntered(Band.POOR, 0);

        assertThat(judge(poor, support, silent(EventType.USAGE))).isInstanceOf(Verdict.Raised.class);
        assertThat(judge(poor, support, silent(EventType.SUPPORT))).isInstanceOf(Undecided.class);
    }

    @Test
    void whoMissesAConditionOnlyBecauseASourceIsSilentIsUndecided() {
        var used = new Condition.Threshold(new Measurement("usage_events", 3), true, 1);
        RuleDefinition ofUsers = rule(new RenewalWithin(90), new Audience(List.of(), List.of(used)));
        RuleDefinition elsewhere = rule(new RenewalWithin(90), new Audience(List.of("smb"), List.of(used)));

        assertThat(ofUsers.judge(occasion(Scores.good(TODAY), silent(EventType.USAGE))))
                .isInstanceOf(Undecided.class);
        assertThat(ofUsers.judge(occasion(Scores.good(TODAY), silent(EventType.SUPPORT))))
                .isInstanceOf(Verdict.Quiet.class);
        assertThat(elsewhere.judge(occasion(Scores.good(TODAY), silent(EventType.USAGE))))
                .isInstanceOf(Verdict.Quiet.class);
    }

    @Test
    void aRuleForPoorHealthIsUndecidedWhereASilentSourceMayHaveMadeItPoor() {
        HealthScore support = Scores.poor(TODAY, 70);
        RuleDefinition ofPoor = rule(new RenewalWithin(90), new Audience(List.of(), List.of(Band.POOR), List.of()));

        assertThat(ofPoor.judge(occasion(support, silent(EventType.USAGE)))).isInstanceOf(Verdict.Quiet.class);
        assertThat(ofPoor.judge(occasion(support, silent(EventType.SUPPORT)))).isInstanceOf(Undecided.class);
    }

    @Test
    void aSilentSourceIsFoundWithWhatItMakesOutOfDate() {
        Evidence evidence = VerdictAssert.assertVerdict(
                        new SilentSource(null, 0), occasion(Scores.good(TODAY), silent(EventType.USAGE)))
                .isRaised("Product has sent no usage events for 4 days");

        assertThat(evidence.figures())
                .containsExactly(
                        new Evidence.Figure("Silent for", "4 days"),
                        new Evidence.Figure("Usually at most", "1 day"),
                        new Evidence.Figure("Indicators that are out of date", "Active users, 28 days"));
        assertThat(evidence.lines())
                .containsExactly(new Evidence.Line(SINCE.toLocalDate(), "Last usage event of Product"));
        assertThat(evidence.window()).isEqualTo(new Days(SINCE.toLocalDate(), TODAY));
    }

    @Test
    void aSilentSourceCountsFromSoManyDaysOnAndByType() {
        Occasion occasion = occasion(Scores.good(TODAY), silent(EventType.USAGE));

        VerdictAssert.assertVerdict(new SilentSource(EventType.USAGE, 4), occasion)
                .isRaised("Product has sent no usage events for 4 days");
        VerdictAssert.assertVerdict(new SilentSource(EventType.USAGE, 5), occasion)
                .isQuiet("Product has been silent for 4 days.");
        VerdictAssert.assertVerdict(new SilentSource(EventType.SUPPORT, 0), occasion)
                .isQuiet("No source that tells of the account has been silent for longer than usual.");
    }

    private static Verdict judge(RuleKind kind, Reservation... reservations) {
        return judge(kind, Scores.poor(TODAY), reservations);
    }

    private static Verdict judge(RuleKind kind, HealthScore score, Reservation... reservations) {
        return rule(kind, Audience.EVERYBODY).judge(occasion(score, reservations));
    }

    private static Occasion occasion(HealthScore score, Reservation... reservations) {
        return new Occasion(FACTS, "other", null, score, Map.of(), TODAY, List.of(reservations));
    }

    private static RuleDefinition rule(RuleKind kind, Audience audience) {
        return new RuleDefinition("A rule", Nature.RISK, kind, audience, 1, 1, 1, null);
    }
}
