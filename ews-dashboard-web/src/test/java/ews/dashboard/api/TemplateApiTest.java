package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.plays.email.Templates;
import ews.sensors.source.Scope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class TemplateApiTest extends ApiTest {

    private static final String SPONSOR = """
            {"reason": "To try it", "name": "Sponsor left", "subject": "Who follows?", "text": "Hi {{contact.first_name|there}},\\nwho decides now?"}""";

    @Autowired
    private Templates templates;

    @AfterEach
    void onlyTheStarterTemplates() {
        jdbc.sql("delete from email_template where key like 'sponsor-left%'").update();
    }

    private Answer put(String key, String body, String... headers) {
        return ask("PUT", "/v1/templates/" + key, Scope.CONFIGURE, body, headers);
    }

    @Test
    void listsTheStarterTemplatesWithTheirTexts() {
        assertThat(get("/v1/templates").each("key")).contains("usage-decline", "win-back");

        Answer one = get("/v1/templates/win-back");

        assertThat(one.body().path("name").asString()).isEqualTo("We would like to have you back");
        assertThat(one.body().path("text").asString()).startsWith("Hi {{contact.first_name|there}},\n\n");
        assertThat(one.response().headers().firstValue("ETag")).contains("\"1\"");
    }

    @Test
    void makesATemplateAndItsNextVersion() {
        Answer made = put("sponsor-left", SPONSOR);
        Answer changed = put("sponsor-left", SPONSOR.replace("Who follows?", "Who is next?"), "If-Match", "\"1\"");

        assertThat(made.status()).as(made.detail()).isEqualTo(201);
        assertThat(changed.status()).as(changed.detail()).isEqualTo(200);
        assertThat(changed.response().headers().firstValue("ETag")).contains("\"2\"");
        JsonNode versions = get("/v1/templates/sponsor-left/versions").body();
        assertThat(versions.at("/items/0/subject").asString()).isEqualTo("Who is next?");
        assertThat(versions.at("/items/1/subject").asString()).isEqualTo("Who follows?");
        assertThat(versions.at("/items/1/reason").asString()).isEqualTo("To try it");
        assertThat(versions.at("/items/1/author").asString()).isEqualTo("source that may [CONFIGURE]");
    }

    @Test
    void theSameAgainIsNoNewVersion() {
        put("sponsor-left", SPONSOR);

        assertThat(put("sponsor-left", SPONSOR).body().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void refusesToChangeWhatSomebodyElseHasChanged() {
        put("sponsor-left", SPONSOR);
        put("sponsor-left", SPONSOR.replace("Who follows?", "Who is next?"));

        Answer late = put("sponsor-left", SPONSOR, "If-Match", "\"1\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.detail())
                .isEqualTo("The template is at version 2, no longer at 1: somebody has changed it meanwhile.");
        assertThat(put("sponsor-left-2", SPONSOR, "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void tellsEverythingThatIsWrong() {
        Answer answer = put("Sponsor%20left", """
                {"reason": "To try it", "name": " ", "subject": "To {{contact.frist_name}}", "text": "Hi {{contact.name"}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("problems").valueStream().map(JsonNode::asString))
                .anyMatch(it -> it.startsWith("The key of a template is of lower case letters"))
                .anyMatch(it -> it.startsWith("The name is missing"))
                .anyMatch(it -> it.startsWith("There is no merge field \"contact.frist_name\""))
                .anyMatch(it -> it.startsWith("A merge field is not closed"));
    }

    @Test
    void aNameBelongsToOneTemplate() {
        put("sponsor-left", SPONSOR);

        Answer answer = put("sponsor-left-2", SPONSOR);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("Another template has the name \"Sponsor left\".");
        assertThat(templates.withKey("sponsor-left-2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT  | /v1/templates/new              | {"reason": "a", "name": "a", "subject": "a", "text": "a"} | 400 | The key of a template
            PUT  | /v1/templates/sponsor-left     | {"name": "a", "subject": "a", "text": "a"}                | 400 | reason: is missing.
            PUT  | /v1/templates/sponsor-left     | {"reason": " ", "name": "a", "subject": "a", "text": "a"} | 400 | reason: say in a few words why.
            PUT  | /v1/templates/sponsor-left     | {"reason": "a", "name": "a", "subject": "a"}              | 400 | text: is missing.
            PUT  | /v1/templates/sponsor-left     | {"reason": "a", "body": "a"}                              | 400 | body: there is no such field; use reason, name, subject, text.
            GET  | /v1/templates/nothing          |                                                           | 404 | There is no template with the key "nothing".
            GET  | /v1/templates/nothing/versions |                                                           | 404 | There is no template with the key "nothing".
            GET  | /v1/templates?all=yes          |                                                           | 400 | There is no parameter "all" here
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhatToDo(
            String method, String path, String body, int status, String detail) {
        Answer answer =
                ask(method, path, method.equals("GET") ? Scope.READ : Scope.CONFIGURE, body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.detail()).startsWith(detail);
    }

    @Test
    void aKeyThatMayReadChangesNothing() {
        for (Scope scope : List.of(Scope.READ, Scope.WRITE)) {
            assertThat(ask("PUT", "/v1/templates/sponsor-left", scope, SPONSOR).status())
                    .isEqualTo(403);
        }
    }
}
