package ews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The account started to use a feature: send best practices, and hold an adoption review in 30 days. */
class NewFeatureStoryTest extends StoryTest {

    @Test
    void aFirstTryBecomesAHabit() throws Exception {
        happens(
                quarryFoods(),
                contract(),
                weekly(1, 20, "order.created", HISTORY, 0),
                weekly(1, 20, "stock.counted", HISTORY, 0),
                once(1, 4, "forecast.created", 0));

        opensTheAlert("in_play", "Started using forecast.created");
        main(csm).containsText("Used forecast.created for the first time");
        csm.getByText("Open the run").click();
        csm.locator("main a[href^='/tasks/']")
                .getByText("Send best practices and power tips")
                .click();
        writesToIda("Tips for a new feature");
        assertThat(received(1).getFirst().getAllRecipients()[0]).hasToString("Ida Berg <ida@quarry.example>");
        csm.getByText("Go on with").click();
        csm.locator("#note").fill("Ida shows it to the planners.");
        csm.locator("button[data-key=e]").click();
        assertNothingIsLeft();

        passesTo(30, used(1, 30));
        csm.navigate("/tasks");
        csm.locator("main").getByText("Hold the adoption review").click();
        csm.locator("#note").fill("Eight planners forecast every week.");
        csm.locator("button[data-key=e]").click();
        opensTheRun("Adopt a new feature");
        main(csm).containsText("Facts may prove until");
        assertNothingIsLeft();

        passesTo(43, used(31, 43));
        opensTheRun("Adopt a new feature");
        main(csm).containsText("Proven by facts: Features used, 28 days at least 101 % of the level before");
        main(csm).containsText("Eight planners forecast every week.");
        assertReadable(csm, "story-feature-proven");
        assertNothingIsLeft();
        assertTold("alert_raised", "run_started", "task_due", "run_finished");
    }

    private Stream<String> used(int firstDay, int lastDay) {
        return Stream.of(
                        weekly(1, 20, "order.created", firstDay, lastDay),
                        weekly(1, 20, "stock.counted", firstDay, lastDay),
                        weekly(1, 8, "forecast.created", firstDay, lastDay))
                .flatMap(it -> it);
    }
}
