package ews.dashboard.setup.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.setup.FormTest;
import ews.detection.configuration.Configuration;
import ews.detection.configuration.Configurations;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ConfigurationTest extends FormTest {

    @Autowired
    private Configurations configurations;

    @Autowired
    private Segments segments;

    private Configuration before = new Configuration(List.of());

    @BeforeEach
    void remember() {
        before = configurations.now().configuration();
    }

    @AfterEach
    void putBack() {
        configurations.apply(before, null, "Put back", Actor.SYSTEM);
        StarterVersions.forget(jdbc);
    }

    private String file() {
        return html(get("/setup/configuration/file"));
    }

    private String plan(String text) {
        MvcTestResult answer = post("/setup/configuration/plans", "text", text);
        assertThat(answer.getResponse().getStatus()).as(html(answer)).isEqualTo(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    @Test
    void isDownloadedAsAFile() {
        var answer = get("/setup/configuration/file").getResponse();

        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", "ews-configuration.yaml");
        assertThat(answer.getContentType()).startsWith("application/yaml");
        assertThat(file()).contains("segments:\n  - key: free_trial");
    }

    @Test
    void saysThatNothingWouldChange() {
        assertThat(html(get(plan(file())))).contains("Nothing would change").doesNotContain("Why this change?");
    }

    @Test
    void showsAPlanWithItsPreviewAndAppliesIt() {
        String plan = plan(
                file().replaceFirst("name: Free trial", "name: Trials").replaceFirst("goodFrom: 70", "goodFrom: 71"));
        await().atMost(Duration.ofMinutes(1)).until(() -> html(get(plan)).contains("Accounts by health"));

        assertThat(html(get(plan)))
                .contains("Is called Trials, it was Free trial", "Good from 71, it was 70", "nothing is live yet");
        assertThat(configurations.now().configuration()).isEqualTo(before);
        assertThat(follow(post(plan + "/application", "reason", ""))).contains("Say in a few words");
        assertThat(follow(post(plan + "/application", "reason", "Reviewed"))).contains("Applied.");
        assertThat(segments.all().getFirst().name()).isEqualTo("Trials");
        assertThat(audited()).contains("segment.renamed", "profile.published");
    }

    @Test
    void asksWhatBecomesOfAccountsThatARuleHoldsForWhenItIsSwitchedOn() {
        String off = file().replaceFirst("(?s)(rules:.*key: renewal\n +enabled:) true", "$1 false");
        String plan = plan(off);
        assertThat(html(get(plan)))
                .contains("switched off", "Renewal in 90 days", "Is switched off: it raises nothing")
                .doesNotContain("new entrants only");
        follow(post(plan + "/application", "reason", "Quiet"));

        String on = plan(off.replaceFirst("(?s)(rules:.*key: renewal\n +enabled:) false", "$1 true"));

        assertThat(html(get(on))).contains("switched on", "new entrants only");
        assertThat(follow(post(on + "/application", "reason", "Loud", "accounts", "new")))
                .contains("Applied.");
        assertThat(configurations.now().configuration()).isEqualTo(before);
        assertThat(audited()).containsSequence("rule.disabled", "rule.enabled");
    }

    @Test
    void showsWhatChangesAboutPlaysAndTemplatesAndAppliesIt() {
        String plan = plan(file().replaceFirst("title: Call your contact and listen", "title: Call them")
                .replaceFirst("(?s)(templates:.*?name: )[^\n]*", "$1Another name"));

        assertThat(html(get(plan)))
                .contains("title “Call them”, it was “Call your contact and listen”", ">play<", ">template<")
                .contains("Name “Another name”, it was “");
        assertThat(follow(post(plan + "/application", "reason", "Shorter"))).contains("Applied.");
        assertThat(html(get("/plays/win-back"))).contains("Call them", "Shorter");
        assertThat(audited()).contains("template.saved", "play.saved");
    }

    @Test
    void refusesAPlanWhoseWatchListHasGoneSince() {
        jdbc.sql("insert into watch_list (key, name) values ('board', 'Board')").update();
        String plan = plan(file().replaceFirst("list: win-back", "list: board"));
        jdbc.sql("delete from watch_list where key = 'board'").update();

        assertThat(follow(post(plan + "/application", "reason", "Reviewed")))
                .contains("There is no watch list &quot;board&quot;");
        assertThat(configurations.now().configuration()).isEqualTo(before);
    }

    @Test
    void refusesAPlanThatIsOutOfDate() {
        String plan = plan(file().replaceFirst("goodFrom: 70", "goodFrom: 71"));
        segments.rename(segments.all().getFirst().id(), "Tryouts", Actor.of(admin));

        assertThat(html(get(plan)))
                .contains("has changed since this plan was made")
                .doesNotContain("Why this change?");
        assertThat(follow(post(plan + "/application", "reason", "Reviewed"))).contains("Make the plan again");
        assertThat(configurations.now().configuration().segments().getFirst().profile())
                .isEqualTo(before.segments().getFirst().profile());
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasPasted() {
        String page = html(post("/setup/configuration/plans", "text", "segments:\n  - key: a b\n"));

        assertThat(page)
                .contains("segments[0].key: may have letters, digits and underscores", "segments[0].name: is missing")
                .contains("- key: a b");
        assertThat(html(post("/setup/configuration/plans"))).contains("Choose a file, or paste its text.");
    }

    @Test
    void knowsNoOtherPlans() {
        assertThat(get("/setup/configuration/plans/987654")).hasStatus(404);
    }
}
