package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.setup.profile.PlantedPast;
import ews.detection.profile.Drafts;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SuggestionApiTest extends ApiTest {

    @Autowired
    private Profiles profiles;

    @Autowired
    private Segments segments;

    @Autowired
    private Drafts drafts;

    @Autowired
    private OrganisationDays days;

    private int segment;
    private String key = "";

    @BeforeEach
    void theLastSegment() {
        segment = segments.all().getLast().id();
        key = segments.all().getLast().key();
    }

    /** Asks for one, waits until it is done, and returns its address. */
    private String suggestion() {
        Answer begun = ask("POST", "/v1/segments/" + key + "/profile/suggestions", Scope.CONFIGURE, "");
        assertThat(begun.status()).isEqualTo(202);
        String address = begun.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));
        return address;
    }

    @Test
    void tellsWeightsHowGoodTheyAreAndMakesThemTheDraft() {
        new PlantedPast(jdbc, profiles, days).plant(segment, 80);

        String address = suggestion();
        JsonNode finding = get(address).body().path("finding");

        assertThat(finding.path("kind").asString()).isEqualTo("weights");
        assertThat(finding.at("/weights/0/indicator/subject").asString()).isEqualTo("mood");
        assertThat(finding.at("/weights/0/now").asInt()).isEqualTo(20);
        assertThat(finding.at("/weights/0/suggested").asInt()).isGreaterThan(60);
        assertThat(finding.at("/areaSuggested/area").asDouble())
                .isGreaterThan(finding.at("/areaNow/area").asDouble());
        assertThat(drafts.of(segment)).isEmpty();

        Answer draft = ask("POST", address + "/draft", Scope.CONFIGURE, "");

        assertThat(draft.status()).as(draft.detail()).isEqualTo(200);
        assertThat(draft.body().at("/profile/indicators/0/weight").asInt())
                .isEqualTo(finding.at("/weights/0/suggested").asInt());
        assertThat(drafts.of(segment)).isPresent();
    }

    @Test
    void saysThatThereAreTooFewCancellationsAndHasNoDraftThen() {
        new PlantedPast(jdbc, profiles, days).plant(segment, 8);

        String address = suggestion();

        assertThat(get(address).body().at("/finding/kind").asString()).isEqualTo("too_few");
        assertThat(get(address).body().at("/finding/trainingNeeded").asInt()).isEqualTo(20);
        Answer draft = ask("POST", address + "/draft", Scope.CONFIGURE, "");
        assertThat(draft.status()).isEqualTo(400);
        assertThat(draft.detail()).isEqualTo("There are no suggested weights to use.");
    }

    @Test
    void isOfNoUseOnceTheProfileHasChanged() {
        new PlantedPast(jdbc, profiles, days).plant(segment, 80);
        String address = suggestion();
        profiles.publish(segment, profiles.current(segment).profile(), "The same again", Actor.SYSTEM);

        assertThat(ask("POST", address + "/draft", Scope.CONFIGURE, "").detail())
                .contains("ask for a suggestion again");
    }

    @Test
    void knowsNoOthers() {
        assertThat(get("/v1/suggestions/987654").status()).isEqualTo(404);
        assertThat(get("/v1/suggestions/x").status()).isEqualTo(404);
        assertThat(ask("POST", "/v1/segments/nowhere/profile/suggestions", Scope.CONFIGURE, "")
                        .status())
                .isEqualTo(404);
    }
}
