package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import ews.plays.Given;
import ews.plays.play.Due.Unit;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.WaitStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DefinitionTest {

    private static final Condition BIG = new Condition.Attribute("size", List.of("big"));

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void itIsReadAsItWasWritten() {
        var entry = new Entry(
                List.of(
                        new Trigger.Alert(),
                        new Trigger.Health(List.of(Band.POOR)),
                        new Trigger.Milestone(Trigger.Milestone.Date.RENEWAL, 90),
                        new Trigger.Segment("enterprise")),
                List.of("enterprise"),
                List.of(BIG),
                Entry.Repeat.onceIn(90));
        var definition = new Definition(
                entry,
                List.of(
                        Given.task("Call", 2),
                        new WaitStep(new Wait.Facts(BIG, 5, Unit.WORKING_DAYS)),
                        new BranchStep(BIG, List.of(new StartPlayStep("renewal")), List.of())),
                new Goal(new Measurement("active_users", 28), true, new Goal.Level.Before(100), 14, 90),
                10);

        assertThat(json.readValue(json.writeValueAsString(definition), Definition.class))
                .isEqualTo(definition);
    }

    @Test
    void whatWasWrittenBeforeThereWereTriggersStartsByAlert() {
        assertThat(json.readValue("{\"steps\": []}", Definition.class)).isEqualTo(new Definition(List.of()));
    }

    @Test
    void anEntryReadsAsSentences() {
        var entry = new Entry(
                List.of(
                        new Trigger.Health(List.of(Band.POOR, Band.AVERAGE)),
                        new Trigger.Milestone(Trigger.Milestone.Date.RENEWAL, 90)),
                List.of("enterprise", "smb"),
                List.of(BIG),
                Entry.Repeat.atMost(2));

        assertThat(entry.text())
                .isEqualTo("It starts by itself when health becomes average or poor, or 90 days before the renewal."
                        + " Only for accounts in enterprise or smb. Only if size is big. At most 2 times for each"
                        + " account.");
    }
}
