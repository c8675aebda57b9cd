package ews.plays.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.plays.Sending;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Slack channels hear of, in the document with all configuration. */
class SlackPartTest extends Sending {

    private static final String WANTED = """
            {"name": "#customers", "enabled": true, "events": ["alert_raised", "task_due"]}""";

    @Autowired
    private SlackPart part;

    @Autowired
    private SlackChannels channels;

    @BeforeEach
    void twoChannels() {
        channels.add("#customers", receiver.url(), Set.of(WebhookEvent.ALERT_RAISED), actor);
        channels.add("#plays", receiver.url(), Set.of(), actor);
    }

    private static JsonNode document(String channels) {
        return JsonMapper.shared().readTree("{\"slackChannels\": [%s]}".formatted(channels));
    }

    private List<Change> applied(JsonNode document) {
        assertThat(part.problems(document)).isEmpty();
        List<Change> changes = part.changes(document);
        part.apply(document, "A reason", actor);
        assertThat(part.changes(document)).isEmpty();
        return changes;
    }

    private static Change change(Kind kind, String... details) {
        return new Change(kind, Subject.SLACK_CHANNEL, "#customers", "#customers", List.of(details));
    }

    @Test
    void noAddressIsInTheFile() {
        assertThat(part.now()).hasToString("""
                [{"name":"#customers","enabled":true,"events":["alert_raised"]},{"name":"#plays","enabled":true,"events":[]}]""");
        assertThat(applied(JsonMapper.shared().createObjectNode().set("slackChannels", part.now())))
                .isEmpty();
    }

    @Test
    void aChannelHearsOfSomethingElseAndKeepsItsAddress() {
        String address = channels.addressOf(channels.all().getFirst().id());

        assertThat(applied(document(WANTED)))
                .containsExactly(change(
                        Kind.CHANGED, "Hears of: An alert is raised, A task is due; it was: An alert is raised"));

        assertThat(channels.all().getFirst().events())
                .containsExactlyInAnyOrder(WebhookEvent.ALERT_RAISED, WebhookEvent.TASK_DUE);
        assertThat(channels.addressOf(channels.all().getFirst().id())).isEqualTo(address);
    }

    @Test
    void aChannelIsSwitchedOffAndTheOthersStay() {
        assertThat(applied(document("""
                {"name": "#customers", "enabled": false, "events": []}""")))
                .containsExactly(change(
                        Kind.SWITCHED_OFF, "Hears of: nothing but what plays write; it was: An alert is raised"));

        assertThat(channels.all()).extracting(SlackChannel::enabled).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            #customers    | #nobody  | slackChannels[0].name: there is no Slack channel "#nobody"; add it under Setup → Slack first, since its address is a secret and in no file
            task_due      | tea_time | slackChannels[0].events: there is no event "tea_time"; use alert_raised, band_changed, run_started, run_finished, task_due
            true          | 1        | slackChannels[0].enabled: must be true or false
            "enabled"     | "url": "https://example.com", "enabled" | slackChannels[0].url: there is no such field; use name, enabled, events
            """)
    void saysWhatIsWrongWithItsPlace(String right, String wrong, String problem) {
        assertThat(part.problems(document(WANTED.replace(right, wrong)))).containsExactly(problem);
    }

    @Test
    void everyChannelIsNamedOnce() {
        assertThat(part.problems(document(WANTED + "," + WANTED)))
                .containsExactly("slackChannels[1].name: another Slack channel has this name");
    }
}
