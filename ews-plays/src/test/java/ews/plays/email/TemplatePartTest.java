package ews.plays.email;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.plays.Given;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Templates of emails in the document with all configuration. */
@SpringBootTest
class TemplatePartTest {

    private static final String HELLO = """
            {"key": "hello", "name": "Hello", "subject": "Hello {{contact.first_name|there}}", "text": "How are you?\\n\\nAda"}""";

    private static final Actor ADA = new Actor(null, "Ada");

    @Autowired
    private Given given;

    @Autowired
    private TemplatePart part;

    @Autowired
    private Templates templates;

    @Autowired
    private JdbcClient jdbc;

    private JsonNode before = JsonNodeFactory.instance.arrayNode();

    @BeforeEach
    void theStarterTemplates() {
        given.nothing();
        before = part.now();
    }

    @AfterEach
    void asTheyWere() {
        jdbc.sql(
                        "delete from email_template where id in (select template_id from email_template_version where version = 1 and author = 'Ada')")
                .update();
        part.apply(document(before), "Put back", Actor.SYSTEM);
    }

    private static ObjectNode document(JsonNode list) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("templates", list);
        return document;
    }

    private static JsonNode document(String list) {
        return JsonMapper.shared().readTree("{\"templates\": [%s]}".formatted(list));
    }

    private List<Change> applied(JsonNode document) {
        assertThat(part.problems(document)).isEmpty();
        List<Change> changes = part.changes(document);
        part.apply(document, "A reason", ADA);
        assertThat(part.changes(document)).isEmpty();
        return changes;
    }

    @Test
    void whatIsThereChangesNothing() {
        assertThat(before).isNotEmpty();
        assertThat(applied(document(before))).isEmpty();
        assertThat(given.auditedActions()).isEmpty();
    }

    @Test
    void comesBackFromAnInstallationWithoutAny() {
        jdbc.sql("delete from email_template").update();

        assertThat(applied(document(before))).extracting(Change::kind).containsOnly(Kind.ADDED);

        assertThat(part.now()).isEqualTo(before);
        jdbc.sql("update email_template_version set author = 'EWS'").update();
    }

    @Test
    void aNewTemplateIsAddedAndTheOthersStay() {
        assertThat(applied(document(HELLO)))
                .containsExactly(new Change(
                        Kind.ADDED,
                        Subject.TEMPLATE,
                        "hello",
                        "Hello",
                        List.of("Subject “Hello {{contact.first_name|there}}”")));
        assertThat(templates.all()).hasSize(before.size() + 1);
        assertThat(templates.versions("hello").getFirst().author()).isEqualTo("Ada");
    }

    @Test
    void aChangeIsAVersionAndSaidInWords() {
        applied(document(HELLO));

        List<Change> changes = applied(document(HELLO.replace("How are you?", "How do you do?")));

        assertThat(changes)
                .containsExactly(new Change(
                        Kind.CHANGED,
                        Subject.TEMPLATE,
                        "hello",
                        "Hello",
                        List.of("Text “How do you do? Ada”, it was “How are you? Ada”")));
        assertThat(templates.withKey("hello").orElseThrow().version()).isEqualTo(2);
        assertThat(applied(document(HELLO.replace("How are you?\\n\\n", "How do you do?\\n")))
                        .getFirst()
                        .details())
                .containsExactly("Text with other spaces or line breaks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "key": "hello"           | "key": "Hello there"    | templates[0]: The key of a template is of lower case letters
            "name": "Hello"          | "name": 5               | templates[0].name: must be a text; put it in quotes
            "name": "Hello",         | "colour": "red",        | templates[0].colour: there is no such field; use key, name, subject, text
            contact.first_name       | contact.colour          | templates[0]: There is no
            "name": "Hello"          | "name": "Check-in"      | templates: the name
            """)
    void saysWhatIsWrongWithItsPlace(String right, String wrong, String problem) {
        jdbc.sql("update email_template set name = 'Check-in' where id = (select min(id) from email_template)")
                .update();

        assertThat(part.problems(document(HELLO.replace(right, wrong))))
                .anySatisfy(it -> assertThat(it).startsWith(problem));
    }

    @Test
    void everyTemplateHasAKeyAndANameOfItsOwn() {
        assertThat(part.problems(document(HELLO + "," + HELLO)))
                .containsExactly(
                        "templates[1].key: another template has this key",
                        "templates[1].name: another template has this name");
        assertThat(part.problems(JsonMapper.shared().readTree("{\"templates\": {}}")))
                .containsExactly("templates: must be a list of at most 200");
        assertThat(part.problems(document("7")))
                .containsExactly("templates[0]: must have fields: key, name, subject, text");
    }
}
