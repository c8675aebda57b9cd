package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.play.RunCancelled;
import ews.plays.AccountOfCarla;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.task.TaskLists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class WithdrawalTest extends AccountOfCarla {

    @Autowired
    private Withdrawal withdrawal;

    @Autowired
    private Plays plays;

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists lists;

    @Autowired
    private TaskLists tasks;

    @Autowired
    private ApplicationEvents events;

    @Test
    void thePlayIsOffAndItsRunsAreGivenUpWithTheReason() {
        Play play = given.playWithTasks(1);
        Run one = runs.start(account, play, null, "It is time.", actor);
        Run two = runs.start(given.account("Bolt", csm), play, null, "It is time.", actor);
        Run other = runs.start(account, given.playWithTasks(1), null, "It is time.", actor);

        assertThat(withdrawal.withdraw(play.key(), "It does not help.", actor)).isEqualTo(2);

        assertThat(plays.withKey(play.key()).orElseThrow().enabled()).isFalse();
        assertThat(events.stream(RunCancelled.class))
                .extracting(RunCancelled::run, RunCancelled::reason)
                .containsExactly(tuple(one.id(), "It does not help."), tuple(two.id(), "It does not help."));
        assertThat(tasks.ofRun(two.id())).noneMatch(it -> it.isOpen());
        assertThat(lists.withId(other.id()).orElseThrow().isRunning()).isTrue();
    }

    @Test
    void withoutAReasonNothingHappens() {
        Play play = given.playWithTasks(1);

        assertThatIllegalArgumentException().isThrownBy(() -> withdrawal.withdraw(play.key(), " ", actor));

        assertThat(plays.withKey(play.key()).orElseThrow().enabled()).isTrue();
    }
}
