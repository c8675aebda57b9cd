package ews.sensors.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeformTest extends SurveyTest {

    private static final String SECRET = "c0ffee-typeform";
    private static final String RESPONSE = "typeform/response";

    TypeformTest() {
        super(Vendor.TYPEFORM, SECRET);
    }

    private static Map<String, String> signed(String body, String secret) {
        return Map.of(
                "Typeform-Signature", "sha256=" + Base64.getEncoder().encodeToString(hmac("HmacSHA256", secret, body)));
    }

    @Override
    Hook.Answer send(String body) {
        return hook.post(body, signed(body, SECRET));
    }

    @Test
    void aScaleIsNpsAndStarsAreCsatWhereNothingElseIsSaid() {
        accepts(said(RESPONSE));

        assertThat(answers(DAY))
                .containsExactlyInAnyOrder("nps 9.0 The export is great., 2026-10-01", "csat 4.0 -, 2026-10-01");
    }

    @Test
    void theReferenceOfAQuestionSaysWhatItAsks() {
        accepts(said(
                RESPONSE,
                "/form_response/answers/0/field/ref",
                "other_csat",
                "/form_response/answers/0/number",
                "2",
                "/form_response/answers/1/field/ref",
                "Our NPS",
                "/form_response/answers/1/number",
                "7"));

        assertThat(answers(DAY))
                .containsExactlyInAnyOrder("nps 7.0 The export is great., 2026-10-01", "csat 2.0 -, 2026-10-01");
    }

    @Test
    void withoutAnAccountItWaitsForWhoAnswered() {
        accepts(said(RESPONSE, "/form_response/hidden/account", ""));
        assertThat(texts("select distinct person from unplaced_event")).containsExactly("carla@acme.example");

        assign("@acme.example", "acme");

        assertThat(answers(DAY)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theSameComesOutOfAnyOrderAndRepetition(int seed) {
        acceptsInAnyOrder(
                List.of(
                        said(RESPONSE),
                        said(
                                RESPONSE,
                                "/event_id",
                                "e2",
                                "/form_response/token",
                                "t2",
                                "/form_response/submitted_at",
                                "2026-10-02T10:00:00Z")),
                seed);

        assertThat(answers(DAY.plusDays(1)))
                .containsExactlyInAnyOrder(
                        "nps 9.0 The export is great., 2026-10-01",
                        "csat 4.0 -, 2026-10-01",
                        "nps 9.0 The export is great., 2026-10-02",
                        "csat 4.0 -, 2026-10-02");
    }

    @Test
    void formsThatAskForNoScoreAreCounted() {
        accepts(said(
                RESPONSE,
                "/form_response/answers/0/field/type",
                "number",
                "/form_response/answers/1/field/type",
                "number"));
        accepts(said(RESPONSE, "/event_type", "form_response_partial"));

        assertThat(texts("select name from ignored_event order by name"))
                .containsExactly("form_response without a score", "form_response_partial");
    }

    @Test
    void whatTypeformDidNotSignIsRefused() {
        String body = said(RESPONSE);

        assertThat(hook.post(body, Map.of()).status()).isEqualTo(401);
        assertThat(hook.post(body, signed(body, "another")).status()).isEqualTo(401);
        assertThat(hook.post(body + " ", signed(body, SECRET)).status()).isEqualTo(401);
        assertThat(texts("select count(*) from event")).containsExactly("0");
    }

    @Test
    void anAnswerOfNobodyIsKeptWithTheReason() {
        assertThat(send(said(RESPONSE, "/form_response/hidden/account", "", "/form_response/hidden/email", ""))
                        .status())
                .isEqualTo(200);
        assertThat(send(said(RESPONSE, "/form_response/answers/1/number", "7")).status())
                .isEqualTo(200);

        assertThat(texts("select code from reject order by id"))
                .containsExactly("missing_customer", "score_out_of_range");
        assertThat(texts("select count(*) from event")).containsExactly("0");
    }
}
