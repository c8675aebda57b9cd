package ews.plays.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.TransitionRefused;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReschedulingTest extends AccountOfCarla {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @Autowired
    private Rescheduling rescheduling;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists lists;

    @Autowired
    private Runs runs;

    private Run run;

    /** Due on Friday, Monday and Tuesday. */
    @BeforeEach
    void threeTasksOfARun() {
        run = runs.start(
                account,
                given.play(Given.task("Call", 1), Given.task("Train", 2), Given.task("Check", 3)),
                null,
                "It is time.",
                actor);
    }

    private TaskId task(int step) {
        return lists.ofRun(run.id()).get(step - 1).id();
    }

    private List<LocalDate> dueDays() {
        return lists.ofRun(run.id()).stream().map(Task::due).toList();
    }

    @Test
    void theLaterTasksMoveByAsManyWorkingDays() {
        List<Move> moves = rescheduling.reschedule(task(1), TUESDAY, true, actor);

        assertThat(dueDays()).containsExactly(TUESDAY, WEDNESDAY, THURSDAY);
        assertThat(moves)
                .containsExactly(
                        new Move(task(1), "Call", FRIDAY, TUESDAY),
                        new Move(task(2), "Train", MONDAY, WEDNESDAY),
                        new Move(task(3), "Check", TUESDAY, THURSDAY));
    }

    @Test
    void whatWouldMoveIsToldBefore() {
        assertThat(rescheduling.later(task(2), THURSDAY))
                .containsExactly(new Move(task(3), "Check", TUESDAY, FRIDAY.plusWeeks(1)));
        assertThat(dueDays()).containsExactly(FRIDAY, MONDAY, TUESDAY);
    }

    @Test
    void onlyTheTaskMovesWhereNothingElseIsAskedFor() {
        rescheduling.reschedule(task(1), WEDNESDAY, false, actor);

        assertThat(dueDays()).containsExactly(WEDNESDAY, MONDAY, TUESDAY);
    }

    @Test
    void whatIsDoneOrDueEarlierStays() {
        tasks.done(task(3), null, actor);

        rescheduling.reschedule(task(2), TUESDAY, true, actor);

        assertThat(dueDays()).containsExactly(FRIDAY, TUESDAY, TUESDAY);
    }

    @Test
    void earlierMovesTheLaterOnesForwardButNotIntoThePast() {
        rescheduling.reschedule(task(2), LocalDate.of(2026, 11, 19), true, actor);

        assertThat(dueDays()).containsExactly(FRIDAY, LocalDate.of(2026, 11, 19), FRIDAY);
        given.clock().tick(Duration.ofDays(1));

        assertThat(rescheduling.later(task(2), FRIDAY)).containsExactly(new Move(task(3), "Check", FRIDAY, MONDAY));
    }

    @Test
    void aTaskWithoutARunHasNoLaterOnes() {
        Task alone = tasks.add(account, "Alone", "", FRIDAY, csm.id(), actor);

        assertThat(rescheduling.later(alone.id(), MONDAY)).isEmpty();
        rescheduling.reschedule(alone.id(), MONDAY, true, actor);
        assertThat(tasks.withId(alone.id()).orElseThrow().due()).isEqualTo(MONDAY);
    }

    @Test
    void nothingMovesIfOneCannot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rescheduling.reschedule(task(1), LocalDate.of(2031, 11, 19), true, actor))
                .withMessageContaining("is too far ahead");

        assertThat(dueDays()).containsExactly(FRIDAY, MONDAY, TUESDAY);
    }

    @Test
    void whatIsDoneDoesNotMove() {
        TaskId done = task(1);
        tasks.done(done, null, actor);

        assertThatExceptionOfType(TransitionRefused.class)
                .isThrownBy(() -> rescheduling.reschedule(done, MONDAY, true, actor));

        assertThat(dueDays()).containsExactly(FRIDAY, MONDAY, TUESDAY);
    }

    @Test
    void undoingPutsBackWhatNothingHasChangedSince() {
        List<Move> moves = rescheduling.reschedule(task(1), TUESDAY, true, actor);
        tasks.reschedule(task(3), FRIDAY, actor);

        assertThat(rescheduling.undo(moves, actor)).isEqualTo(2);

        assertThat(dueDays()).containsExactly(FRIDAY, MONDAY, FRIDAY);
    }
}
