package ews.plays.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

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

    @Test
    void whoHasBeenInThePlayOnceIsNotCountedIfItIsForOnce() {
        isIn("big-ones");
        Play play = play(new Entry(List.of(POOR), List.of(), List.of(), Repeat.atMost(1)));
        assertThat(prospects.of(play).count()).isEqualTo(1);

        falls(Band.POOR);
        finishAll();

        assertThat(prospects.of(play).count()).isZero();
    }

    @Test
    void ofManyAccountsSomeAreJudgedAndTheCountIsCalledAnEstimate() {
        segment("many-ones");
        jdbc.sql("""
                        with many as (
                          insert into account (key, name, status, first_seen_on)
                          select 'many-' || i, 'Many ' || i, 'active', '2026-01-01' from generate_series(1, :most * 2) i
                          returning id, key
                        ), healths as (
                          insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                          select many.id, '2026-11-19', 'poor', s.id, 1, '{}', now()
                          from many, segment s where s.key = 'many-ones'
                        )
                        insert into attribute_change (account_id, name, occurred_at, event_key, value)
                        select id, 'size', '2026-01-01', 1, 'big' from many where right(key, 1) < '5'
                        """).param("most", Prospects.MOST_JUDGED).update();
        Condition big = new Condition.Attribute("size", List.of("big"));
        Play play = unsaved(new Entry(List.of(POOR), List.of("many-ones"), List.of(big), Repeat.ALWAYS));

        assertThat(prospects.of(play)).satisfies(it -> {
            assertThat(it.exact()).isFalse();
            assertThat(it.count()).isCloseTo(Prospects.MOST_JUDGED, withinPercentage(10));
            assertThat(it.first())
                    .hasSize(20)
                    .allSatisfy(one -> assertThat(one.name()).matches("Many \\d*[0-4]"));
        });
        assertThat(prospects.of(play)).as("looked at once more").isEqualTo(prospects.of(play));
        assertThat(prospects.all(play)).hasSize(Prospects.MOST_JUDGED);
    }

    private long counted(Entry entry) {
        return prospects.of(unsaved(entry)).count();
    }

    private static Play unsaved(Entry entry) {
        return new Play("new-one", "New one", "For a test.", 0, true, new Definition(entry, List.of(), null, 0));
    }
}
