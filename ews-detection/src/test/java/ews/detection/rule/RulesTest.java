package ews.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.detection.segment.Segments;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import ews.testing.TestDatabase;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class RulesTest {

    @Autowired
    private Rules rules;

    @Autowired
    private Segments segments;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void startFromTheStarterRules() {
        TestDatabase.clear();
        jdbc.sql("delete from rule").update();
        rules.afterSingletonsInstantiated();
    }

    @Test
    void aNewInstallationHasTheStarterRulesWithTheirParameters() {
        assertThat(rules.all()).extracting(Rule::key).containsExactlyElementsOf(StarterRules.ALL.keySet());
        assertThat(rules.all()).extracting(Rule::definition).containsExactlyElementsOf(StarterRules.ALL.values());
        assertThat(rules.all()).allMatch(Rule::enabled);
    }

    @Test
    void theSegmentsThatStarterRulesAreForAreThoseOfANewInstallation() {
        assertThat(rules.all())
                .flatExtracting(rule -> rule.definition().audience().segments())
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(segments.all()).extracting(Segment::key).contains(key));
    }

    @Test
    void starterRulesAreAddedOnlyOnce() {
        rules.change("renewal", 1, renewal(60), "Too early", Actor.SYSTEM);

        rules.afterSingletonsInstantiated();

        assertThat(rules.all()).hasSameSizeAs(StarterRules.ALL.keySet());
        assertThat(rules.withKey("renewal").orElseThrow().kind()).isEqualTo(new RenewalWithin(60));
    }

    @Test
    void aRuleThatIsCalledLikeAPageHasAnotherKey() {
        RuleDefinition it = renewal(30);
        var called = new RuleDefinition("New", it.nature(), it.kind(), it.audience(), 1, 0, 0, null);

        assertThat(rules.create(called, "Try it", Actor.SYSTEM).key()).isEqualTo("new-2");
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotEnabled() {
        rules.enable("renewal", false, Actor.SYSTEM);

        assertThat(rules.enabled()).extracting(Rule::key).doesNotContain("renewal");
        assertThat(rules.all()).extracting(Rule::key).contains("renewal");
    }

    @Test
    void everyChangeIsInTheAuditLogAndNoChangeIsNot() {
        rules.enable("renewal", false, new Actor(null, "Ada Admin"));
        rules.enable("renewal", false, new Actor(null, "Ada Admin"));

        List<String> entries = jdbc.sql("select actor || ' ' || action || ' ' || subject from audit_entry")
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(entries).containsExactly("Ada Admin rule.disabled rule Renewal in 90 days, not in good health");
    }

    @Test
    void anUnknownRuleCannotBeChanged() {
        assertThatThrownBy(() -> rules.enable("nonsense", true, Actor.SYSTEM))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no rule 'nonsense'");
    }

    private static RuleDefinition renewal(int days) {
        return new RuleDefinition(
                "Renewal in %d days".formatted(days),
                Nature.OPPORTUNITY,
                new RenewalWithin(days),
                Audience.EVERYBODY,
                1,
                1,
                1,
                "renewal");
    }

    @Test
    void aNewRuleIsOffAndGetsAKeyOfItsName() {
        Rule rule = rules.create(renewal(30), "For the sales people", new Actor(null, "Ada Admin"));

        assertThat(rule.key()).isEqualTo("renewal-in-30-days");
        assertThat(rule.version()).isEqualTo(1);
        assertThat(rule.enabled()).isFalse();
        assertThat(rules.withKey(rule.key())).contains(rule);
        assertThat(rules.versions(rule.key()))
                .singleElement()
                .satisfies(it -> assertThat(it.author()).isEqualTo("Ada Admin"))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("For the sales people"));
    }

    @Test
    void eachNameIsGivenOnce() {
        rules.create(renewal(30), "First", Actor.SYSTEM);

        assertThatThrownBy(() -> rules.create(renewal(30), "Second", Actor.SYSTEM))
                .hasMessage("Another rule is called Renewal in 30 days already.");
        assertThatThrownBy(() -> rules.change("renewal", 1, renewal(30), "Third", Actor.SYSTEM))
                .hasMessage("Another rule is called Renewal in 30 days already.");
    }

    @Test
    void versionsAreKeptAndTheSameAgainIsNone() {
        rules.change("renewal", 1, renewal(60), "Too early", Actor.SYSTEM);
        rules.change("renewal", 2, renewal(60), "Again", Actor.SYSTEM);

        assertThat(rules.versions("renewal")).extracting(RuleVersion::version).containsExactly(2, 1);
        assertThat(rules.versions("renewal").getLast().definition()).isEqualTo(StarterRules.ALL.get("renewal"));
    }

    @Test
    void whoHasSeenAnOlderVersionIsToldSo() {
        rules.change("renewal", 1, renewal(60), "Too early", Actor.SYSTEM);

        assertThatThrownBy(() -> rules.change("renewal", 1, renewal(45), "Also", Actor.SYSTEM))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The rule is at version 2: somebody has changed it meanwhile.");
    }
}
