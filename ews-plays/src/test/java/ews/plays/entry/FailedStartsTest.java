package ews.plays.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.audit.Actor;
import ews.domain.score.Band;
import ews.plays.entry.FailedStarts.FailedStart;
import ews.plays.play.Entry;
import ews.plays.play.Entry.Repeat;
import ews.plays.play.Play;
import ews.plays.play.Step.WatchListStep;
import ews.plays.run.Run;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Acme should have come into a play, whose watch list was gone. It is Thursday, 19 November 2026. */
class FailedStartsTest extends AtTheGate {

    @Autowired
    private FailedStarts failed;

    private Play play;

    @BeforeEach
    void aStartThatFailed() {
        watchLists.create("doomed", "Doomed", Actor.SYSTEM);
        play = play(
                new Entry(List.of(POOR), List.of(), List.of(), Repeat.ALWAYS), new WatchListStep("doomed", "A test."));
        jdbc.sql("delete from watch_list where key = 'doomed'").update();
        falls(Band.POOR);
    }

    @AfterEach
    void noList() {
        jdbc.sql("delete from watch_list where key = 'doomed'").update();
    }

    private FailedStart theOne() {
        List<FailedStart> all = failed.ofPlay(play.key(), 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void itIsToldWhoseStartFailedAndWhy() {
        assertThat(theOne().account()).isEqualTo(account);
        assertThat(theOne().accountName()).isEqualTo("Acme");
        assertThat(theOne().reason()).isEqualTo("Health is poor, it was good.");
        assertThat(theOne().failure()).isNotBlank().doesNotContain("SQL");
        assertThat(failed.ofPlay("win-back", 10)).as("of another play").isEmpty();
    }

    @Test
    void onceItsCauseIsGoneItStartsWhenTriedAgain() {
        watchLists.create("doomed", "Doomed", Actor.SYSTEM);

        failed.tryAgain(play, theOne().id(), actor);
        gate.letIn();

        assertThat(runsOf(account)).extracting(Run::playKey).containsExactly(play.key());
        assertThat(failed.ofPlay(play.key(), 10)).isEmpty();
        assertThat(given.auditedActions()).contains("play.start_tried_again");
    }

    @Test
    void whatFailsAgainComesBack() {
        failed.tryAgain(play, theOne().id(), actor);
        assertThat(failed.ofPlay(play.key(), 10)).as("it waits").isEmpty();

        gate.letIn();

        assertThat(theOne().failure()).isNotBlank();
        assertThat(runsOf(account)).isEmpty();
    }

    @Test
    void whatIsDismissedStaysAwayAndWhoComesLateIsTold() {
        long start = theOne().id();
        failed.dismiss(play, start, actor);
        gate.letIn();

        assertThat(failed.ofPlay(play.key(), 10)).isEmpty();
        assertThat(runsOf(account)).isEmpty();
        assertThat(given.auditedActions()).contains("play.start_dismissed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> failed.tryAgain(play, start, actor))
                .withMessageContaining("somebody has tried it again or dismissed it");
    }

    @Test
    void aPlayThatIsOffStartsNobody() {
        plays.disable(play.key(), actor);
        Play off = plays.withKey(play.key()).orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> failed.tryAgain(off, theOne().id(), actor))
                .withMessageContaining("switch it on first");
        assertThat(theOne().failure()).isNotBlank();
    }
}
