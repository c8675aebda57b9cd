package ews.dashboard.setup.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.setup.FormTest;
import ews.detection.profile.Drafts;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.score.Indicator;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SuggestionTest extends FormTest {

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
    void theRest() {
        segment = segments.all().getLast().id();
    }

    private String profile() {
        return "/setup/segments/" + segment + "/profile";
    }

    private String suggestion() {
        var answer = post(profile() + "/suggestions");
        assertThat(answer.getResponse().getStatus()).as(html(answer)).isEqualTo(302);
        String address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        await().atMost(Duration.ofMinutes(1)).until(() -> !html(get(address)).contains("Looking at past"));
        return address;
    }

    @Test
    void suggestsWeightsWithTheirFigures() {
        new PlantedPast(jdbc, profiles, days).plant(segment, 80);

        String page = html(get(suggestion()));

        assertThat(page)
                .contains("the suggested weights told better than the current ones who would cancel")
                .contains("Learned from", "Judged by", "Current weights", "Suggested weights", "Use as draft");
    }

    @Test
    void becomesTheDraftAndNothingMore() {
        new PlantedPast(jdbc, profiles, days).plant(segment, 80);
        int live = profiles.current(segment).version();

        String page = follow(post(suggestion() + "/draft"));

        assertThat(page).contains("The suggested weights are the draft now", "This is a draft by Ada Moreno");
        assertThat(profiles.current(segment).version()).isEqualTo(live);
        var weights = drafts.of(segment).orElseThrow().profile().indicators().stream()
                .map(Indicator::weight)
                .toList();
        assertThat(weights.getFirst()).isGreaterThan(60);
        assertThat(weights.stream().mapToInt(it -> it).sum()).isEqualTo(100);
    }

    @Test
    void isOfNoUseOnceTheProfileHasChanged() {
        new PlantedPast(jdbc, profiles, days).plant(segment, 80);
        String suggestion = suggestion();
        profiles.publish(segment, profiles.current(segment).profile(), "The same again", Actor.SYSTEM);

        assertThat(follow(post(suggestion + "/draft"))).contains("ask for a suggestion again");
        assertThat(drafts.of(segment)).isEmpty();
    }

    @Test
    void saysThatThereAreNotEnoughCancellations() {
        new PlantedPast(jdbc, profiles, days).plant(segment, 8);

        String suggestion = suggestion();

        assertThat(html(get(suggestion)))
                .contains("Not enough cancellations yet: ", " of at least 20 to learn from")
                .doesNotContain("Use as draft");
        assertThat(follow(post(suggestion + "/draft"))).contains("There are no suggested weights to use.");
    }

    @Test
    void knowsNoOtherSuggestions() {
        assertThat(get(profile() + "/suggestions/987654")).hasStatus(404);
    }
}
