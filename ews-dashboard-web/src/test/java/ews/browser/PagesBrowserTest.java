package ews.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ews.dashboard.Given;
import ews.dashboard.TriedPlay;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import ews.plays.email.Contacts;
import ews.plays.meeting.Meeting;
import ews.plays.meeting.Meetings;
import ews.plays.meeting.NewMeeting;
import ews.plays.play.Plays;
import ews.plays.review.Mark;
import ews.plays.review.NewReview;
import ews.plays.review.ReviewLists;
import ews.plays.review.Reviews;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import ews.plays.watchlist.SavedFilters;
import ews.plays.watchlist.WatchLists;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of daily work, in a real browser. */
class PagesBrowserTest extends BrowserTest {

    @Autowired
    Given given;

    @Autowired
    Members members;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    @Autowired
    Meetings meetings;

    @Autowired
    Contacts contacts;

    @Autowired
    OrganisationDays days;

    @Autowired
    WatchLists watchLists;

    @Autowired
    SavedFilters filters;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewLists reviewLists;

    @Autowired
    JdbcClient jdbc;

    private Member csm;

    /** Signs a CSM in who has some accounts: one that burns, one in between, one that thrives. */
    private Page withAccounts(Page page) {
        signIn(page, Role.CSM);
        csm = members.all().stream()
                .filter(member -> member.role() == Role.CSM)
                .findFirst()
                .orElseThrow();
        given.anAccount("Cobalt Robotics")
                .of(csm)
                .scored(Band.AVERAGE, 550, 4)
                .worth(38_000, "USD")
                .renewing(given.today().plusDays(40))
                .exists();
        given.anAccount("Zephyr Studio")
                .of(csm)
                .scored(Band.GOOD, 880, 12)
                .worth(440_000, "EUR")
                .exists();
        return page;
    }

    private AccountId burning() {
        return given.anAccount("Quarry Foods")
                .of(csm)
                .at("renewal", "enterprise")
                .scored(Band.POOR, 291, -90)
                .worth(120_000, "USD")
                .exists();
    }

    @Test
    void theListIsFilteredByAChipAndByTyping() {
        Page page = withAccounts(page());
        burning();
        page.navigate("/accounts");
        assertThat(page.locator("[data-rows] > tr")).hasCount(3);

        page.locator("#c-poor").click();
        assertThat(page.locator("[data-rows] > tr")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*health=poor.*"));

        page.keyboard().press("1");
        assertThat(page.locator("[data-rows] > tr")).hasCount(3);

        page.keyboard().press("/");
        page.keyboard().type("zeph", new Keyboard.TypeOptions().setDelay(40));
        assertThat(page.locator("[data-rows] > tr")).hasCount(1);
        assertThat(page.locator("[data-rows]")).containsText("Zephyr Studio");
    }

    @Test
    void anEmptyListNamesTheFilterThatHidesItsRows() {
        Page page = withAccounts(page());
        page.navigate("/accounts?health=poor");

        assertThat(page.getByText("2 accounts are there without the filter “poor health”."))
                .isVisible();
        page.getByText("Clear the filters").click();
        assertThat(page.locator("[data-rows] > tr")).hasCount(2);
    }

    @Test
    void theKeyboardAloneMovesPreviewsAndCloses() {
        Page page = withAccounts(page());
        burning();
        page.navigate("/accounts");

        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer h2")).hasText("Quarry Foods");
        assertThat(page).hasURL(Pattern.compile(".*peek=\\d+.*"));
        assertAccessible(page);
        picture(page, "peek");

        page.keyboard().press("j");
        assertThat(page.locator("#drawer h2")).hasText("Cobalt Robotics");

        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer h2")).hasCount(0);
    }

    @Test
    void selectedAccountsAreGivenAPlay() {
        Page page = withAccounts(page());
        page.navigate("/accounts");

        page.getByLabel("Select every account on this page").check();
        assertThat(page.locator("[data-bulk] output")).hasText("2 selected");
        page.keyboard().press("p");
        page.locator("[data-bulk] select[name=play]").selectOption("win-back");
        picture(page, "bulk");
        page.locator("[data-bulk]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Start").setExact(true))
                .click();

        assertThat(page.getByText("“Win-back” was started on 2 accounts.")).isVisible();
    }

    @Test
    void aTaskIsDoneAndTheLastOneAsksForTheOutcome() {
        Page page = withAccounts(page());
        AccountId account = burning();
        Run run =
                runs.start(account, plays.withKey("business-review").orElseThrow(), null, "It is time", Actor.of(csm));
        taskLists.ofRun(run.id()).stream()
                .filter(it -> !it.title().equals("Send what was agreed"))
                .forEach(it -> tasks.skip(it.id(), "Done before", Actor.of(csm)));
        page.navigate("/tasks");

        page.getByText("Send what was agreed").click();
        page.getByLabel("What came of it").fill("They all work with it.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                .click();
        assertThat(page.getByText("How did it end?")).isVisible();
        picture(page, "outcome");

        page.getByLabel("Improved").check();
        page.getByLabel("What happened").fill("More users, more use.");
        page.getByText("End the run").click();
        assertThat(page.getByText("The run has ended: Improved.")).isVisible();
    }

    @Test
    void aViewIsSavedAndItsListReviewedByKeysAlone() {
        Page page = withAccounts(page());
        burning();
        page.navigate("/accounts?health=poor");
        page.getByText("Save this view").click();
        picture(page, "save-view");
        page.getByLabel("Name").last().fill("Poor ones");
        page.keyboard().press("Enter");
        assertThat(page.locator(".watch-lists")).containsText("Poor ones");

        untilItTakesKeys(page);
        page.keyboard().press("r");
        assertThat(page.locator("h1")).hasText("Quarry Foods");
        untilItTakesKeys(page);
        page.keyboard().press("n");
        assertThat(page.locator("textarea[data-key=n]")).isFocused();
        page.keyboard().type("The new sponsor does not answer.");
        page.locator("textarea[data-key=n]").blur();
        page.keyboard().press("f");

        assertThat(page.locator("h1")).hasText("Review of Poor ones");
        assertThat(page.getByText("The new sponsor does not answer.")).isVisible();
        assertThat(reviewLists.ofThisWeek(csm.id())).singleElement().satisfies(review -> {
            assertThat(review.flagged()).isOne();
            assertThat(review.isFinished()).isTrue();
        });
    }

    @Test
    void thePointsOfAScoreAreSeenOnASmallScreenWithoutScrolling() {
        Page page = withAccounts(page());
        AccountId account = burning();
        page.setViewportSize(360, 900);
        page.navigate("/accounts/" + account);

        List<Locator> points = page.locator(".full-score .points").all();
        assertThat(points).isNotEmpty();
        for (Locator it : points) {
            assertThat(it).containsText(Pattern.compile("/|–")); // a dash where there is no data
            var box = it.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(360);
        }
        Object hidden = page.locator(".full-score").evaluate("it => it.scrollWidth - it.clientWidth");
        assertThat(((Number) hidden).intValue()).as("pixels to scroll").isZero();
    }

    @Test
    void anAtSignOffersTheMembersAndAPickTellsThem() {
        Page page = withAccounts(page());
        members.ensure("nora@example.com", "Nora Quist", Role.MANAGER, false);
        AccountId account = burning();
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "They leave", Actor.of(csm));
        page.navigate("/runs/" + run.id());

        page.getByLabel("Say something").pressSequentially("Ask @qu");
        assertThat(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Nora Quist")))
                .isVisible();
        assertAccessible(page);
        picture(page, "mention");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Say something")).hasValue("Ask @Nora Quist ");
        page.keyboard().type("please. See https://example.com/plan.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();

        assertThat(page.locator(".comments .mention")).hasText("@Nora Quist");
        assertThat(page.locator(".comments a")).hasAttribute("href", "https://example.com/plan");
        page.getByText("Change", new Page.GetByTextOptions().setExact(true)).click();
        assertReadable(page, "discussion");
    }

    @Test
    void anotherDueDayShowsWhereTheLaterTasksWouldGo() {
        Page page = withAccounts(page());
        AccountId account = burning();
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "They leave", Actor.of(csm));
        page.navigate("/tasks/" + taskLists.ofRun(run.id()).getFirst().id());

        page.getByText("Reschedule").first().click();
        String before = page.locator("#later").innerText();
        page.locator("input[name=due]").fill(given.today().plusDays(30).toString());
        page.locator("input[name=due]").blur();

        assertThat(page.locator("#later")).not().hasText(before);
        picture(page, "reschedule");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reschedule"))
                .click();
        assertThat(page.getByText("moved along")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page.getByText("Taken back.")).isVisible();
    }

    @Test
    void everyPageFitsAndIsAccessible() {
        Page page = withAccounts(page());
        AccountId account = burning();
        AlertId alert = given.anAlert(account, "active-users-decline", "Active users fell 32 %: from 245 to 166");
        new TriedPlay("win-back", 17, 11, 9, 3, 2).exists(jdbc, given.today());
        AlertId fresh = given.anAlert(account, "overdue-invoice", "An invoice is 12 days overdue");
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), alert, "They leave", Actor.of(csm));
        given.scoredOn(account, given.today().minusDays(30), Band.AVERAGE, 480);
        given.scoredOn(account, given.today(), Band.POOR, 291);
        var filter =
                filters.save(csm.id(), "Poor enterprises", Map.of("csm", "me", "health", "poor"), true, Actor.of(csm));
        watchLists.add(account, "win-back", "The champion left.", given.today().plusDays(30), null, Actor.of(csm));
        var review =
                reviews.begin(new NewReview(csm.id(), "win-back", "Win-back", "all", List.of(account)), Actor.of(csm));
        reviews.mark(review, account, Mark.FLAGGED, "The new sponsor does not answer.");
        tasks.add(account, "Call the sponsor", "Ask what has changed.", given.today(), csm.id(), Actor.of(csm));

        long ann = given.annLee(account);
        Meeting meeting = meetings.plan(
                new NewMeeting(
                        "1",
                        account,
                        run.id(),
                        csm,
                        contacts.withIds(account, List.of(ann)),
                        "Look back and ahead",
                        "What has worked, and what comes next?",
                        "https://meet.example.com/quarry-foods-and-us",
                        days.startOf(given.today().plusDays(3)).plus(Duration.ofHours(10)),
                        45),
                Actor.of(csm));
        given.aPerson(
                account, "dan", "{\"name\": \"Dan Day\", \"email\": \"dan@acme.example\", \"unsubscribed\": true}");

        for (String path : List.of(
                "/today",
                "/accounts?csm=all",
                "/accounts?health=unknown",
                "/accounts/" + account,
                "/accounts/" + account + "/events",
                "/accounts/" + account + "/check-in",
                "/accounts/" + account + "/cadence",
                "/accounts/" + account + "/settings",
                "/accounts/" + account + "?asOf=" + given.today().minusDays(20),
                "/alerts",
                "/alerts?tab=digest",
                "/alerts/" + fresh,
                "/alerts/" + alert,
                "/tasks",
                "/tasks/check-ins",
                "/tasks/" + taskLists.ofRun(run.id()).getFirst().id(),
                "/plays",
                "/plays/win-back",
                "/templates",
                "/templates/usage-decline",
                "/accounts/" + account + "/email?template=usage-decline&to=" + ann,
                "/accounts/" + account + "/meeting?to=" + ann,
                "/meetings/" + meeting.id(),
                "/me",
                "/me/calendar",
                "/runs/" + run.id(),
                "/watch-lists",
                "/watch-lists/win-back",
                "/accounts?list=" + filter.key().text(),
                "/reviews",
                "/reviews/" + review,
                "/reviews/" + review + "/accounts/" + account,
                "/health")) {
            page.navigate(path);
            assertReadable(page, path.replaceAll("[^a-z]+", "-").substring(1));
        }
        assertThat(page.title()).contains("Health report");
    }
}
