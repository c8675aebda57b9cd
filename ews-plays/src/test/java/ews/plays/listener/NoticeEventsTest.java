package ews.plays.listener;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.alert.AlertRaised;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.domain.score.Band;
import ews.domain.score.BandChanged;
import ews.domain.time.DayHasPassed;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.discussion.Comments;
import ews.plays.discussion.Topic;
import ews.plays.followup.FollowUp;
import ews.plays.notice.Choice;
import ews.plays.notice.Notice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.NoticePreferences;
import ews.plays.notice.Notices;
import ews.plays.notice.Preferences;
import ews.plays.notice.Timing;
import ews.plays.notice.Way;
import ews.plays.run.Owners;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

class NoticeEventsTest extends AccountOfCarla {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    @Autowired
    private Notices notices;

    @Autowired
    private NoticePreferences preferences;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Runs runs;

    @Autowired
    private RunEndings endings;

    @Autowired
    private Owners owners;

    @Autowired
    private Comments comments;

    @Autowired
    private FollowUp followUp;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    private Member manager;
    private Actor boss;

    @BeforeEach
    void aManager() {
        manager = given.member("Max", Role.MANAGER);
        boss = Actor.of(manager);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private List<String> toldTo(Member member) {
        return notices.newest(member.id(), 100).reversed().stream()
                .map(Notice::line)
                .toList();
    }

    @Test
    void theCsmHearsOfAnAlertOnce() {
        var raised = new AlertRaised(new AlertId(7), account, "decline", "20 % fewer users", null);

        publish(raised);
        publish(raised);

        assertThat(notices.newest(csm.id(), 10)).singleElement().satisfies(it -> {
            assertThat(it.line()).isEqualTo("Acme: 20 % fewer users");
            assertThat(it.path()).isEqualTo("/alerts/7");
            assertThat(it.kind()).isEqualTo(NoticeKind.ALERT_RAISED);
        });
        assertThat(toldTo(manager)).isEmpty();
    }

    @Test
    void nobodyHearsOfAnAccountThatIsGoneOrNobodys() {
        publish(new AlertRaised(new AlertId(7), new AccountId(account.value() + 1_000), "a", "b", null));
        publish(new AlertRaised(new AlertId(8), given.account("Orphan", null), "a", "b", null));

        assertThat(toldTo(csm)).isEmpty();
    }

    @Test
    void theCsmHearsOfHealthIfTheyWant() {
        var changed = new BandChanged(account, THURSDAY, Band.GOOD, Band.POOR);
        publish(changed);
        assertThat(toldTo(csm)).as("not by itself").isEmpty();

        Preferences usual = preferences.of(csm.id());
        preferences.change(
                csm,
                new Preferences(
                        Map.of(NoticeKind.BAND_CHANGED, new Choice(Way.PRODUCT, Timing.DAILY)),
                        usual.times(),
                        usual.ownZone()));
        publish(changed);
        publish(changed);

        assertThat(toldTo(csm)).containsExactly("Acme: health is poor, was good");
    }

    @Test
    void whoGetsATaskHearsOfItButNotOfTheirOwn() {
        Task task = tasks.add(account, "Call", "", THURSDAY, csm.id(), boss);
        tasks.add(account, "Write", "", THURSDAY, csm.id(), actor);
        tasks.reassign(task.id(), manager.id(), actor);
        tasks.reassign(task.id(), manager.id(), actor);

        assertThat(toldTo(csm)).containsExactly("Acme: Call");
        assertThat(toldTo(manager)).containsExactly("Acme: Call");
    }

    @Test
    void whoStartsAPlayIsNotToldOfTheTasksThatItGivesThem() {
        runs.start(account, given.playWithTasks(2), null, "They leave", actor);
        assertThat(toldTo(csm)).isEmpty();

        runs.start(account, given.playWithTasks(2), null, "They leave", boss);
        assertThat(toldTo(csm)).containsExactly("Acme: Task 1", "Acme: Task 2");
    }

    @Test
    void whoGetsAnAccountHearsOfItWithTheWorkOnIt() {
        Member next = given.member("Nora", Role.CSM);
        runs.start(account, given.playWithTasks(1), null, "They leave", actor);

        owners.reassign(account, next.id(), boss);

        assertThat(toldTo(next)).containsExactly("Acme: the account is yours now, with 1 open task");
    }

    @Test
    void whoTakesOverFromSomebodyHearsOfIt() {
        Member next = given.member("Nora", Role.CSM);

        owners.handOver(csm, next.id(), boss);

        assertThat(toldTo(next)).containsExactly("You take over from Carla: 1 account and 0 open tasks");
    }

    @Test
    void whoIsMentionedHearsOfIt() {
        comments.write(Topic.of(account), "@Max, do you\nknow them?", csm);

        assertThat(toldTo(manager)).containsExactly("Acme: Carla: @Max, do you know them?");
        assertThat(notices.newest(manager.id(), 1).getFirst().path()).isEqualTo("/accounts/" + account);
    }

    @Test
    void theOwnerOfARunHearsHowSomebodyElseEndedIt() {
        Run one = runs.start(account, given.playWithTasks(1), null, "They leave", actor);
        Run other = runs.start(account, given.playWithTasks(1), null, "They leave", actor);

        endings.finishSkipping(one.id(), "Not needed.", Outcome.SAVED, "They stay.", boss);
        endings.finishSkipping(other.id(), "Not needed.", Outcome.SAVED, "They stay.", actor);

        assertThat(toldTo(csm)).containsExactly("Acme: %s ended: Saved. They stay.".formatted(one.playName()));
    }

    @Test
    void whatIsDueIsToldWhenItsDayBeginsAndWhatIsOverdueLater() {
        tasks.add(account, "Call", "", THURSDAY, csm.id(), actor);

        publish(new DayHasPassed(THURSDAY.minusDays(1)));
        publish(new DayHasPassed(THURSDAY.minusDays(1)));
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(5)));
        followUp.check();
        followUp.check();

        assertThat(toldTo(csm))
                .containsExactly("Acme: Call is due on 19 Nov 2026", "Acme: Call was due on 19 Nov 2026");
        assertThat(toldTo(manager)).containsExactly("Acme: Call was due on 19 Nov 2026; Carla has it");
    }

    @Test
    void thoseWhoLeadHearOnMondaysHowTheWeekWas() {
        Run run = runs.start(account, given.playWithTasks(1), null, "They leave", actor);
        tasks.add(account, "Call", "", THURSDAY, csm.id(), actor);
        endings.finishSkipping(run.id(), "Not needed.", Outcome.SAVED, "They stay.", actor);
        given.account("Orphan", null);
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(4)));

        publish(new DayHasPassed(THURSDAY.plusDays(3)));
        publish(new DayHasPassed(THURSDAY.plusDays(3)));

        assertThat(toldTo(manager))
                .containsExactly("Last week 0 tasks were done and 1 run ended, 1 of them well."
                        + " Now 1 task is overdue, 0 escalated, and 1 thing is left lying.");
        assertThat(toldTo(csm)).isEmpty();
    }

    @Test
    void theWeekIsToldOfOnALaterDayIfNobodyWasThereOnMonday() {
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(6)));

        publish(new DayHasPassed(THURSDAY.plusDays(5), THURSDAY));

        assertThat(toldTo(manager)).singleElement().asString().startsWith("Last week 0 tasks were done");
    }

    @Test
    void theWeekIsNotToldOfOnOtherDaysOfTheWeek() {
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(6)));

        publish(new DayHasPassed(THURSDAY.plusDays(5), THURSDAY.plusDays(4)));

        assertThat(toldTo(manager)).isEmpty();
    }
}
