package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rule.Audience;
import ews.detection.rule.Nature;
import ews.detection.rule.NewUsers;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.domain.metric.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalmingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Calming.Measure FALL = new Calming.Measure("the fall of active users", Unit.PERCENT);
    private static final Calming.Measure SCORE = new Calming.Measure("the health score", Unit.POINTS);

    @Test
    void whatIsGoneSoonWantsADwell() {
        List<PastAlert> alerts = new ArrayList<>();
        alerts.addAll(times(4, resolved(1)));
        alerts.addAll(times(5, resolved(2)));
        alerts.addAll(times(3, acknowledged(20)));

        assertThat(Calming.of(alerts, rule(1, 7), null))
                .containsExactly(
                        new Calming(
                                "Raise it only when it has held on 3 days in a row",
                                "9 of 12 held on 2 days at the most: 3 would have been raised, and none that somebody made use of would be missing."));
    }

    @Test
    void daysThatHadPassedBeforeItWasRaisedCount() {
        assertThat(Calming.of(times(9, resolved(2)), rule(4, 7), null))
                .containsExactly(
                        new Calming(
                                "Raise it only when it has held on 6 days in a row",
                                "9 of 9 held on 5 days at the most: 0 would have been raised, and none that somebody made use of would be missing."));
    }

    @Test
    void aDwellThatWouldHideWhatIsOfUseIsNotOffered() {
        List<PastAlert> alerts = new ArrayList<>(times(5, resolved(1)));
        alerts.addAll(times(4, acknowledged(1)));

        assertThat(Calming.of(alerts, rule(1, 7), null)).isEmpty();
    }

    @Test
    void whatIsLostByACalmingIsSaid() {
        List<PastAlert> alerts = new ArrayList<>(times(9, resolved(1)));
        alerts.add(acknowledged(1));
        alerts.addAll(times(2, acknowledged(30)));

        assertThat(Calming.of(alerts, rule(1, 7), null))
                .extracting(Calming::effect)
                .containsExactly(
                        "10 of 12 held on 1 day at the most: 2 would have been raised, but 1 that somebody made use of would be missing.");
    }

    @Test
    void twoAlertsProveNothing() {
        assertThat(Calming.of(times(2, resolved(1)), rule(1, 7), null)).isEmpty();
    }

    @Test
    void whatPeopleClosedBeforeItsConditionWasGoneWouldHaveBeenRaisedAfterADwellToo() {
        PastAlert closedOnTheDay =
                new PastAlert(DAY, DAY, null, List.of(DAY), null, null, null, false, CloseReason.FALSE_ALARM, null);
        PastAlert goneTheNextDay = new PastAlert(
                DAY, DAY, DAY.plusDays(1), List.of(DAY), null, null, null, false, CloseReason.FALSE_ALARM, null);

        assertThat(closedOnTheDay.lastedDays()).isEqualTo(Long.MAX_VALUE);
        assertThat(goneTheNextDay.lastedDays()).isEqualTo(1);
        assertThat(Calming.of(times(5, closedOnTheDay), rule(1, 7), null)).isEmpty();
        assertThat(Calming.of(times(5, goneTheNextDay), rule(1, 7), null)).hasSize(1);
    }

    @Test
    void aDayWithoutTheConditionEndsTheRow() {
        PastAlert flapping = new PastAlert(
                DAY,
                DAY.plusDays(30),
                null,
                List.of(DAY, DAY.plusDays(1), DAY.plusDays(3)),
                null,
                null,
                null,
                false,
                null,
                null);

        assertThat(flapping.lastedDays()).isEqualTo(2);
    }

    @Test
    void whatComesBackSoonWantsToBeHeldOpenForLonger() {
        List<PastAlert> alerts = new ArrayList<>(times(5, after(18)));
        alerts.addAll(times(6, after(80)));
        alerts.add(after(50));

        assertThat(Calming.of(alerts, rule(1, 14), null))
                .containsExactly(
                        new Calming(
                                "Hold it open for 21 days instead of 14 days",
                                "5 of 12 came back within 21 days after the one before had ended: as one alert that goes on, they would have been 7."));
    }

    @Test
    void aHoldTimeThatTheRuleHasAlreadyIsNotOffered() {
        assertThat(Calming.of(times(5, after(18)), rule(1, 21), null))
                .extracting(Calming::change)
                .containsExactly("Hold it open for 28 days instead of 21 days");
        assertThat(Calming.of(times(5, after(80)), rule(1, 14), null)).isEmpty();
    }

    @Test
    void falseAlarmsThatHadNotGoneFarWantAHigherThreshold() {
        List<PastAlert> alerts = Stream.of(
                        times(3, falseAlarm(21, 31)),
                        times(2, falseAlarm(24, 34)),
                        times(4, closedAsHandled(26, 36)),
                        times(3, closedAsHandled(50, 60)))
                .flatMap(List::stream)
                .toList();

        assertThat(Calming.of(alerts, rule(1, 14), FALL))
                .containsExactly(
                        new Calming(
                                "Raise it only once the fall of active users is 26 % or more",
                                "All 5 false alarms had not got as far as 26 %: from there on, 7 of 12 would have been raised, and none that somebody made use of would be missing."));
    }

    @Test
    void whereLessIsWorseTheThresholdGoesDown() {
        List<PastAlert> alerts = Stream.of(
                        times(4, falseAlarm(48, 43)), times(1, falseAlarm(20, 15)), times(4, closedAsHandled(40, 35)))
                .flatMap(List::stream)
                .toList();

        assertThat(Calming.of(alerts, rule(1, 14), SCORE))
                .containsExactly(
                        new Calming(
                                "Raise it only once the health score is 40 points or less",
                                "4 of 5 false alarms had not got as far as 40 points: from there on, 5 of 9 would have been raised, and none that somebody made use of would be missing."));
    }

    @Test
    void falseAlarmsAmongTheWorstAreNoMatterOfAThreshold() {
        List<PastAlert> alerts = new ArrayList<>(times(4, falseAlarm(60, 70)));
        alerts.addAll(times(4, closedAsHandled(25, 35)));

        assertThat(Calming.of(alerts, rule(1, 14), FALL)).isEmpty();
    }

    private static Rule rule(int dwellDays, int holdDays) {
        var definition = new RuleDefinition(
                "Joined", Nature.RISK, new NewUsers(10, 7, 0, 0), Audience.EVERYBODY, dwellDays, holdDays, 0, null);
        return new Rule(1, "joined", 1, definition, true);
    }

    private static PastAlert resolved(int days) {
        return new PastAlert(
                DAY, DAY.plusDays(days + 7), DAY.plusDays(days), held(days), null, null, null, false, null, null);
    }

    private static PastAlert acknowledged(int days) {
        return new PastAlert(
                DAY, DAY.plusDays(days + 7), DAY.plusDays(days), held(days), null, null, null, true, null, null);
    }

    private static PastAlert after(int days) {
        return new PastAlert(
                DAY, DAY.plusDays(40), DAY.plusDays(30), held(15), null, null, DAY.minusDays(days), true, null, null);
    }

    private static PastAlert falseAlarm(double value, double worseAt) {
        return closed(value, worseAt, CloseReason.FALSE_ALARM);
    }

    private static PastAlert closedAsHandled(double value, double worseAt) {
        return closed(value, worseAt, CloseReason.HANDLED_OTHERWISE);
    }

    private static PastAlert closed(double value, double worseAt, @Nullable CloseReason reason) {
        return new PastAlert(DAY, DAY.plusDays(20), null, held(15), value, worseAt, null, false, reason, null);
    }

    private static List<LocalDate> held(int days) {
        return DAY.datesUntil(DAY.plusDays(days)).toList();
    }

    private static List<PastAlert> times(int count, PastAlert alert) {
        return Stream.generate(() -> alert).limit(count).toList();
    }
}
