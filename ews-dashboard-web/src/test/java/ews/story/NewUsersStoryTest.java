package ews.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ten new users joined the account: schedule a training for them. */
class NewUsersStoryTest extends StoryTest {

    @Test
    void newUsersAreTrainedLateAndStay() throws Exception {
        happens(quarryFoods(), contract(), weekly(1, 40, "order.created", HISTORY, 0));
        assertNothingIsLeft();

        happens(once(41, 51, "order.created", 0));
        opensTheAlert("in_play", "11 users joined in 7 days");
        main(csm).containsText("Train new users");
        csm.getByText("Open the run").click();
        main(csm).containsText("11 users joined in 7 days");
        main(csm).containsText("It ends by itself if");
        assertReadable(csm, "story-users-run");
        assertTold("alert_raised", "run_started");

        passesTo(8, weekly(1, 51, "order.created", 1, 8)); // the task was due on Wednesday
        manager.navigate("/follow-up");
        main(manager).containsText("Schedule a training for the new users");
        main(manager).containsText("to Manager Example on");
        assertReadable(manager, "story-users-escalated");
        csm.navigate("/me/notices");
        main(csm).containsText("Schedule a training for the new users");

        opensTheRun("Train new users");
        csm.locator("main a[href^='/tasks/']")
                .getByText("Schedule a training for the new users")
                .click();
        writesToIda("Training for new users");
        assertThat(received(1).getFirst().getSubject()).isEqualTo("A training for the new colleagues at Quarry Foods");
        csm.getByText("Go on with").click();
        csm.locator("#note").fill("The training is on the 20th, for all eleven.");
        csm.locator("button[data-key=e]").click();
        assertNothingIsLeft();

        passesTo(21, weekly(1, 51, "order.created", 9, 21));
        opensTheRun("Train new users");
        logsACall("All eleven were there; two ask for more seats.");
        does(csm, "Check that the new users got started", "Nine of eleven work with it.");
        opensTheRun("Train new users");
        main(csm).containsText("All tasks are done");
        assertNothingIsLeft();

        passesTo(43, weekly(1, 51, "order.created", 22, 43));
        opensTheRun("Train new users");
        main(csm).containsText("Proven by facts: Active users, 28 days at least 110 % of the level before");
        main(csm).containsText("All eleven were there; two ask for more seats.");
        main(csm).containsText("A training for the new colleagues at Quarry Foods");
        main(csm).containsText("Nine of eleven work with it.");
        assertReadable(csm, "story-users-proven");
        assertNothingIsLeft();
        assertTold("alert_raised", "run_started", "task_due", "task_due", "run_finished");
    }

    @Test
    void newUsersWhoDoNotComeBackProveNothing() {
        happens(quarryFoods(), contract(), weekly(1, 40, "order.created", HISTORY, 0));
        happens(once(41, 51, "order.created", 0));

        passesTo(43, weekly(1, 40, "order.created", 1, 43));

        opensTheRun("Train new users");
        main(csm).not().containsText("Proven by facts");
        main(csm).containsText("0 of 2 tasks done");
    }
}
