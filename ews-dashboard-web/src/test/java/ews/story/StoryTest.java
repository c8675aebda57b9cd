package ews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.standardwebhooks.Webhook;
import ews.browser.SendingBrowserTest;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.plays.channel.NewSecret;
import ews.plays.channel.WebhookEvent;
import ews.plays.channel.Webhooks;
import ews.plays.followup.FollowUp;
import ews.testing.Receiver;
import ews.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One of the four examples, at Quarry Foods: its product posts events, its CSM and a manager work in the browser, and
 * days pass. Days are counted from the Monday on which the story begins; it is long ago, so that no other test comes
 * into it.
 */
@Tag("long")
abstract class StoryTest extends SendingBrowserTest {

    /** Days of ordinary use before a story begins. */
    static final int HISTORY = -112;

    private static final int WEEKS_AGO = 40;

    @Autowired
    Accounts accounts;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private FollowUp followUp;

    @Autowired
    @Qualifier("dailyScoringTask")
    private RecurringTask<Void> daily;

    @Autowired
    private JdbcClient jdbc;

    private final Receiver receiver = new Receiver();
    private NewSecret webhook;
    private LocalDate monday;

    /** What the CSM sees, and the manager. */
    Page csm;

    Page manager;

    @BeforeEach
    void theStoryBegins() {
        monday = LocalDate.now(ZoneOffset.UTC)
                .minusWeeks(WEEKS_AGO)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        leapTo(0);
        webhook = webhooks.add("Company chat", receiver.url(), EnumSet.allOf(WebhookEvent.class), Actor.SYSTEM);
        csm = signedIn(Role.CSM);
        manager = signedIn(Role.MANAGER);
    }

    /** Nobody else has to make up for the days since the story. */
    @AfterEach
    void theStoryIsOver() {
        receiver.close();
        TestDatabase.clear();
    }

    /** Quarry Foods, its contract and its contact, of whom the CRM tells. */
    static Stream<String> quarryFoods() {
        return Stream.of("""
                {"type":"account","account":"quarry","attributes":{"name":"Quarry Foods","plan":"enterprise","stage":"live","csm":"csm@example.com"}}""", """
                {"type":"user","account":"quarry","user":"u1","attributes":{"name":"Ida Berg","email":"ida@quarry.example","role":"Head of Operations"}}""");
    }

    /** A contract that is not renewed within the story. */
    Stream<String> contract() {
        return Stream.of("""
                {"type":"subscription","id":"s","time":"%sT08:00:00Z","account":"quarry","status":"active","plan":"enterprise","seats":80,"value":90000,"currency":"USD","renewalDate":"%s"}""".formatted(monday.plusDays(HISTORY), monday.plusDays(300)));
    }

    /** Each of these users uses the feature once a week, from one day to another. */
    Stream<String> weekly(int firstUser, int lastUser, String feature, int firstDay, int lastDay) {
        return IntStream.rangeClosed(firstUser, lastUser)
                .boxed()
                .flatMap(user -> IntStream.rangeClosed(firstDay, lastDay)
                        .filter(day -> Math.floorMod(day + user, 7) == 0)
                        .mapToObj(day -> use(user, feature, day)));
    }

    /** Each of these users uses the feature once, on this day. */
    Stream<String> once(int firstUser, int lastUser, String feature, int day) {
        return IntStream.rangeClosed(firstUser, lastUser).mapToObj(user -> use(user, feature, day));
    }

    private String use(int user, String feature, int day) {
        return """
                {"type":"usage","id":"%1$s-%2$d-%3$d","time":"%4$sT08:00:00Z","account":"quarry","user":"u%2$d","name":"%1$s"}""".formatted(feature, user, day, monday.plusDays(day));
    }

    /** The product posts this, and all that follows from it happens. */
    @SafeVarargs
    final void happens(Stream<String>... events) {
        post(csm, Stream.of(events).flatMap(it -> it).toList());
        runOfTheDay();
    }

    /** It becomes that day, of which EWS does its work; meanwhile the product has posted this. */
    @SafeVarargs
    final void passesTo(int day, Stream<String>... meanwhile) {
        leapTo(day);
        happens(meanwhile);
    }

    private void leapTo(int day) {
        clock.leapTo(monday.plusDays(day).atTime(10, 0).toInstant(ZoneOffset.UTC));
    }

    private void runOfTheDay() {
        listened();
        daily.executeRecurringly(daily.instance("story"), null);
        settle();
        listened();
        followUp.check();
        listened();
    }

    /** Until every listener has heard of what happened. */
    private void listened() {
        await().until(() -> jdbc.sql("select count(*) from event_publication")
                        .query((row, _) -> row.getInt(1))
                        .single()
                == 0);
    }

    AccountId quarry() {
        return accounts.withKey("quarry").orElseThrow().id();
    }

    /** The webhook was told of exactly these, in any order, and signed each of them. */
    void assertTold(String... wanted) {
        await().untilAsserted(() -> assertThat(told()).containsExactlyInAnyOrder(wanted));
        assertThat(receiver.requests())
                .allSatisfy(it -> assertThat(it.header("Webhook-signature"))
                        .isEqualTo(new Webhook(webhook.secret())
                                .sign(it.id(), Long.parseLong(it.header("Webhook-timestamp")), it.body())));
    }

    /** The webhook was told of these, among others. */
    void assertToldOf(String... wanted) {
        await().untilAsserted(() -> assertThat(told()).contains(wanted));
    }

    private List<String> told() {
        return receiver.requests().stream()
                .map(it -> it.body().replaceAll("(?s).*?\"type\":\\s*\"([a-z_]+)\".*", "$1"))
                .toList();
    }

    /** In the inbox, the CSM opens the alert in whose title this stands. */
    void opensTheAlert(String tab, String title) {
        csm.navigate("/alerts?tab=" + tab);
        csm.locator("main a.open", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
    }

    /** The CSM opens the run of Quarry Foods that is newest, from the account. */
    void opensTheRun(String play) {
        csm.navigate("/accounts/" + quarry());
        csm.locator("main a[href^='/runs/']")
                .getByText(play, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        PlaywrightAssertions.assertThat(csm.locator("h1")).hasText(play + " for Quarry Foods");
    }

    /** On the page of a run, the one on this page opens the task, and does it. */
    static void does(Page page, String task, String whatCame) {
        page.locator("main a[href^='/tasks/']").getByText(task).first().click();
        page.locator("#note").fill(whatCame);
        page.locator("button[data-key=e]").click();
    }

    /** On the page of a task or a run, Ida Berg gets an email that begins with a template. */
    void writesToIda(String template) {
        csm.getByText("Write an email").click();
        previewed(() -> csm.getByLabel("Begin with").selectOption(template));
        previewed(() -> csm.getByLabel("Ida Berg").check());
        PlaywrightAssertions.assertThat(csm.locator("#preview")).containsText("Hi Ida,");
        button(csm, "Send").click();
        PlaywrightAssertions.assertThat(csm.locator(".flash.notice.good")).containsText("The email is on its way.");
    }

    /** The preview follows what is chosen; who goes on before it is there makes the browser complain. */
    private void previewed(Runnable choice) {
        csm.waitForResponse(it -> it.url().endsWith("/preview"), choice);
    }

    /** The CSM logs what was said on the phone, on the page of the run. */
    void logsACall(String note) {
        csm.getByLabel("Kind").selectOption("Call");
        field(csm, "What was said").fill(note);
        button(csm, "Log it").click();
        PlaywrightAssertions.assertThat(csm.locator("#engagement")).containsText(note);
    }

    /** The manager sees that nothing is left without follow-up. */
    void assertNothingIsLeft() {
        manager.navigate("/follow-up");
        PlaywrightAssertions.assertThat(manager.locator("main")).containsText("Everything is followed up");
    }

    static LocatorAssertions main(Page page) {
        return PlaywrightAssertions.assertThat(page.locator("main"));
    }
}
