package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.audit.Actor;
import ews.plays.channel.SlackChannels;
import ews.plays.channel.Webhook;
import ews.plays.channel.Webhooks;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.Due;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.MessageStep;
import ews.plays.play.Step.MessageStep.Via;
import ews.plays.task.Task;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.Touchpoints;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps that write to contacts, to Slack and to webhooks. */
class StepMessagesTest extends StepsOfAcme {

    @Autowired
    private Templates templates;

    @Autowired
    private SlackChannels slackChannels;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Touchpoints touchpoints;

    @AfterEach
    void onlyTheStarterTemplates() {
        jdbc.sql("delete from email_template where key = 'hello'").update();
    }

    @Test
    void anEmailIsSentByItselfInTheNameOfTheCsmAndOnce() {
        contact("Buyer");
        template("Hi {{contact.first_name|there}}, how is {{account.name}}?");

        Run run = started(new EmailStep("hello", "buyer", null), task("Call"));

        assertThat(touchpoints.ofRun(account, run.id()))
                .singleElement()
                .extracting(Touchpoint::note)
                .isEqualTo("“Hello” to Ann Lee");
        assertThat(jdbc.sql("select count(*) from outbox_message where channel = 'email'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(titles(run)).containsExactly("Call");
        assertThat(results(run)).startsWith("The email was sent to 1.");
    }

    @Test
    void anEmailThatCannotBeSentIsATaskWithTheReason() {
        template("You have {{metric.nps|}} and {{account.renewal_date}}.");

        Run nobody = started(new EmailStep("hello", null, null));
        contact("Buyer");
        Run unknown = started(new EmailStep("hello", null, null));

        assertThat(taskLists.ofRun(nobody.id())).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("Send the email “Hello”");
            assertThat(it.detail()).contains("No email address is known of all contacts");
        });
        assertThat(taskLists.ofRun(unknown.id()))
                .singleElement()
                .extracting(Task::detail)
                .asString()
                .contains("account.renewal_date");
        assertThat(touchpoints.ofAccount(account, 10)).isEmpty();
    }

    @Test
    void anEmailCanBeATaskForTheCsmWhoSendsIt() {
        contact("Buyer");
        template("Hi.");

        Run run = started(new EmailStep("hello", "buyer", Due.workingDays(2)));

        assertThat(taskLists.ofRun(run.id()))
                .extracting(Task::title, Task::due, Task::assigneeName)
                .containsExactly(tuple("Send the email “Hello”", LocalDate.of(2026, 11, 23), "Carla"));
        assertThat(touchpoints.ofAccount(account, 10)).isEmpty();
    }

    @Test
    void aSlackChannelIsToldOnceAndAWebhookThatIsOffIsNot() {
        slackChannels.add("cs-team", "https://hooks.slack.example/services/T/B/X", Set.of(), actor);
        Webhook webhook =
                webhooks.add("crm", "https://crm.example/hook", Set.of(), actor).webhook();
        var toSlack = new MessageStep(Via.SLACK, "cs-team", "{{account.name}} of {{csm.first_name}} needs help.");
        var toCrm = new MessageStep(Via.WEBHOOK, "crm", "Please look.");
        Run both = started(toSlack, toCrm);
        assertThat(results(both)).containsExactly("The message was sent.", "The message was sent.");
        assertThat(jdbc.sql("select payload::text from outbox_message where channel = 'slack'")
                        .query((row, _) -> row.getString(1))
                        .list())
                .singleElement()
                .asString()
                .contains("Acme of Carla needs help.");

        webhooks.enable(webhook.id(), false, actor);
        assertThat(results(started(toCrm))).containsExactly("Not sent: there is no Webhook “crm” that is on.");
    }

    private void contact(String role) {
        jdbc.sql("""
                        insert into account_user (account_id, key, attributes)
                        values (:account, 'ann', jsonb_build_object('name', 'Ann Lee', 'email', 'ann@acme.example', 'role', :role))
                        """).param("account", account.value()).param("role", role).update();
    }

    private void template(String body) {
        jdbc.sql("delete from email_template where key = 'hello'").update();
        templates.save(new Template("hello", "Hello", "Hello", body, 0), "For a test", Actor.SYSTEM);
    }
}
