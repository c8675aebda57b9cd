package ews.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A fifth fewer active users: watch the account, make a win-back plan, invite everybody to a webinar. */
class DeclineStoryTest extends StoryTest {

    @Test
    void usersComeBackAndLeaveOnceMore() throws Exception {
        happens(
                quarryFoods(),
                contract(),
                weekly(1, 15, "order.created", HISTORY, 0),
                weekly(16, 20, "order.created", HISTORY, -30));

        opensTheAlert("in_play", "Active users fell 25 %");
        csm.getByText("Open the run").click();
        main(csm).containsText("watch list");
        csm.navigate("/watch-lists/watch");
        main(csm).containsText("Usage is declining: keep an eye out for further decline.");

        manager.navigate("/tasks");
        does(
                manager,
                "Create a win-back plan together with the CSM",
                "Chloe calls those who stopped; we offer a webinar.");
        opensTheRun("Declining usage");
        csm.locator("main a[href^='/tasks/']")
                .getByText("Invite all users to the training webinar")
                .click();
        writesToIda("Usage has fallen");
        assertThat(received(1)).hasSize(1);
        csm.getByText("Go on with").click();
        csm.locator("#note").fill("Eighteen accepted.");
        csm.locator("button[data-key=e]").click();
        opensTheRun("Declining usage");
        main(csm).containsText("Facts may prove until");
        assertReadable(csm, "story-decline-done");
        assertNothingIsLeft();

        passesTo(20, weekly(1, 20, "order.created", 1, 20));
        opensTheRun("Declining usage");
        main(csm).not().containsText("Proven by facts"); // that they came back has to last
        passesTo(50, weekly(1, 20, "order.created", 21, 50));
        opensTheRun("Declining usage");
        String first = csm.url();
        main(csm).containsText("Proven by facts: Active users, 28 days at least 95 % of the level before");
        manager.navigate("/follow-up"); // few users meant another play, which nobody has worked on
        main(manager).containsText("Call your contact and listen");
        main(manager).not().containsText("Create a win-back plan");
        assertToldOf("alert_raised", "run_started", "run_finished");

        passesTo(66, weekly(1, 15, "order.created", 51, 66)); // those who had come back leave again
        passesTo(80, weekly(1, 15, "order.created", 67, 80));
        opensTheRun("Declining usage");
        assertThat(csm.url()).isNotEqualTo(first);
        assertReadable(csm, "story-decline-relapse");
        csm.getByText("A relapse: the run before it had ended by proof.").click();
        assertThat(csm.url()).isEqualTo(first);
        main(csm).containsText("Proven by facts");
        manager.navigate("/tasks");
        main(manager).containsText("Create a win-back plan together with the CSM");
    }
}
