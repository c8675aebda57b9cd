package ews.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ews.dashboard.Given;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where things stand on a page. */
class LooksBrowserTest extends BrowserTest {

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

    private Page page;
    private AccountId account;

    @BeforeEach
    void anAccountWithAYear() {
        page = signedIn(Role.MANAGER);
        account = given.anAccount("Quarry Foods")
                .at("renewal", "enterprise")
                .scored(Band.GOOD, 990, -90)
                .exists();
        for (int week = 0; week < 52; week++) {
            given.scoredOn(account, given.today().minusWeeks(week), Band.GOOD, 990 - 9 * week);
        }
    }

    private static List<Double> left(Locator elements) {
        return elements.all().stream().map(it -> it.boundingBox().x).toList();
    }

    @Test
    void theScaleOfALineStandsBesideIt() {
        page.navigate("/accounts/" + account);

        var line = page.locator(".trend-line").boundingBox();
        var figure = page.locator(".trend").boundingBox();
        for (Locator label : page.locator(".trend-labels .scale").all()) {
            var box = label.boundingBox();
            assertThat(box.x).isGreaterThanOrEqualTo(line.x + line.width);
            assertThat(box.x + box.width).isLessThanOrEqualTo(figure.x + figure.width);
        }
        assertReadable(page, "account-year");
    }

    @Test
    void anIndicatorOpensFromTheScoreAndIsReadable() {
        page.navigate("/accounts/" + account);
        page.locator(".full-score th a").last().click();

        assertThat(page.locator("h1").innerText()).isEqualTo("Open issues");
        assertThat(page.locator("#days").isVisible()).isTrue();
        assertReadable(page, "indicator");
    }

    @Test
    void noneOfFourTablesIsLeftAlone() {
        page.navigate("/health");

        var rows = page.locator("section:has(#question-4) .table").all().stream()
                .collect(Collectors.groupingBy(it -> it.boundingBox().y, Collectors.counting()));

        assertThat(rows.values()).containsExactly(2L, 2L);
        assertReadable(page, "report-year");
    }

    @Test
    void theStepsOfARunBeginAtTheSamePlaceOnASmallScreen() {
        Member csm = given.member("Chloe Tan", Role.CSM);
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "They leave", Actor.of(csm));
        tasks.done(taskLists.ofRun(run.id()).getFirst().id(), "Sent", Actor.of(csm));
        page.setViewportSize(360, 900);
        page.navigate("/runs/" + run.id());

        Locator titles = page.locator("section:has(#tasks-title) .items > li > div");
        assertThat(titles.count()).isGreaterThan(1);
        assertThat(left(titles)).containsOnly(left(titles).getFirst());
        assertThat(page.getByText("Nobody yet").first().isVisible()).isTrue();
        assertReadable(page, "run-steps");
    }

    @Test
    void theStepsOfAPlayStandBelowEachOtherWithTheirDetails() {
        page.navigate("/plays/win-back");

        Locator step = page.locator("ol.steps > li").first();
        var title = step.locator("b").boundingBox();
        var detail = step.locator("small").boundingBox();

        assertThat(detail.y).isGreaterThanOrEqualTo(title.y + title.height);
        assertThat(detail.x).isEqualTo(title.x);
        assertReadable(page, "play-steps");
    }
}
