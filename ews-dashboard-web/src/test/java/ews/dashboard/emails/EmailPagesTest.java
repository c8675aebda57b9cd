package ews.dashboard.emails;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.run.Run;
import ews.plays.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An email is sent, logged, and shown with what became of it. */
class EmailPagesTest extends EmailPages {

    @Autowired
    JdbcClient jdbc;

    private String follow(MvcTestResult redirect) {
        return get(addressOf(redirect));
    }

    @Test
    void anEmailIsSentLoggedAndShownWithItsDelivery() {
        String sent =
                addressOf(post(page, "to", ann, "subject", "How are you?", "text", "Hi Ann.\r\nAll well?", "key", KEY));

        assertThat(messages()).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("How are you?");
            assertThat(it.receiver()).isEqualTo("Ann Lee <ann@acme.example>");
        });
        assertThat(get(sent))
                .contains("How are you?", "Ann Lee &lt;ann@acme.example&gt;", "Hi Ann.\nAll well?", "Chloe Tan")
                .contains("Waiting", "No mail server is set up");
        assertThat(get("/accounts/" + account))
                .contains("href=\"" + sent + "\"", "“How are you?” to Ann Lee", "· waiting");
    }

    @Test
    void aFormThatIsSentTwiceSendsOneEmailAndAChangedOneAnother() {
        String[] fields = {"to", ann, "subject", "How are you?", "text", "Hi Ann.", "key", KEY};

        String first = addressOf(post(page, fields));
        assertThat(addressOf(post(page, fields))).isEqualTo(first);
        assertThat(messages()).hasSize(1);

        fields[5] = "Hi again.";
        assertThat(addressOf(post(page, fields))).isNotEqualTo(first);
        assertThat(messages()).hasSize(2);
    }

    @Test
    void whatAContactIsCalledReadsAsItIsInHtmlToo() {
        String star = Long.toString(given.aPerson(
                account, "star", "{\"name\": \"S*a*m\", \"first_name\": \"S*a*m\", \"email\": \"sam@acme.example\"}"));
        String filled = html(post(page, "fill", "true", "template", "win-back", "to", star));

        addressOf(post(
                page,
                "template",
                "win-back",
                "to",
                star,
                "subject",
                "What would have to be different?",
                "text",
                text(filled).replace("&#39;", "'"),
                "key",
                KEY));

        assertThat(jdbc.sql("select payload ->> 'html' as html from outbox_message")
                        .query((row, _) -> row.getString("html"))
                        .single())
                .contains("<p>Hi S*a*m,</p>");
    }

    @Test
    void whoMustNotBeWrittenToIsNotEvenByAForgedForm() {
        String dan = Long.toString(given.aPerson(
                account, "dan", "{\"name\": \"Dan Day\", \"email\": \"dan@acme.example\", \"do_not_email\": \"yes\"}"));
        AccountId other = given.anAccount("Birch Yoga").of(csm).exists();
        String stranger = Long.toString(given.annLee(other));

        assertThat(html(post(page, "to", dan, "subject", "Hi", "text", "Hi.")))
                .contains("Dan Day cannot be written to: Does not want emails (do_not_email).");
        assertThat(html(post(page, "to", stranger, "subject", "Hi", "text", "Hi.")))
                .contains("An email goes to 1 to 20 contacts; this one to 0.");
        assertThat(messages()).isEmpty();
    }

    @Test
    void anEmailOfARunBelongsToItAndCanNameItsPlay() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        Task task = taskLists.ofRun(run.id()).getFirst();

        assertThat(get(page + "?task=" + task.id()))
                .contains("name=\"task\" value=\"" + task.id() + "\"", "Win-back", task.title());
        String sent = addressOf(post(
                page, "task", task.id().toString(), "to", ann, "subject", "Hi", "text", "It is time.", "key", KEY));

        assertThat(touchpoints.ofRun(account, run.id())).hasSize(1);
        assertThat(get(sent)).contains("Go on with “" + task.title() + "”", "href=\"/runs/" + run.id() + "\"");
        assertThat(get("/runs/" + run.id())).contains("“Hi” to Ann Lee");
    }

    @Test
    void onlyWhoMayChangeTheAccountOrHasTheTaskWrites() {
        Member other = given.member("Otto Other", Role.CSM);
        Task task = tasks.add(account, "Write to them", "", given.today(), other.id(), Actor.of(csm));

        assertThat(visit(other, page)).hasStatus(403);
        assertThat(visit(other, page + "?task=" + task.id())).hasStatusOk();
        assertThat(post(other, page, "to", ann, "subject", "Hi", "text", "Hi.")).hasStatus(403);
        assertThat(messages()).isEmpty();
    }

    @Test
    void theRunAndTheTaskAreOfTheAccount() {
        AccountId other = given.anAccount("Birch Yoga").of(csm).exists();
        Run run = runs.start(other, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        Task task = tasks.add(other, "Write to them", "", given.today(), csm.id(), Actor.of(csm));

        assertThat(visit(csm, page + "?run=" + run.id())).hasStatus(404);
        assertThat(visit(csm, page + "?task=" + task.id())).hasStatus(404);
        assertThat(visit(csm, "/emails/4711")).hasStatus(404);
    }

    @Test
    void whatFailedIsSentAgainByWhoMay() {
        String sent = addressOf(post(page, "to", ann, "subject", "Hi", "text", "Hi.", "key", KEY));
        jdbc.sql("update outbox_message set state = 'failed', last_error = 'No such mailbox.'")
                .update();

        assertThat(get(sent)).contains("Failed", "It could not be sent: No such mailbox.", "Send it again");
        Member other = given.member("Otto Other", Role.CSM);
        assertThat(post(other, sent + "/again")).hasStatus(403);
        assertThat(follow(post(sent + "/again"))).contains("Waiting").doesNotContain("Send it again");
        assertThat(post(sent + "/again")).flash().containsKey("problem");
    }

    @Test
    void nothingIsSentToTheSampleCompany() {
        AccountId sample =
                given.anAccount("Birch Yoga").of(csm).ofTheSampleCompany().exists();
        String somebody = Long.toString(given.annLee(sample));
        String write = "/accounts/" + sample + "/email";

        assertThat(get(write)).contains("the email is logged, and nothing is sent");
        assertThat(follow(post(write, "to", somebody, "subject", "Hi", "text", "Hi.", "key", KEY)))
                .contains("Not sent", "are made up: nothing was sent");
        assertThat(messages()).isEmpty();
        assertThat(touchpoints.ofAccount(sample, 10)).hasSize(1);
    }
}
