package ews.dashboard.setup.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.plays.channel.Webhook;
import ews.plays.channel.WebhookEvent;
import ews.plays.channel.Webhooks;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WebhooksTest extends FormTest {

    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]{40,}");
    private static final String ADDRESS = "https://8.8.8.8/ews";

    @Autowired
    private Webhooks webhooks;

    private String added() {
        return follow(post("/setup/webhooks", "name", "Chat", "url", ADDRESS, "events", "ALERT_RAISED"));
    }

    private Webhook only() {
        assertThat(webhooks.all()).hasSize(1);
        return webhooks.all().getFirst();
    }

    @Test
    void showsTheSecretOfANewWebhookOnce() {
        assertThat(added()).containsPattern(SECRET).contains("alert_raised");

        assertThat(only().events()).isEqualTo(Set.of(WebhookEvent.ALERT_RAISED));
        assertThat(html(get("/setup/webhooks/" + only().id())))
                .contains("Send a test")
                .doesNotContainPattern(SECRET);
        assertThat(html(get("/setup/webhooks"))).contains(">Chat<", ADDRESS, ">On<");
        assertThat(audited()).contains("webhook.added");
        assertThat(jdbc.sql("select detail::text from audit_entry where action = 'webhook.added'")
                        .query(String.class)
                        .single())
                .doesNotContain("whsec_");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        assertThat(html(post("/setup/webhooks", "name", "", "url", "ftp://example.com")))
                .contains("Please fill this in.", "Choose at least one.", "value=\"ftp://example.com\"");
        assertThat(html(post("/setup/webhooks", "name", "Chat", "url", "ftp://example.com", "events", "TASK_DUE")))
                .contains("An address like https://hooks.example.com/ews");
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void leadsToNoPrivateAddress() {
        String page =
                html(post("/setup/webhooks", "name", "Chat", "url", "http://169.254.169.254/", "events", "TASK_DUE"));

        assertThat(page).contains("which is not on the public internet");
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void refusesASecondOneOfTheSameName() {
        added();

        assertThat(html(post("/setup/webhooks", "name", "Chat", "url", ADDRESS, "events", "TASK_DUE")))
                .contains("Another webhook has this name.");
    }

    @Test
    void isSwitchedOffAndOn() {
        added();
        String path = "/setup/webhooks/" + only().id();

        assertThat(follow(post(path + "/off"))).contains("Switched off: it hears of nothing.", "Switch on");
        assertThat(only().enabled()).isFalse();
        assertThat(follow(post(path + "/test"))).contains("Switch it on first.");
        assertThat(follow(post(path + "/on"))).contains("Switch off");
        assertThat(only().enabled()).isTrue();
        assertThat(audited()).contains("webhook.switched_off", "webhook.switched_on");
    }

    @Test
    void aTestIsPutIntoTheOutbox() {
        added();

        follow(post("/setup/webhooks/" + only().id() + "/test"));

        assertThat(html(get("/setup/deliveries"))).contains(">Test<", "Webhook: Chat", ">Waiting<");
    }

    @Test
    void replacesTheSecret() {
        String first = added();

        String second = follow(post("/setup/webhooks/" + only().id() + "/secret"));

        assertThat(second).containsPattern(SECRET);
        assertThat(secretIn(second)).isNotEqualTo(secretIn(first));
        assertThat(second).contains("The secret before signs, too, until ");

        assertThat(follow(post("/setup/webhooks/" + only().id() + "/secret", "seen", "on")))
                .containsPattern(SECRET)
                .doesNotContain("The secret before signs, too");
    }

    @Test
    void isChangedAndKeepsItsSecret() {
        added();
        String path = "/setup/webhooks/" + only().id();

        assertThat(follow(post(path, "name", "Talk", "url", "https://8.8.4.4/new", "events", "TASK_DUE")))
                .contains("Saved. It counts from now on.", "value=\"https://8.8.4.4/new\"")
                .doesNotContainPattern(SECRET);
        assertThat(only().name()).isEqualTo("Talk");
        assertThat(only().events()).isEqualTo(Set.of(WebhookEvent.TASK_DUE));
        assertThat(audited()).contains("webhook.changed");
    }

    @Test
    void aChangeThatIsWrongIsSaidAndKept() {
        added();
        follow(post("/setup/webhooks", "name", "Other", "url", ADDRESS, "events", "TASK_DUE"));
        String path = "/setup/webhooks/" + webhooks.all().getFirst().id();

        assertThat(html(post(path, "name", "Other", "url", ADDRESS, "events", "TASK_DUE")))
                .contains("Another webhook has this name.");
        assertThat(html(post(path, "name", "Chat", "url", "http://10.0.0.1/", "events", "TASK_DUE")))
                .contains("which is not on the public internet", "value=\"http://10.0.0.1/\"");
        assertThat(html(post(path, "name", "Chat", "url", ADDRESS))).contains("Choose at least one.");
        assertThat(webhooks.all().getFirst().url()).isEqualTo(ADDRESS);
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        assertThat(get("/setup/webhooks/4711")).hasStatus(404);
        assertThat(post("/setup/webhooks/4711/test")).hasStatus(404);
        assertThat(post("/setup/webhooks/4711/on")).hasStatus(404);
    }

    private static String secretIn(String page) {
        return SECRET.matcher(page).results().findFirst().orElseThrow().group();
    }
}
