package ews.dashboard.setup.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.setup.FormTest;
import ews.detection.profile.Drafts;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PreviewTest extends FormTest {

    @Autowired
    private Profiles profiles;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Segments segments;

    @Autowired
    private OrganisationDays days;

    private int segment;

    @BeforeEach
    void anAccountWithAScore() {
        segment = segments.all().getLast().id();
        long account = account("Quarry Foods");
        jdbc.sql("""
                        insert into account_health (account_id, day, score, band, segment_id, profile_version_id, change_7,
                                                    change_30, trend, computed_at)
                        values (?, ?, 910, 'good', ?, 1, 0, 0, '{}', now())
                        """).params(account, days.today(), segment).update();
    }

    private String profile() {
        return "/setup/segments/" + segment + "/profile";
    }

    /** The account has no open issues, whatever else is unknown, which is fully poor here. */
    private String preview() {
        var answer = post(
                profile(),
                "indicators[0].group",
                "SUPPORT_AND_OPERATIONS",
                "indicators[0].metric",
                "open_issues",
                "indicators[0].poorAt",
                "0",
                "indicators[0].goodAt",
                "6",
                "indicators[0].weight",
                "100",
                "indicators[0].missing",
                "POOR",
                "goodFrom",
                "75",
                "averageFrom",
                "50",
                "margin",
                "0",
                "leastKnown",
                "1",
                "preview",
                "true");
        assertThat(answer.getResponse().getStatus()).as(html(answer)).isEqualTo(302);
        String address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(address).matches("/setup/previews/\\d+");
        await().atMost(Duration.ofMinutes(1)).until(() -> !html(get(address)).contains("accounts so far"));
        return address;
    }

    @Test
    void showsWhatWouldChangeAndKeepsADraft() {
        int live = profiles.current(segment).version();

        String page = html(get(preview()));

        assertThat(page)
                .contains("1 account would be in another band", "Quarry Foods", "nothing is live yet")
                .contains("Open issues", "Nobody of these accounts cancelled in the last year");
        assertThat(profiles.current(segment).version()).isEqualTo(live);
        assertThat(html(get(profile()))).contains("This is a draft by Ada Moreno", "Throw it away");
    }

    @Test
    void publishesTheDraft() {
        String preview = preview();
        int live = profiles.current(segment).version();

        String page = follow(post(
                profile() + "/draft/publication",
                "preview",
                preview.substring(preview.lastIndexOf('/') + 1),
                "reason",
                "Issues say it all",
                "day",
                days.today().toString()));

        assertThat(page).contains("Version %d is live.".formatted(live + 1)).doesNotContain("This is a draft");
        assertThat(profiles.current(segment).reason()).isEqualTo("Issues say it all");
        assertThat(html(get(preview))).contains("The draft has changed since, or is gone");
    }

    @Test
    void refusesToPublishWhatTheDraftHasBecomeSince() {
        String preview = preview();
        ProfileVersion live = profiles.current(segment);
        drafts.save(segment, live.profile(), live.version(), new Actor(null, "Ben Okafor"));

        String page = follow(post(
                profile() + "/draft/publication",
                "preview",
                preview.substring(preview.lastIndexOf('/') + 1),
                "reason",
                "Issues say it all"));

        assertThat(page).contains("Ben Okafor changed the draft after this preview.", "preview it again");
        assertThat(profiles.current(segment)).isEqualTo(live);
    }

    @Test
    void asksForAReason() {
        String preview = preview();

        String page = follow(post(
                profile() + "/draft/publication",
                "preview",
                preview.substring(preview.lastIndexOf('/') + 1),
                "reason",
                " "));

        assertThat(page).contains("Say in a few words why the profile changes.", "1 account would be in another band");
    }

    @Test
    void throwsTheDraftAway() {
        preview();

        assertThat(follow(post(profile() + "/draft/removal"))).contains("The draft is gone.");
        assertThat(drafts.of(segment)).isEmpty();
    }

    @Test
    void publishesForADayToComeAndTakesItBack() {
        String preview = preview();
        ProfileVersion live = profiles.current(segment);

        String page = follow(post(
                profile() + "/draft/publication",
                "preview",
                preview.substring(preview.lastIndexOf('/') + 1),
                "reason",
                "From next week on",
                "day",
                days.today().plusDays(7).toString()));

        assertThat(page).contains("will be live from", "Planned", "What changed");
        assertThat(profiles.current(segment)).isEqualTo(live);
        int planned = profiles.versions(segment).getFirst().version();
        assertThat(follow(post(profile() + "/versions/" + planned + "/withdrawal")))
                .contains("Version %d was taken back.".formatted(planned));
        assertThat(follow(post(profile() + "/versions/" + live.version() + "/withdrawal")))
                .contains("Only a version that does not count yet can be taken back.");
    }

    @Test
    void knowsNoOtherPreviews() {
        assertThat(get("/setup/previews/987654")).hasStatus(404);
    }
}
