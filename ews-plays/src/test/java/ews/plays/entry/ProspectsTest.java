package ews.plays.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import ews.plays.entry.Prospects.Prospect;
import ews.plays.play.Definition;
import ews.plays.play.Entry;
import ews.plays.play.Entry.Repeat;
import ews.plays.play.Play;
import ews.plays.play.Trigger;
import ews.plays.play.Trigger.Milestone;
import ews.plays.run.Run;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** It is Thursday, 19 November 2026. */
class ProspectsTest extends AtTheGate {

    @Autowired
    private Prospects prospects;

    @Test
    void thoseThatAreThereAlreadyCanBeLetInTogether() {
        Play play = play(POOR);
        isIn("big-ones");
        AccountId other = given.account("Birch", csm);
        assertThat(prospects.of(play).first())
                .extracting(Prospect::name, Prospect::reason)
                .containsExactly(tuple("Acme", "Health is poor."));
        assertThat(runsOf(account)).isEmpty();

        calls.of(play, prospects.all(play), actor);
        gate.letIn();

        assertThat(runsOf(account)).singleElement().extracting(Run::reason).isEqualTo("Health is poor.");
        assertThat(runsOf(other)).isEmpty();
        assertThat(prospects.of(play).count()).as("it is in the play now").isZero();
        assertThat(given.auditedActions()).contains("play.started_for_many");
    }

    @Test
    void onlyWhomThePlayWouldLetInIsCounted() {
        isIn("big-ones");
        assertThat(counted(new Entry(List.of(POOR), List.of("big-ones"), List.of(), Repeat.ALWAYS)))
                .isEqualTo(1);
        assertThat(counted(new Entry(List.of(new Trigger.Segment("big-ones")), List.of(), List.of(), Repeat.ALWAYS)))
                .isEqualTo(1);

        segment("small-ones");
        assertThat(counted(new Entry(List.of(POOR), List.of("small-ones"), List.of(), Repeat.ALWAYS)))
                .as("it is in another segment")
                .isZero();
        assertThat(counted(new Entry(
                        List.of(POOR),
                        List.of(),
                        List.of(new Condition.Attribute("size", List.of("big"))),
                        Repeat.ALWAYS)))
                .as("nobody has told its size")
                .isZero();
        assertThat(counted(new Entry(List.of(), List.of(), List.of(), Repeat.ALWAYS)))
                .as("only people start it")
                .isZero();
    }

    @Test
    void whoHasBeenInThePlayOftenEnoughIsNotCounted() {
        isIn("big-ones");
        Play play = play(new Entry(List.of(POOR), List.of(), List.of(), Repeat.onceIn(30)));
        falls(Band.POOR);
        finishAll();
        assertThat(prospects.of(play).count()).isZero();

        given.clock().tick(Duration.ofDays(30));
        assertThat(prospects.of(play).count()).isEqualTo(1);
    }

    @Test
    void datesOfThePastWeekCountNowAndThoseOfTheNextMonthSoon() {
        renewsOn(LocalDate.of(2027, 2, 18));
        Play play = play(new Milestone(Milestone.Date.RENEWAL, 90));
        assertThat(prospects.of(play).count()).isZero();
        assertThat(prospects.of(play).soon()).isEqualTo(1);

        given.clock().tick(Duration.ofDays(1));
        assertThat(prospects.of(play).count()).isEqualTo(1);
        assertThat(prospects.of(play).soon()).isZero();

        milestones();
        assertThat(prospects.of(play).count()).isZero();
    }

    private long counted(Entry entry) {
        return prospects
                .of(new Play("new-one", "New one", "For a test.", 0, true, new Definition(entry, List.of(), null, 0)))
                .count();
    }
}
