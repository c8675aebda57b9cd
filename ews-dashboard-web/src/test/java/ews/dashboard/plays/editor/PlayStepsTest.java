package ews.dashboard.plays.editor;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.member.Role;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Wait;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of a play: added, moved and removed, with waits and branches. */
class PlayStepsTest extends PlayEditing {

    private static final TaskStep OTTO = new TaskStep(
            "Ask why", "And listen.", Due.workingDays(1).afterTheStepBefore(), Assignee.of("otto.berg@example.com"));

    private static final String[] BRANCH = {
        "steps[3].kind",
        "WAIT_TASKS",
        "steps[3].days",
        "10",
        "steps[3].unit",
        "WORKING_DAYS",
        "steps[4].kind",
        "IF_ATTRIBUTE",
        "steps[4].condition.kind",
        "attribute",
        "steps[4].condition.attribute",
        "size",
        "steps[4].condition.values",
        "big",
        "steps[5].kind",
        "START_PLAY",
        "steps[5].play",
        "win-back",
        "steps[6].kind",
        "OTHERWISE",
        "steps[7].kind",
        "TASK",
        "steps[7].title",
        "Ask why",
        "steps[7].detail",
        "And listen.",
        "steps[7].days",
        "1",
        "steps[7].unit",
        "WORKING_DAYS",
        "steps[7].from",
        "PREVIOUS_STEP",
        "steps[7].who",
        "MEMBER",
        "steps[7].member",
        "otto.berg@example.com",
        "steps[8].kind",
        "END"
    };

    /** The step on which the browser puts the focus. */
    private static String focused(int step) {
        return "<fieldset[^>]* autofocus[^>]*>\\s*<legend[^>]*>Step %d:".formatted(step);
    }

    @Test
    void aPlayCanWaitAndBranch() {
        joined("Otto Berg", Role.CSM);
        follow(post("/plays/new", with(SPONSOR, BRANCH)));

        assertThat(saved().steps())
                .containsExactly(
                        CALL,
                        WATCH,
                        HELP,
                        new WaitStep(new Wait.Tasks(10, Due.Unit.WORKING_DAYS)),
                        new BranchStep(BIG, List.of(new StartPlayStep("win-back")), List.of(OTTO)));
        assertThat(html(get(PAGE)))
                .contains("Wait until all tasks are done, at most 10 working days", "If size is big")
                .contains("Step 6, otherwise step 7", "unless size is big", "Start the play “Win-back”");
        String form = html(get(EDIT));
        assertThat(form).contains("5. Branch on an attribute", "Otherwise", "End of the branch", "7. Task");
        assertThat(follow(post(EDIT, with(with(SPONSOR, BRANCH), "seen", "1", "reason", "Nothing"))))
                .contains("says what it said before");
    }

    @Test
    void aBranchIsAddedWithItsEndAndRemovedWithIt() {
        String added = html(post("/plays/new", with(SPONSOR, "insert", "true", "add", "IF_METRIC", "after", "0")));
        assertThat(added)
                .containsSubsequence(
                        "1. Task", "2. Branch on a metric", "Otherwise", "End of the branch", "3. Watch list")
                .containsPattern(focused(2));

        assertThat(html(post("/plays/new", with(with(SPONSOR, BRANCH), "remove", "4"))))
                .contains("5. Start a play", "6. Task")
                .doesNotContain("<h2 aria-hidden=\"true\">Otherwise", "<h2 aria-hidden=\"true\">End of the branch");
    }

    @Test
    void aBranchThatDoesNotEndIsPointedAt() {
        assertThat(html(post("/plays/new", with(with(SPONSOR, BRANCH), "steps[8].kind", "TASK"))))
                .contains("The end of this branch is missing");
        assertThat(html(post("/plays/new", with(SPONSOR, "steps[1].kind", "END"))))
                .contains("This belongs into a branch");
        assertThat(html(post("/plays/new", with(with(SPONSOR, BRANCH), "steps[7].member", "nobody@example.com"))))
                .containsPattern("id=\"steps\\[7].member-error\">Please choose one");
    }

    @Test
    void stepsAreAddedMovedAndRemovedBeforeAnythingIsSaved() {
        follow(post("/plays/new", SPONSOR));

        String added = html(post(EDIT, with(SPONSOR, "seen", "1", "insert", "true", "add", "WATCH_LIST")));
        assertThat(added).contains("4. Watch list").containsPattern(focused(4));
        String moved = html(post(EDIT, with(SPONSOR, "seen", "1", "down", "0")));
        assertThat(moved).contains("1. Watch list", "2. Task").containsPattern(focused(2));
        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "up", "2"))))
                .contains("2. Escalation to a manager", "3. Watch list");
        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "remove", "1"))))
                .contains("1. Task", "2. Escalation to a manager")
                .doesNotContain(". Watch list");
        assertThat(html(post(EDIT, with(SPONSOR, "up", "0")))).contains("1. Task", "2. Watch list");
        assertThat(saved().version()).isEqualTo(1);
    }

    @Test
    void theFirstStepIsCountedFromTheStart() {
        assertThat(html(post("/plays/new", with(SPONSOR, "steps[0].from", "PREVIOUS_STEP"))))
                .containsPattern("id=\"steps\\[0].from-error\">No step before has a due day");
    }
}
