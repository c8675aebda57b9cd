package ews.plays.entry;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import ews.plays.Given;
import ews.plays.play.Definition;
import ews.plays.play.Entry;
import ews.plays.play.Entry.Repeat;
import ews.plays.play.Play;
import ews.plays.play.Step.WatchListStep;
import ews.plays.play.Trigger;
import ews.plays.play.Trigger.Milestone;
import ews.plays.run.Run;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** It is Thursday, 19 November 2026. */
class EntryTest extends AtTheGate {

    @Test
    void aPlayStartsWhenHealthBecomesAsItsTriggerSays() {
        play(POOR);

        falls(Band.AVERAGE);
        assertThat(runsOf(account)).isEmpty();

        falls(Band.POOR);
        assertThat(runsOf(account)).singleElement().extracting(Run::reason).isEqualTo("Health is poor, it was good.");
    }

    @Test
    void aPlayThatIsOffDoesNotStart() {
        Play play = play(POOR);
        plays.disable(play.key(), Actor.SYSTEM);

        falls(Band.POOR);

        assertThat(runsOf(account)).isEmpty();
    }

    @Test
    void aPlayStartsWhenTheAccountComesIntoASegment() {
        int segment = segment("big-ones");
        play(new Trigger.Segment("big-ones"));

        calls.ofSegment(account, segment("small-ones"));
        gate.letIn();
        assertThat(runsOf(account)).isEmpty();

        calls.ofSegment(account, segment);
        gate.letIn();
        assertThat(runsOf(account))
                .singleElement()
                .extracting(Run::reason)
                .isEqualTo("It came into the segment \"big-ones\".");
    }

    @Test
    void aMilestoneStartsAPlayOnItsDayAndOnce() {
        renewsOn(LocalDate.of(2027, 2, 18));
        play(new Milestone(Milestone.Date.RENEWAL, 90));

        milestones();
        assertThat(runsOf(account)).as("91 days before").isEmpty();

        given.clock().tick(Duration.ofDays(1));
        milestones();
        cancelAll();
        given.clock().tick(Duration.ofDays(1));
        milestones();
        assertThat(runsOf(account)).singleElement().extracting(Run::reason).isEqualTo("The renewal is on 2027-02-18.");
    }

    @Test
    void aMilestoneThatNobodySawCountsForAWeek() {
        play(new Milestone(Milestone.Date.FIRST_SEEN, 315), new Milestone(Milestone.Date.FIRST_SEEN, 314));

        milestones();

        assertThat(runsOf(account)).as("322 days after 1 January").hasSize(1);
    }

    @Test
    void onlyAccountsForWhichTheConditionsHoldComeIn() {
        Play play = play(new Entry(
                List.of(POOR), List.of(), List.of(new Condition.Attribute("size", List.of("big"))), Repeat.ALWAYS));

        falls(Band.POOR);

        assertThat(runsOf(account)).isEmpty();
        assertThat(given.audited("run.not_started"))
                .singleElement()
                .asString()
                .contains(play.key(), "it is not so that size is big", "Health is poor, it was good.");
    }

    @Test
    void onlyAccountsOfTheSegmentsComeIn() {
        segment("big-ones");
        play(new Entry(List.of(POOR), List.of("big-ones"), List.of(), Repeat.ALWAYS));
        falls(Band.POOR);
        assertThat(runsOf(account)).isEmpty();

        isIn("big-ones");
        falls(Band.POOR);
        assertThat(runsOf(account)).hasSize(1);
    }

    @Test
    void aPlayStartsAtMostAsOftenAsItSays() {
        play(new Entry(List.of(POOR), List.of(), List.of(), Repeat.atMost(1)));

        falls(Band.POOR);
        finishAll();
        falls(Band.POOR);

        assertThat(runsOf(account)).hasSize(1);
        assertThat(given.audited("run.not_started"))
                .singleElement()
                .asString()
                .contains("the account has been in it once already");
    }

    @Test
    void aRunThatWasGivenUpDoesNotCount() {
        play(new Entry(List.of(POOR), List.of(), List.of(), Repeat.atMost(1)));
        falls(Band.POOR);
        cancelAll();

        falls(Band.POOR);

        assertThat(runsOf(account)).hasSize(2);
    }

    @Test
    void aPlayStartsAgainWhenItsDaysArePast() {
        play(new Entry(List.of(POOR), List.of(), List.of(), Repeat.onceIn(30)));
        falls(Band.POOR);
        finishAll();

        given.clock().tick(Duration.ofDays(29));
        falls(Band.POOR);
        assertThat(runsOf(account)).hasSize(1);

        given.clock().tick(Duration.ofDays(1));
        falls(Band.POOR);
        assertThat(runsOf(account)).hasSize(2);
    }

    @Test
    void theShareThatIsHeldOutGetsNoRunAndIsRemembered() {
        Play play = plays.save(
                new Play(
                        "held-out",
                        "Held out",
                        "For a test.",
                        0,
                        true,
                        new Definition(
                                new Entry(List.of(POOR), List.of(), List.of(), Repeat.ALWAYS),
                                List.of(Given.task("Call", 1)),
                                null,
                                50)),
                "For a test",
                Actor.SYSTEM);
        for (int i = 0; i < 100; i++) {
            calls.ofHealth(given.account("Account " + i, csm), Band.GOOD, Band.POOR);
        }

        gate.letIn();

        int heldOut = count("held_out");
        assertThat(heldOut).isBetween(30, 70);
        assertThat(count("run")).isEqualTo(100 - heldOut);
        assertThat(play.definition().holdOut()).isEqualTo(50);
    }

    @Test
    void anAlertStartsNoPlayThatItOnlySuggests() {
        Play play = play(POOR);

        assertThat(play.definition().entry().isByAlert()).isFalse();
        entrances.enter(account, given.playWithTasks(1), new AlertId(7), "Fewer users");
        assertThat(runsOf(account)).singleElement().extracting(Run::alert).isEqualTo(new AlertId(7));
    }

    @Test
    void aCallThatFailsSaysWhyAndHoldsUpNoOther() {
        watchLists.create("doomed", "Doomed", Actor.SYSTEM);
        play(new Entry(List.of(POOR), List.of(), List.of(), Repeat.ALWAYS), new WatchListStep("doomed", "A test."));
        calls.ofHealth(account, Band.GOOD, Band.POOR);
        jdbc.sql("delete from watch_list where key = 'doomed'").update();
        play(new Entry(List.of(POOR), List.of(), List.of(), Repeat.ALWAYS), Given.task("Call", 1));
        AccountId other = given.account("Birch", csm);
        calls.ofHealth(other, Band.GOOD, Band.POOR);

        gate.letIn();

        assertThat(jdbc.sql("select failure from play_call where failure is not null")
                        .query((row, _) -> row.getString("failure"))
                        .list())
                .isNotEmpty();
        assertThat(runsOf(other)).extracting(Run::tasks).contains(1);
    }
}
