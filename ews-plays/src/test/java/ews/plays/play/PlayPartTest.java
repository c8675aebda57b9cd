package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Plays in the document with all configuration. */
@SpringBootTest
class PlayPartTest {

    private static final String CALL = """
            {"key": "sponsor-left", "enabled": true, "name": "Sponsor left", "description": "Whoever bought it is gone.",
             "entry": {"triggers": []},
             "steps": [{"type": "task", "title": "Call", "detail": "Ask why.", "assignee": "csm",
                        "due": {"days": 2, "unit": "working_days"}}]}""";

    private static final Actor ADA = new Actor(null, "Ada");

    @Autowired
    private Given given;

    @Autowired
    private PlayPart part;

    @Autowired
    private Plays plays;

    @Autowired
    private StarterPlays starterPlays;

    @Autowired
    private JdbcClient jdbc;

    private JsonNode before = JsonNodeFactory.instance.arrayNode();

    @BeforeEach
    void theStarterPlays() {
        onlyTheStarterPlays();
        given.nothing();
        before = part.now();
    }

    /** Tests leave plays behind, and starter plays in later versions. */
    @AfterEach
    void onlyTheStarterPlays() {
        jdbc.sql("delete from run").update();
        jdbc.sql("delete from play").update();
        jdbc.sql("delete from watch_list").update();
        starterPlays.afterSingletonsInstantiated();
    }

    private static ObjectNode document(JsonNode list) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("plays", list);
        return document;
    }

    /** With a segment and a template, which other parts keep. */
    private static JsonNode document(String list) {
        return JsonMapper.shared().readTree("""
                {"segments": [{"key": "gold"}], "templates": [{"key": "hello"}], "plays": [%s]}""".formatted(list));
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
        assertThat(before).hasSizeGreaterThan(5);
        assertThat(applied(document(before))).isEmpty();
        assertThat(given.auditedActions()).isEmpty();
    }

    @Test
    void comesBackFromAnInstallationWithoutAny() {
        jdbc.sql("delete from play").update();

        List<Change> changes = applied(document(before));

        assertThat(changes).extracting(Change::kind).containsOnly(Kind.ADDED);
        assertThat(part.now()).isEqualTo(before);
    }

    @Test
    void withoutTheFieldEverythingStaysAsItIs() {
        JsonNode silent = JsonNodeFactory.instance.objectNode();

        assertThat(part.problems(silent)).isEmpty();
        assertThat(applied(silent)).isEmpty();
        assertThat(part.now()).isEqualTo(before);
    }

    @Test
    void aNewPlayIsToldInWordsAndThoseThatAreNotNamedAreSwitchedOff() {
        List<Change> changes = applied(document(CALL));

        assertThat(changes.getFirst())
                .isEqualTo(new Change(
                        Kind.ADDED,
                        Subject.PLAY,
                        "sponsor-left",
                        "Sponsor left",
                        List.of(
                                "Is switched on: it can be started, and starts by itself",
                                "Only people start it",
                                "Step 1 is new: “Call”, CSM, within 2 working days")));
        assertThat(changes.subList(1, changes.size()))
                .hasSize(before.size())
                .allSatisfy(it -> assertThat(it.details())
                        .containsExactly(
                                "The document does not name it",
                                "Is switched off: nobody can start it, and its runs go on"));
        assertThat(plays.all().stream().filter(Play::enabled)).singleElement().satisfies(it -> {
            assertThat(it.key()).isEqualTo("sponsor-left");
            assertThat(plays.versions(it.key()).getFirst().reason()).isEqualTo("A reason");
            assertThat(plays.versions(it.key()).getFirst().author()).isEqualTo("Ada");
        });
    }

    @Test
    void aChangeIsAVersionAndSwitchingIsNone() {
        applied(document(CALL));

        List<Change> changed = applied(document(CALL.replace("\"days\": 2", "\"days\": 5")));
        List<Change> off = applied(document(
                CALL.replace("\"days\": 2", "\"days\": 5").replace("\"enabled\": true", "\"enabled\": false")));

        assertThat(changed)
                .containsExactly(new Change(
                        Kind.CHANGED,
                        Subject.PLAY,
                        "sponsor-left",
                        "Sponsor left",
                        List.of("Step 1: due within 5 working days, it was within 2 working days")));
        assertThat(off).extracting(Change::kind).containsExactly(Kind.SWITCHED_OFF);
        assertThat(plays.withKey("sponsor-left")).hasValueSatisfying(it -> {
            assertThat(it.version()).isEqualTo(2);
            assertThat(it.enabled()).isFalse();
        });
    }

    @Test
    void namesWhatTheDocumentHasAndOtherPlaysInCircles() {
        String first = CALL.replace(
                        "\"triggers\": []", "\"triggers\": [{\"type\": \"segment\", \"segment\": \"gold\"}]")
                .replace(
                        "}}]}",
                        "}}, {\"type\": \"email\", \"template\": \"hello\"}, {\"type\": \"start_play\", \"play\": \"second\"}]}");
        String second = CALL.replace("sponsor-left", "second")
                .replace("Sponsor left", "Second")
                .replace("}}]}", "}}, {\"type\": \"start_play\", \"play\": \"sponsor-left\"}]}");

        applied(document(first + "," + second));

        assertThat(plays.withKey("sponsor-left").orElseThrow().steps())
                .last()
                .isEqualTo(new Step.StartPlayStep("second"));
    }

    @Test
    void aNameIsTakenAfterAnotherPlayHasGivenItUp() {
        applied(document(CALL));
        String renamed = CALL.replace("Sponsor left", "Buyer left");
        String heir = CALL.replace("sponsor-left", "second");

        applied(document(heir + "," + renamed));

        assertThat(plays.withKey("second").orElseThrow().name()).isEqualTo("Sponsor left");
        assertThat(plays.withKey("sponsor-left").orElseThrow().name()).isEqualTo("Buyer left");
    }

    @Test
    void tellsAllThatIsWrongWithItsPlace() {
        String other = CALL.replace("\"csm\"", "\"nobody@example.com\"").replace("\"enabled\": true, ", "");
        String win = CALL.replace("sponsor-left", "win").replace("Sponsor left", "Win-back");

        assertThat(part.problems(
                        document("5, {\"key\": \"x\", \"colour\": 1}," + other + "," + CALL + "," + CALL + "," + win)))
                .contains(
                        "plays[0]: must have fields: key, enabled, name, description, entry, steps, goal, holdOut",
                        "plays[1].colour: there is no such field; use key, enabled, name, description, entry, steps, goal, holdOut",
                        "plays[1].name: is missing",
                        "plays[2].enabled: is missing",
                        "plays[4].key: another play has this key",
                        "plays[4].name: another play has this name",
                        "plays: the name Win-back belongs to the play with the key win-back; use that key, or another name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "assignee": "csm" | "assignee": "nobody@example.com" | plays[0]: There is no member nobody@example.com (step 1).
            "triggers": []    | "segments": ["silver"]           | plays[0]: There is no segment "silver".
            "sponsor-left"    | "new"                            | plays[0]: The key "new" must be lower case letters
            "days": 2         | "days": 900                      | plays[0]: The days of step 1 must be 0 to 365, not 900.
            "enabled": true   | "enabled": "yes"                 | plays[0].enabled: must be true or false
            """)
    void checksWhatThePageOfPlaysChecks(String right, String wrong, String problem) {
        assertThat(part.problems(document(CALL.replace(right, wrong))))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void isAListOfPlays() {
        assertThat(part.problems(JsonMapper.shared().readTree("{\"plays\": 5}")))
                .containsExactly("plays: must be a list of at most 200");
        assertThat(part.keys(document(CALL))).contains("sponsor-left", "win-back");
    }

    @Test
    void aChangeNeedsAReason() {
        assertThatThrownBy(() -> part.apply(document(CALL), " ", ADA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The reason is missing: please write it.");
    }
}
