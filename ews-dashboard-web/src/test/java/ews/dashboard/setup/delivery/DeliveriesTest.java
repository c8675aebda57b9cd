package ews.dashboard.setup.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DeliveriesTest extends FormTest {

    private void message(String subject, String channel, String state) {
        jdbc.sql("""
                        insert into outbox_message (channel, destination, dedup_key, subject, payload, account_id, state, attempts,
                                                    next_attempt_at, last_error, created_at, sent_at)
                        values (:channel, 'carla@example.com', :subject, :subject, '{}', (select min(id) from account), :state, 3,
                                '2026-11-20T10:05:00Z', case when :state = 'sent' then null else 'Answered 503.' end,
                                '2026-11-20T10:00:00Z', case when :state = 'sent' then now() end)
                        """)
                .param("channel", channel)
                .param("subject", subject)
                .param("state", state)
                .update();
    }

    private String id(String subject) {
        return jdbc.sql("select id::text from outbox_message where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    @Test
    void showsMessagesWithStateAttemptsNextAttemptAndReason() {
        account("acme");
        message("<b>Acme</b> is waiting", "email", "waiting");

        assertThat(html(get("/setup/deliveries")))
                .contains(
                        "&lt;b&gt;Acme&lt;/b&gt; is waiting",
                        "Email: carla@example.com",
                        ">Waiting<",
                        "Answered 503.",
                        ">3<",
                        "20 Nov 2026 10:00",
                        "next attempt 20 Nov 2026 10:05",
                        "href=\"/accounts/")
                .doesNotContain("Send again");
    }

    @Test
    void filtersByStateAndChannel() {
        message("Email that waits", "email", "waiting");
        message("Email that failed", "email", "failed");
        message("Post that failed", "webhook", "failed");

        assertThat(html(get("/setup/deliveries?state=failed&channel=email")))
                .contains("Email that failed")
                .doesNotContain("Email that waits", "Post that failed");
        assertThat(html(get("/setup/deliveries?state=&channel=webhook")))
                .contains("Post that failed")
                .doesNotContain("Email that");
        assertThat(html(get("/setup/deliveries?state=%3Cscript%3E")))
                .contains("Email that waits", "Post that failed")
                .doesNotContain("<script>\"");
    }

    @Test
    void sendsAgainWhatFailedAndKeepsTheFilter() {
        message("Email that failed", "email", "failed");
        String again = "/setup/deliveries/" + id("Email that failed") + "/again";

        var sent = post(again, "state", "failed", "channel", "");

        assertThat(sent.getResponse().getRedirectedUrl()).contains("state=failed");
        assertThat(follow(sent)).contains("It is sent again now, with the same id.");
        assertThat(html(get("/setup/deliveries"))).contains(">Waiting<", ">0<");
        assertThat(audited()).contains("message.sent_again");
        assertThat(follow(post(again))).contains("This message is waiting: only one that failed can be sent again.");
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        assertThat(post("/setup/deliveries/0199ffff-0000-7000-8000-000000000000/again"))
                .hasStatus(404);
        assertThat(get("/setup/deliveries?before=nonsense")).hasStatus(400);
    }

    @Test
    void pagesThroughThem() {
        jdbc.sql("""
                        insert into outbox_message (channel, destination, dedup_key, subject, payload, next_attempt_at, created_at)
                        select 'email', 'carla@example.com', 'key ' || n, 'message number ' || n || '.', '{}', now(), now()
                        from generate_series(1, 60) n
                        """).update();
        String first = html(get("/setup/deliveries?state=waiting"));
        Matcher older = Pattern.compile("before=([0-9a-f-]+)").matcher(first);

        assertThat(older.find()).isTrue();
        assertThat(first).contains("message number 60.").doesNotContain("message number 5.");
        assertThat(html(get("/setup/deliveries?state=waiting&before=" + older.group(1))))
                .contains("message number 5.", "message number 1.")
                .doesNotContain("message number 60.");
    }

    @Test
    void saysThatEmailIsNotSetUp() {
        assertThat(html(get("/setup/deliveries")))
                .contains("No mail server is set up: set SPRING_MAIL_HOST and EWS_MAIL_FROM");
    }

    @Test
    void theSetupCountsWhatFailed() {
        message("Email that failed", "email", "failed");

        assertThat(html(get("/setup")))
                .containsPattern("(?s)href=\"/setup/deliveries\".{1,600}<span class=\"count\">1<");
    }
}
