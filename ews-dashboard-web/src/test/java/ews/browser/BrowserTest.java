package ews.browser;

import static ews.dashboard.security.SignedInMember.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import ews.EwsApplication;
import ews.dashboard.Given;
import ews.dashboard.security.SignedInMember;
import ews.detection.scoring.ScoringBacklog;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A test in a real browser against the whole application on a port of its own. After each test, the pages that were
 * visited must have left no error in the console, broken no content policy, and asked no other server for anything.
 */
@SpringBootTest(
        classes = EwsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "db-scheduler.enabled=false")
@Import(Given.class)
public abstract class BrowserTest {

    private static final int HEIGHT = 900;

    /** Where {@link #picture} puts what it takes: EWS_PICTURES, or nowhere. */
    private static final String PICTURES = System.getenv("EWS_PICTURES");

    @LocalServerPort
    int port;

    @Autowired
    SignedInMember signedIn;

    @Autowired
    Sources sources;

    @Autowired
    ScoringBacklog backlog;

    private final List<BrowserContext> contexts = new ArrayList<>();
    /** Of the product system that posts events. */
    private @Nullable String key;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void browserFound() {
        boolean found = Chromium.found().isPresent();
        if (!found && Chromium.required()) {
            throw new AssertionError(Chromium.MISSING);
        }
        if (!found) {
            System.err.println("\n  " + Chromium.MISSING + "\n");
        }
        assumeTrue(found, Chromium.MISSING);
    }

    @BeforeEach
    void emptyDatabase() {
        TestDatabase.clear();
    }

    @AfterEach
    void nothingToComplainAbout() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints)
                .as("console errors, policy violations, foreign requests")
                .isEmpty();
    }

    /** A page of a new browser profile, 1440 px wide and light. */
    protected Page page() {
        BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(address())
                        .setViewportSize(1440, HEIGHT)
                        .setColorScheme(ColorScheme.LIGHT));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address()) && !request.url().startsWith("data:")) {
                complaints.add(page.url() + ": asked for " + request.url());
            }
        });
        return page;
    }

    /** A page on which a member of this role is signed in, through the form. */
    protected Page signedIn(Role role) {
        return signIn(page(), role);
    }

    protected Page signIn(Page page, Role role) {
        Member member = signedIn.with(role);
        page.navigate("/me"); // which asks for the sign-in, and is shown after it
        page.getByLabel("E-mail").fill(member.email());
        page.getByLabel("Password").fill(PASSWORD);
        page.getByText("Sign in").last().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** A product system posts events, all of which are taken in and scored. */
    protected void post(Page page, List<String> events) {
        if (key == null) {
            key = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                    .key();
        }
        var answer = page.request()
                .post(
                        address() + "/v1/events",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + key)
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"events\":[" + String.join(",", events) + "]}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("\"rejected\":[]");
        settle();
    }

    /** Waits until what was posted or decided shows in all scores and alerts. */
    protected void settle() {
        backlog.settle();
    }

    /** Waits for the page's scripts and its first picture, before which the browser drops what is typed. */
    protected void untilItTakesKeys(Page page) {
        page.waitForLoadState();
        page.evaluate("new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))");
    }

    /** For a page that is meant to fail, such as one that is not there: the browser logs that as an error. */
    protected void forgetComplaints() {
        complaints.clear();
    }

    /** How a page is looked at. */
    private record Look(int width, ColorScheme scheme) {}

    private static final List<Look> LOOKS = List.of(
            new Look(360, ColorScheme.LIGHT),
            new Look(360, ColorScheme.DARK),
            new Look(820, ColorScheme.DARK),
            new Look(1440, ColorScheme.DARK),
            new Look(1440, ColorScheme.LIGHT));

    /** Looks at the page as it is, narrow and wide, light and dark. */
    protected void assertReadable(Page page, String name) {
        for (Look look : LOOKS) {
            page.setViewportSize(look.width, HEIGHT);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
            assertFits(page);
            // What a scheme or a width may break is broken in one of these two.
            if (look.width == 360 ? look.scheme == ColorScheme.DARK : look.scheme == ColorScheme.LIGHT) {
                assertAccessible(page);
            }
            picture(page, "%s-%s-%d".formatted(name, look.scheme, look.width));
        }
    }

    protected void assertAccessible(Page page) {
        // There are no frames, for which alone the other mode opens one more page each time.
        // Only what is wrong is told in detail, which takes a good part of the time that telling all would take.
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(options)
                .analyze()
                .getViolations();
        assertThat(violations)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .as("axe on " + page.url())
                .isEmpty();
    }

    /** Nothing may be wider than the window: nobody should have to scroll sideways. */
    protected void assertFits(Page page) {
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("pixels wider than the window on " + page.url())
                .isZero();
    }

    /** Keeps a picture of the page for people to look at, where EWS_PICTURES names a directory. */
    protected void picture(Page page, String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, name + ".png")));
        }
    }

    protected String address() {
        return "http://localhost:" + port;
    }
}
