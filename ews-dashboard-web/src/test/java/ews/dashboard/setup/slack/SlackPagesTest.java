package ews.dashboard.setup.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.plays.channel.SlackChannel;
import ews.plays.channel.SlackChannels;
import ews.plays.channel.WebhookEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SlackPagesTest extends FormTest {

    private static final String ADDRESS = "https://8.8.8.8/services/T0/B0/verysecret";

    @Autowired
    private SlackChannels channels;

    private String added() {
        return follow(post("/setup/slack", "name", "#customers", "url", ADDRESS, "events", "ALERT_RAISED"));
    }

    private SlackChannel only() {
        assertThat(channels.all()).hasSize(1);
        return channels.all().getFirst();
    }

    private String path() {
        return "/setup/slack/" + only().id();
    }

    @Test
    void aChannelIsAddedAndItsAddressIsNeverShownAgain() {
        assertThat(added()).contains("Send a test", "8.8.8.8/…cret").doesNotContain("verysecret");

        assertThat(only().events()).isEqualTo(Set.of(WebhookEvent.ALERT_RAISED));
        assertThat(html(get("/setup/slack")))
                .contains("#customers", "An alert is raised", ">On<")
                .doesNotContain("verysecret");
        assertThat(html(get("/setup/audit")))
                .contains("Slack channel #customers")
                .doesNotContain("verysecret");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        assertThat(html(post("/setup/slack", "name", "", "url", "hooks.slack.com/services")))
                .contains("Please fill this in.", "value=\"hooks.slack.com/services\"");
        assertThat(html(post("/setup/slack", "name", "#a", "url", "hooks.slack.com/services")))
                .contains("An address like https://hooks.example.com/ews");
        assertThat(html(post("/setup/slack", "name", "#a", "url", "http://169.254.169.254/", "events", "TASK_DUE")))
                .contains("which is not on the public internet");
        assertThat(channels.all()).isEmpty();
    }

    @Test
    void isChangedAndKeepsItsAddressUnlessAnotherOneIsTyped() {
        added();

        assertThat(follow(post(path(), "name", "#success", "url", "", "events", "RUN_FINISHED")))
                .contains("Saved.", "#success", "8.8.8.8/…cret");
        assertThat(only().events()).isEqualTo(Set.of(WebhookEvent.RUN_FINISHED));

        assertThat(follow(post(path(), "name", "#success", "url", "https://8.8.4.4/x/last")))
                .contains("8.8.4.4/…last");
        assertThat(only().events()).isEmpty();
        assertThat(audited()).contains("slack.changed");
    }

    @Test
    void refusesTheNameOfAnotherOne() {
        added();
        follow(post("/setup/slack", "name", "#other", "url", ADDRESS));

        assertThat(html(post("/setup/slack", "name", "#other", "url", ADDRESS)))
                .contains("Another Slack channel has this name.");
        int first = channels.all().getFirst().id().value();
        assertThat(html(post("/setup/slack/" + first, "name", "#other", "url", "")))
                .contains("Another Slack channel has this name.");
    }

    @Test
    void isTestedAndSwitchedOffAndOn() {
        added();

        follow(post(path() + "/test"));
        assertThat(html(get("/setup/deliveries?channel=slack"))).contains(">Test<", "Slack: #customers", ">Waiting<");

        assertThat(follow(post(path() + "/off"))).contains("Switched off: it hears of nothing.", "Switch on");
        assertThat(follow(post(path() + "/test"))).contains("Switch it on first.");
        assertThat(follow(post(path() + "/on"))).contains("Switch off");
        assertThat(audited()).contains("slack.tested", "slack.switched_off", "slack.switched_on");
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        assertThat(get("/setup/slack/4711")).hasStatus(404);
        assertThat(post("/setup/slack/4711/test")).hasStatus(404);
        assertThat(post("/setup/slack/4711", "name", "a")).hasStatus(404);
    }

    @Test
    void theOneOfAMemberIsTheirs() {
        int id = jdbc.sql("""
                        insert into slack_channel (member_id, name, url, events, created_at)
                        values (:member, 'Own', 'https://hooks.slack.com/x', '{}', now()) returning id
                        """)
                .param("member", admin.id().value())
                .query(Integer.class)
                .single();

        assertThat(get("/setup/slack/" + id)).hasStatus(404);
        assertThat(html(get("/setup/slack"))).doesNotContain("Own");
    }
}
