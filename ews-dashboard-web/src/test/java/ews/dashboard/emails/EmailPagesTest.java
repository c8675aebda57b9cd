package ews.dashboard.emails;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Deliveries;
import ews.plays.outbox.MessageRow;
import ews.plays.play.Definition;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.EmailStep;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.Touchpoints;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class EmailPagesTest {

    private static final String KEY = "0b9c7f6e-3f3c-4a57-9d6a-2f1f6a9b7c11";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private Member csm;
    private AccountId account;
    private String ann;
    private String page;

    @BeforeEach
    void annWorksAtQuarryFoods() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        account = given.anAccount("Quarry Foods").of(csm).exists();
        ann = Long.toString(given.annLee(account));
        page = "/accounts/" + account + "/email";
    }

    private String get(String path) {
        return html(mvc.get().uri(path).with(signedIn(csm)).exchange());
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).with(signedIn(csm)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String follow(MvcTestResult redirect) {
        return get(addressOf(redirect));
    }

    private static String addressOf(MvcTestResult redirect) {
        assertThat(redirect.getResponse().getStatus()).as(html(redirect)).isEqualTo(302);
        return Objects.requireNonNull(redirect.getResponse().getRedirectedUrl());
    }

    private static String text(String html) {
        var found = Pattern.compile("(?s)<textarea[^>]*name=\"text\"[^>]*>(.*?)</textarea>")
                .matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    private static String filled(String html) {
        var found = Pattern.compile("name=\"filled\" value=\"([^\"]*)\"").matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    private List<MessageRow> messages() {
        return deliveries.newest(null, Channel.EMAIL, null, 10);
    }

    private List<Touchpoint> logged() {
        return touchpoints.ofAccount(account, 10);
    }

    @Test
    void theAccountTheRunAndTheTaskLeadToIt() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        Task task = tasks.add(account, "Write to them", "", given.today(), csm.id(), Actor.of(csm));

        assertThat(get("/accounts/" + account)).contains("href=\"" + page + "\"", page + "?to=" + ann);
        assertThat(get("/runs/" + run.id())).contains("href=\"" + page + "?run=" + run.id() + "\"");
        assertThat(get("/tasks/" + task.id())).contains("href=\"" + page + "?task=" + task.id() + "\"");
    }

    @Test
    void theContactsStandThereAndWhoMustNotBeWrittenToWithTheReason() {
        given.aPerson(
                account, "dan", "{\"name\": \"Dan Day\", \"email\": \"dan@acme.example\", \"unsubscribed\": \"true\"}");

        assertThat(get(page + "?to=" + ann))
                .contains("Email to Quarry Foods", "answers go to chloe.tan@example.com")
                .contains("Ann Lee", "Buyer", "ann@acme.example")
                .containsPattern("name=\"to\" value=\"%s\" checked".formatted(ann))
                .contains("Dan Day", "Does not want emails (unsubscribed).")
                .containsPattern("name=\"to\" value=\"[0-9]+\" disabled");
    }

    @Test
    void ofManyContactsSomeAreFoundByNameAndTheChosenOnesStay() {
        for (int i = 10; i < 50; i++) {
            given.aPerson(
                    account, "p" + i, "{\"name\": \"Person %d\", \"email\": \"p%d@acme.example\"}".formatted(i, i));
        }

        assertThat(get(page)).contains("Person 10", "name=\"find\"").doesNotContain("Person 45");
        assertThat(html(post(page, "look", "find", "find", "person 45", "to", ann)))
                .contains("Person 45", "Ann Lee")
                .doesNotContain("Person 10");
    }

    @Test
    void whereNobodyIsKnownThePageSaysHowThatChanges() {
        AccountId other = given.anAccount("Birch Yoga").of(csm).exists();

        assertThat(get("/accounts/" + other + "/email"))
                .contains("No source has told an email address of anybody at this account.")
                .doesNotContain("name=\"subject\"");
    }

    @Test
    void theTextFollowsTheChoicesUntilItIsChanged() {
        String nobody = html(post(page + "/writing", "template", "usage-decline"));
        assertThat(text(nobody)).startsWith("Hi there,").endsWith("Chloe Tan");
        assertThat(nobody)
                .contains("value=\"How can we help at Quarry Foods?\"")
                .doesNotContain("<html");

        String[] unchanged = {
            "template",
            "usage-decline",
            "to",
            ann,
            "subject",
            "How can we help at Quarry Foods?",
            "text",
            text(nobody),
            "filled",
            filled(nobody)
        };
        assertThat(text(html(post(page + "/writing", unchanged)))).startsWith("Hi Ann,");

        unchanged[7] = "My own words.";
        MvcTestResult changed = post(page + "/writing", unchanged);
        assertThat(text(html(changed))).isEqualTo("My own words.");
        assertThat(changed.getResponse().getHeader("HX-Reswap")).isEqualTo("none");
    }

    @Test
    void withoutScriptsAButtonUsesTheTextOfTheTemplateAndSendsNothing() {
        String filled = html(post(page, "fill", "true", "template", "win-back", "to", ann, "text", "My own words."));

        assertThat(text(filled)).startsWith("Hi Ann,");
        assertThat(filled).containsPattern("value=\"win-back\" selected");
        assertThat(messages()).isEmpty();
    }

    @Test
    void thePreviewShowsHowItReadsAndNamesWhatIsNotFilledIn() {
        String preview = html(post(
                page + "/preview",
                "to",
                ann,
                "subject",
                "To {{contact.role}}",
                "text",
                "*Hi*\n<script>alert(1)</script>\nhttps://example.com"));

        assertThat(preview)
                .containsPattern("<a target=\"_blank\" [^>]*href=\"https://example.com\"")
                .contains("<em>Hi</em>", "&lt;script&gt;", "Nothing is known of", "<code>{{contact.role}}</code>")
                .doesNotContain("<script", "<html");
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
    void whatIsMissingIsMarkedAndWhatWasTypedStays() {
        assertThat(html(post(page, "text", "Hi.", "key", KEY)))
                .contains("Please choose whom it goes to.", "Please fill this in.", ">Hi.</textarea>", KEY);
        assertThat(html(post(page, "to", ann, "subject", "Hi {{contact.role}}", "text", "Hi {{run.play}}.")))
                .contains("The email still has {{contact.role}} and {{run.play}}", "value=\"Hi {{contact.role}}\"");
        assertThat(messages()).isEmpty();
        assertThat(logged()).isEmpty();
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
    void aTaskOfAPlayThatSendsAnEmailBeginsWithItsTemplateAndItsContacts() {
        var toBuyers = new Definition(List.of(new EmailStep("win-back", "buyer", Due.workingDays(2))));
        given.aPerson(account, "ida", "{\"name\": \"Ida Berg\", \"email\": \"ida@acme.example\", \"role\": \"User\"}");
        Play before = plays.withKey("train-new-users").orElseThrow();
        Play play = new Play(before.key(), before.name(), before.description(), before.version(), true, toBuyers);
        Run run = runs.start(account, play, null, "It is time.", Actor.of(csm));
        Task task = taskLists.ofRun(run.id()).getFirst();

        String begun = get(page + "?task=" + task.id());

        assertThat(begun)
                .containsPattern("value=\"win-back\" selected")
                .containsPattern("name=\"to\" value=\"%s\" checked".formatted(ann));
        assertThat(begun.split("name=\"to\" value=\"[0-9]+\" checked")).hasSize(2);
        assertThat(text(begun)).startsWith("Hi Ann,");
    }

    @Test
    void onlyWhoMayChangeTheAccountOrHasTheTaskWrites() {
        Member other = given.member("Otto Other", Role.CSM);
        Task task = tasks.add(account, "Write to them", "", given.today(), other.id(), Actor.of(csm));

        assertThat(mvc.get().uri(page).with(signedIn(other))).hasStatus(403);
        assertThat(mvc.get().uri(page + "?task=" + task.id()).with(signedIn(other)))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri(page)
                        .param("to", ann)
                        .param("subject", "Hi")
                        .param("text", "Hi.")
                        .with(signedIn(other))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(messages()).isEmpty();
    }

    @Test
    void theRunAndTheTaskAreOfTheAccount() {
        AccountId other = given.anAccount("Birch Yoga").of(csm).exists();
        Run run = runs.start(other, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        Task task = tasks.add(other, "Write to them", "", given.today(), csm.id(), Actor.of(csm));

        assertThat(mvc.get().uri(page + "?run=" + run.id()).with(signedIn(csm))).hasStatus(404);
        assertThat(mvc.get().uri(page + "?task=" + task.id()).with(signedIn(csm)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/emails/4711").with(signedIn(csm))).hasStatus(404);
    }

    @Test
    void whatFailedIsSentAgainByWhoMay() {
        String sent = addressOf(post(page, "to", ann, "subject", "Hi", "text", "Hi.", "key", KEY));
        jdbc.sql("update outbox_message set state = 'failed', last_error = 'No such mailbox.'")
                .update();

        assertThat(get(sent)).contains("Failed", "It could not be sent: No such mailbox.", "Send it again");
        Member other = given.member("Otto Other", Role.CSM);
        assertThat(mvc.post().uri(sent + "/again").with(signedIn(other)).with(csrf()))
                .hasStatus(403);
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
