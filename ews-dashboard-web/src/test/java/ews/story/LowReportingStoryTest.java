package ews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Low engagement with reporting: invite the executive sponsor to a review session. It does not work out. */
class LowReportingStoryTest extends StoryTest {

    @Test
    void aSponsorWhoDeclinesIsAnHonestEnd() throws Exception {
        happens(quarryFoods(), contract(), ordered(HISTORY, 0), weekly(1, 8, "report.viewed", HISTORY, -30));

        opensTheAlert("in_play", "report");
        main(csm).containsText("report.viewed");
        csm.getByText("Open the run").click();
        writesToIda("Reporting or a feature is hardly used");
        assertThat(received(1).getFirst().getSubject()).isEqualTo("A free review session for Quarry Foods");
        opensTheRun("Reporting review");
        logsACall("Ida: our controllers build their reports in a warehouse of their own now.");
        does(csm, "Invite the executive sponsor", "She declined, kindly.");
        opensTheRun("Reporting review");
        csm.locator("main a[href^='/tasks/']")
                .getByText("Follow up on the review session")
                .click();
        csm.getByText("Skip it").click();
        csm.getByLabel("Why nobody will do it").fill("There was no session.");
        button(csm, "Skip").click();

        opensTheRun("Reporting review");
        csm.getByText("I know already how it ended").click();
        csm.getByLabel("No change").check();
        field(csm, "What happened").fill("They report elsewhere, and stay for the orders.");
        button(csm, "End the run").click();
        main(csm).containsText("No change, ");
        assertNothingIsLeft();

        passesTo(7, ordered(1, 7)); // the alert is nobody's again
        manager.navigate("/follow-up");
        main(manager).containsText("Alerts that nobody has dealt with");
        assertReadable(manager, "story-reporting-left");
        opensTheAlert("acknowledged", "report");
        main(csm).containsText("Its play ended: No change");
        assertReadable(csm, "story-reporting-alert");
        csm.getByText("Close with a reason").click();
        csm.getByLabel("Reason").selectOption("Accepted as it is");
        button(csm, "Close the alert").click();
        assertNothingIsLeft();

        csm.navigate("/accounts/" + quarry());
        assertReadable(csm, "story-reporting-account");
        opensTheRun("Reporting review");
        main(csm).containsText("They report elsewhere, and stay for the orders.");
        main(csm).containsText("There was no session.");
        assertReadable(csm, "story-reporting-ended");
        assertTold("alert_raised", "run_started", "run_finished");
    }

    private Stream<String> ordered(int firstDay, int lastDay) {
        return Stream.of("order.created", "stock.counted", "order.shipped")
                .flatMap(feature -> weekly(1, 8, feature, firstDay, lastDay));
    }
}
