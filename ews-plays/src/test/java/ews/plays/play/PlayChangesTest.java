package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;

import ews.plays.Given;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WatchListStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayChangesTest {

    private static final Step CALL = Given.task("Call", 1);
    private static final Step WRITE = Given.task("Write", 3);
    private static final Step VISIT = Given.task("Visit", 5);
    private static final Step WATCH = new WatchListStep("watch", "It declines.");
    private static final Step HELP = new EscalateStep("Help", "Please.", Due.workingDays(2));

    private static Play play(Step... steps) {
        return new Play("win-back", "Win-back", "For a test.", 1, true, List.of(steps));
    }

    @Test
    void theSameIsNoChange() {
        assertThat(PlayChanges.between(play(CALL, WATCH, HELP), play(CALL, WATCH, HELP)))
                .isEmpty();
    }

    @Test
    void anotherNameAndDescriptionAreSaid() {
        assertThat(PlayChanges.between(play(CALL), new Play("win-back", "Save", "For all.", 2, true, List.of(CALL))))
                .containsExactly("Name “Save”, it was “Win-back”", "Description “For all.”, it was “For a test.”");
    }

    @Test
    void aNewStepAndOneThatIsGoneAreSaid() {
        assertThat(PlayChanges.between(play(CALL, WATCH), play(WATCH, HELP)))
                .containsExactly(
                        "Without step 1: “Call”, CSM, within 1 working day",
                        "Step 2 is new: escalate “Help”, within 2 working days");
    }

    @Test
    void aStepThatWasPutInFrontMovesNoOther() {
        assertThat(PlayChanges.between(play(CALL, WRITE), play(VISIT, CALL, WRITE)))
                .containsExactly("Step 1 is new: “Visit”, CSM, within 5 working days");
    }

    @Test
    void onlyTheStepThatWasMovedIsSaidToBe() {
        assertThat(PlayChanges.between(play(CALL, WRITE, VISIT, HELP), play(HELP, CALL, WRITE, VISIT)))
                .containsExactly("“Help” is step 1 now, it was step 4");
    }

    @Test
    void eachFieldOfATaskIsSaid() {
        Step other =
                new TaskStep("Call", "How to do it well.", Due.workingDays(2).afterTheStepBefore(), Assignee.MANAGER);

        assertThat(PlayChanges.between(play(HELP, CALL), play(HELP, other)))
                .containsExactly(
                        "Step 2: text “How to do it well.”, it was “How to do it.”",
                        "Step 2: due 2 working days after the step before, it was within 1 working day",
                        "Step 2: for Manager, it was CSM");
    }

    @Test
    void anotherTitleAtTheSamePlaceIsTheSameStep() {
        assertThat(PlayChanges.between(play(CALL, WRITE), play(Given.task("Phone", 1), WRITE)))
                .containsExactly("Step 1: title “Phone”, it was “Call”");
    }

    @Test
    void eachFieldOfAnEscalationAndAWatchListIsSaid() {
        assertThat(PlayChanges.between(
                        play(WATCH, HELP),
                        play(
                                new WatchListStep("watch", "It fell."),
                                new EscalateStep("Help", "Please.", Due.calendarDays(2)))))
                .containsExactly(
                        "Step 1: reason “It fell.”, it was “It declines.”",
                        "Step 2: due within 2 days, it was within 2 working days");
    }

    @Test
    void ofALongTextThePartIsSaidThatIsDifferent() {
        String same = "Ask your contact what the new users shall achieve, and agree on a date within the next two ";

        assertThat(PlayChanges.between(
                        play(new TaskStep("Call", same + "weeks.", Due.workingDays(1), Assignee.CSM)),
                        play(new TaskStep("Call", same + "months.", Due.workingDays(1), Assignee.CSM))))
                .containsExactly("Step 1: text “…within the next two months.”, it was “…within the next two weeks.”");
    }
}
