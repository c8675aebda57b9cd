package ews.plays.followup;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.plays.Given;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How follow-up works, in the document with all configuration. */
@SpringBootTest
class FollowUpPartTest {

    private static final String WANTED = """
            {"followUp": {"remindAfter": 2, "escalateAfter": 5, "alertAfter": 3, "ownerChange": "all"}}""";

    @Autowired
    private Given given;

    @Autowired
    private FollowUpPart part;

    @Autowired
    private EscalationPolicies escalation;

    @Autowired
    private FollowUpPolicies policies;

    @BeforeEach
    void asInstalled() {
        given.nothing();
    }

    private static JsonNode document(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void changesWhatCountsAndSaysSoInWords() {
        assertThat(part.problems(document(WANTED))).isEmpty();
        assertThat(part.changes(document(WANTED)))
                .containsExactly(new Change(
                        Kind.CHANGED,
                        Subject.FOLLOW_UP,
                        "followUp",
                        "Follow-up",
                        List.of(
                                "The assignee is reminded after 2 working days, it was 1",
                                "A manager is told after 5 working days, it was 3",
                                "What goes to the new CSM of an account: “All tasks of the former CSM”, "
                                        + "it was “The tasks of plays, but none that somebody added by hand”")));

        part.apply(document(WANTED), "A reason", new Actor(null, "Ada"));

        assertThat(escalation.current()).isEqualTo(new EscalationPolicy(2, 5, 3));
        assertThat(policies.ownerChange()).isEqualTo(OwnerChange.ALL);
        assertThat(given.auditedActions()).containsExactly("escalation.changed", "follow_up.changed");
        assertThat(part.changes(document(WANTED))).isEmpty();
        assertThat(part.now()).isEqualTo(document(WANTED).path("followUp"));
    }

    @Test
    void leftOutItStaysAsItIs() {
        assertThat(part.problems(document("{}"))).isEmpty();
        assertThat(part.changes(document("{}"))).isEmpty();
        part.apply(document("{}"), "A reason", Actor.SYSTEM);
        assertThat(given.auditedActions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "escalateAfter": 5  | "escalateAfter": 2  | followUp.escalateAfter: must be more than remindAfter: the assignee is reminded first
            "alertAfter": 3     | "alertAfter": 0     | followUp.alertAfter: must be a whole number from 1 to 60
            "alertAfter": 3,    | ''                  | followUp.alertAfter: is missing
            "all"               | "some"              | followUp.ownerChange: must be one of none, all_but_manual, all
            "ownerChange"       | "owner": "x", "ownerChange" | followUp.owner: there is no such field; use remindAfter, escalateAfter, alertAfter, ownerChange
            """)
    void saysWhatIsWrongWithItsPlace(String right, String wrong, String problem) {
        assertThat(part.problems(document(WANTED.replace(right, wrong)))).containsExactly(problem);
        assertThat(part.problems(document("{\"followUp\": 5}")))
                .containsExactly("followUp: must have fields: remindAfter, escalateAfter, alertAfter, ownerChange");
    }
}
