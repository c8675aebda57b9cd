package ews.plays.checkin;

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

/** The cadences of segments in the document with all configuration. */
@SpringBootTest
class CadencePartTest {

    private static final Actor ADA = new Actor(null, "Ada");

    @Autowired
    private Given given;

    @Autowired
    private CadencePart part;

    @Autowired
    private Cadences cadences;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void twoSegments() {
        given.nothing();
        jdbc.sql("""
                        insert into segment (key, name, position, conditions)
                        values ('gold', 'Gold', 98, '[]'), ('silver', 'Silver', 99, '[]')
                        """).update();
    }

    @AfterEach
    void asTheyWere() {
        jdbc.sql("delete from segment where key in ('gold', 'silver')").update();
    }

    private static JsonNode document(String cadences) {
        return JsonMapper.shared().readTree("{\"cadences\": [%s]}".formatted(cadences));
    }

    private List<Change> applied(JsonNode document) {
        assertThat(part.problems(document)).isEmpty();
        List<Change> changes = part.changes(document);
        part.apply(document, "A reason", ADA);
        assertThat(part.changes(document)).isEmpty();
        return changes;
    }

    private static Change change(String key, String name, String detail) {
        return new Change(Kind.CHANGED, Subject.CADENCE, key, name, List.of(detail));
    }

    private String now() {
        return part.now().toString();
    }

    @Test
    void changesTheSegmentsThatItNamesAndSaysSoInWords() {
        List<Change> changes = applied(document("""
                {"segment": "gold", "days": 30}, {"segment": "silver"}"""));

        assertThat(changes)
                .containsExactly(
                        change("gold", "Gold", "A check-in every 30 days, it was: A check-in every 90 days"),
                        change("silver", "Silver", "No check-ins, it was: A check-in every 90 days"));
        assertThat(now()).endsWith("""
                {"segment":"gold","days":30},{"segment":"silver"}]""");
        assertThat(given.auditedActions()).containsOnly("cadence.changed").hasSize(2);

        applied(document("{\"segment\": \"silver\", \"days\": 14}"));

        assertThat(now()).endsWith("""
                {"segment":"gold","days":30},{"segment":"silver","days":14}]""");
    }

    @Test
    void whatIsThereOrLeftOutChangesNothing() {
        assertThat(applied(JsonMapper.shared().createObjectNode().set("cadences", part.now())))
                .isEmpty();
        assertThat(applied(JsonMapper.shared().createObjectNode())).isEmpty();
        assertThat(given.auditedActions()).isEmpty();
    }

    @Test
    void aSegmentThatComesWithTheDocumentCanHaveOne() {
        JsonNode document = JsonMapper.shared().readTree("""
                {"segments": [{"key": "bronze", "name": "Bronze"}], "cadences": [{"segment": "bronze", "days": 60}]}""");

        assertThat(part.problems(document)).isEmpty();
        assertThat(part.changes(document))
                .containsExactly(
                        change("bronze", "Bronze", "A check-in every 60 days, it was: A check-in every 90 days"));
        assertThat(part.problems(document("{\"segment\": \"bronze\"}")))
                .containsExactly("cadences[0].segment: there is no segment \"bronze\"");
    }

    @Test
    void theCadenceOfASegmentThatTheDocumentDeletesGoesWithIt() {
        JsonNode document = JsonMapper.shared().readTree("""
                {"segments": [{"key": "silver"}], "cadences": [{"segment": "gold", "days": 60}]}""");

        assertThat(part.problems(document)).isEmpty();
        assertThat(part.changes(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"segment": "gold", "days": 6}                | cadences[0].days: must be a whole number from 7 to 366
            {"segment": "gold", "days": "often"}          | cadences[0].days: must be a whole number from 7 to 366
            {"days": 30}                                  | cadences[0].segment: is missing
            {"segment": "gold", "every": 30}              | cadences[0].every: there is no such field; use segment, days
            {"segment": "gold"}, {"segment": "gold"}      | cadences[1].segment: this segment has a cadence already
            null                                          | cadences[0]: must have fields: segment, days
            """)
    void saysWhatIsWrongWithItsPlace(String wrong, String problem) {
        assertThat(part.problems(document(wrong))).containsExactly(problem);
        assertThat(cadences.ofSegments()).extracting(Cadences.OfSegment::every).containsOnly(Cadences.USUAL);
    }
}
