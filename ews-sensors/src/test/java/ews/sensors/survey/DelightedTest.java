package ews.sensors.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelightedTest extends SurveyTest {

    private static final String CREATED = "delighted/response_created";
    private static final String UPDATED = "delighted/response_updated";

    DelightedTest() {
        super(Vendor.DELIGHTED, "unused");
    }

    @Override
    Hook.Answer send(String body) {
        return hook.post(body, Map.of());
    }

    @Test
    void aCommentThatFollowsBelongsToTheAnswerAndCountsWithIt() {
        accepts(said(CREATED));
        assertThat(answers(DAY.plusDays(3))).containsExactly("nps 4.0 -, 2026-10-01");

        accepts(said(UPDATED));
        assertThat(answers(DAY.plusDays(3))).containsExactly("nps 4.0 The export is empty again., 2026-10-01");
        assertThat(answers(DAY)).containsExactly("nps 4.0 -, 2026-10-01");
    }

    @Test
    void whoThinksBetterOfItHasAnsweredOnceAndLater() {
        accepts(said(CREATED));
        accepts(said(UPDATED, "/event_data/score", "9"));

        assertThat(answers(DAY.plusDays(3))).containsExactly("nps 9.0 The export is empty again., 2026-10-03");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theSameComesOutOfAnyOrderAndRepetition(int seed) {
        acceptsInAnyOrder(
                List.of(
                        said(CREATED),
                        said(UPDATED),
                        said(
                                UPDATED,
                                "/event_id",
                                "a3",
                                "/event_data/comment",
                                "It works now.",
                                "/event_data/updated_at",
                                "1791021700"),
                        said(CREATED, "/event_id", "b1", "/event_data/id", "5436", "/event_data/score", "10")),
                seed);

        assertThat(answers(DAY.plusDays(3)))
                .containsExactlyInAnyOrder("nps 4.0 It works now., 2026-10-01", "nps 10.0 -, 2026-10-01");
    }

    @Test
    void withoutAnAccountItWaitsForWhoAnswered() {
        accepts(said(CREATED, "/event_data/person_properties/account", ""));
        assertThat(texts("select person from unplaced_event")).containsExactly("carla@acme.example");

        assign("@acme.example", "acme");

        assertThat(answers(DAY)).containsExactly("nps 4.0 -, 2026-10-01");
        assertThat(texts("select u.key from feedback f join account_user u on u.id = f.user_id"))
                .containsExactly("carla@acme.example");
    }

    @Test
    void whoHasNoAddressIsKnownByANumber() {
        accepts(said(CREATED, "/event_data/person_properties/account", "", "/event_data/person/email", ""));

        assertThat(texts("select person from unplaced_event")).containsExactly("person 5975");
    }

    @ParameterizedTest
    @CsvSource({
        "csat, 2, csat 2.0",
        "ces, 5, csat 5.0",
        "smileys, 3, csat 3.0",
        "thumbs, 1, csat 5.0",
        "thumbs, 0, csat 1.0"
    })
    void otherScalesOfFiveAreSatisfaction(String survey, String score, String ours) {
        accepts(said(CREATED, "/event_data/survey_type", survey, "/event_data/score", score));

        assertThat(answers(DAY)).containsExactly(ours + " -, 2026-10-01");
    }

    @Test
    void whatAsksSomethingElseIsCountedByItsName() {
        accepts(said(CREATED, "/event_data/survey_type", "enps"));
        accepts(said(CREATED, "/event_type", "unsubscribe.created"));

        assertThat(texts("select name from ignored_event order by name"))
                .containsExactly("survey_response.created of a survey of type enps", "unsubscribe.created");
    }

    @Test
    void aScoreThatCannotBeIsKeptWithTheReason() {
        assertThat(send(said(CREATED, "/event_data/score", "11")).status()).isEqualTo(200);
        assertThat(send(said(CREATED, "/event_data/score", "null")).status()).isEqualTo(200);
        assertThat(send(said(CREATED, "/event_type", "\u0000")).status()).isEqualTo(200);

        assertThat(texts("select code from reject order by id"))
                .containsExactly("score_out_of_range", "missing_score", "invalid_name");
    }

    @Test
    void nobodyButDelightedKnowsTheAddress() {
        assertThat(new Hook(hook.port(), "guessed")
                        .post(said(CREATED), Map.of())
                        .status())
                .isEqualTo(404);
    }
}
