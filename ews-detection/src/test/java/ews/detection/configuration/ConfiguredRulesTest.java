package ews.detection.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ews.detection.configuration.Configuration.Rule;
import ews.detection.rule.Audience;
import ews.detection.rule.Decline;
import ews.detection.rule.Nature;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.Rules;
import ews.detection.rule.ScoreDrop;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.domain.metric.Measurement;
import ews.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules as a part of the configuration. */
@SpringBootTest
class ConfiguredRulesTest {

    private static final Actor ADA = new Actor(null, "Ada");

    @Autowired
    Configurations configurations;

    @Autowired
    Rules rules;

    @Autowired
    JdbcClient jdbc;

    private Configuration before = new Configuration(List.of());

    @BeforeEach
    void starterRules() {
        TestDatabase.clear();
        before = configurations.now().configuration();
    }

    @AfterEach
    void asTheyWere() {
        configurations.apply(before, null, "Put back", ADA);
        jdbc.sql("delete from rule where key in ('drop', 'a-copy')").update();
    }

    private static RuleDefinition drop(String name, int points) {
        return new RuleDefinition(name, Nature.RISK, new ScoreDrop(points, 7), Audience.EVERYBODY, 1, 7, 7, null);
    }

    private Configuration with(Rule... changed) {
        var all = new ArrayList<>(before.namedRules());
        for (Rule rule : changed) {
            all.removeIf(it -> it.key().equals(rule.key()));
            all.add(rule);
        }
        return new Configuration(before.segments(), all, null);
    }

    private Configuration without(String key) {
        return new Configuration(
                before.segments(),
                before.namedRules().stream().filter(it -> !it.key().equals(key)).toList(),
                null);
    }

    private Rule rule(String key) {
        return before.rule(key).orElseThrow();
    }

    private Plan apply(Configuration wanted) {
        return configurations.apply(wanted, configurations.now().revision(), "A reason", ADA);
    }

    private static byte[] yaml(Configuration configuration) {
        return ConfigurationText.yaml(configuration).getBytes(UTF_8);
    }

    @Test
    void areExportedInTheOrderOfTheirKeysAndChangeNothingWhenTheyAreApplied() {
        Configuration read = ConfigurationText.configuration(yaml(before));

        assertThat(read).isEqualTo(before);
        assertThat(read.namedRules()).extracting(Rule::key).isSorted().contains("active-users-decline");
        assertThat(configurations.plan(read).changesNothing()).isTrue();
    }

    @Test
    void staySoWhereADocumentDoesNotSpeakOfThem() {
        Configuration silent = ConfigurationText.configuration(yaml(new Configuration(before.segments())));

        assertThat(silent.rules()).isNull();
        assertThat(apply(silent).changesNothing()).isTrue();
        assertThat(configurations.now().configuration()).isEqualTo(before);
    }

    @Test
    void aNewOneIsPlannedInWordsAndAddedWithItsKey() {
        var added = new Rule("drop", true, drop("Health falls", 15));

        Plan plan = apply(with(added));

        assertThat(plan.changes())
                .containsExactly(new Change(
                        Kind.ADDED,
                        Subject.RULE,
                        "drop",
                        "Health falls",
                        List.of(
                                "When the health score fell 15 points or more in 7 days, for all accounts",
                                "Is switched on")));
        assertThat(plan.changesHealth()).isFalse();
        assertThat(rules.withKey("drop")).get().satisfies(it -> {
            assertThat(it.enabled()).isTrue();
            assertThat(it.definition()).isEqualTo(added.definition());
        });
        assertThat(rules.versions("drop").getFirst().reason()).isEqualTo("A reason");
        assertThat(audited()).containsExactly("rule.created", "rule.enabled");
    }

    @Test
    void aChangeIsSaidFieldByFieldAndIsANewVersion() {
        Rule old = rule("active-users-decline");
        var definition = new RuleDefinition(
                "Fewer active users",
                Nature.OPPORTUNITY,
                new Decline(new Measurement("active_users", 28), 30, 10),
                new Audience(List.of("smb"), List.of()),
                3,
                10,
                20,
                null);
        int version = rules.withKey(old.key()).orElseThrow().version();

        Plan plan = apply(with(new Rule(old.key(), false, definition)));

        assertThat(plan.changes()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.CHANGED);
            assertThat(it.details())
                    .containsExactly(
                            "Is called Fewer active users, it was 20 % decline in active users",
                            "Is an opportunity, it was a risk",
                            "Percent 30, it was 20",
                            "Is for accounts in SMB, it was for all accounts",
                            "Must hold on 3 days in a row, it was 1 day",
                            "Is over after 10 days without it, it was 14 days",
                            "Raises the next alert after 20 days, it was 14 days",
                            "Suggests no play, it was the play declining-usage",
                            "Is switched off: it raises nothing, and what it has raised is still resolved when the condition is gone");
        });
        assertThat(rules.withKey(old.key()).orElseThrow().version()).isEqualTo(version + 1);
        assertThat(audited()).containsExactly("rule.changed", "rule.disabled");
    }

    @Test
    void oneThatLooksForSomethingElseIsSaidAsAWhole() {
        Rule old = rule("overdue-invoice");

        Plan plan = configurations.plan(with(new Rule(old.key(), true, drop(old.name(), 15))));

        assertThat(plan.changes().getFirst().details())
                .contains("When the health score fell 15 points or more in 7 days, it was: when an invoice is called"
                        + " overdue, or is 7 days past its due date");
    }

    @Test
    void isSwitchedOffAndOn() {
        Rule on = rule("renewal");
        var off = new Rule(on.key(), false, on.definition());

        assertThat(apply(with(off)).changes()).extracting(Change::kind).containsExactly(Kind.SWITCHED_OFF);
        assertThat(rules.withKey("renewal").orElseThrow().enabled()).isFalse();
        assertThat(apply(with(on)).changes()).extracting(Change::kind).containsExactly(Kind.SWITCHED_ON);
        assertThat(rules.withKey("renewal").orElseThrow().enabled()).isTrue();
    }

    @Test
    void oneThatTheDocumentDoesNotNameIsSwitchedOffAndStays() {
        Plan plan = apply(without("renewal"));

        assertThat(plan.changes()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.SWITCHED_OFF);
            assertThat(it.details()).startsWith("The document does not name it");
        });
        assertThat(rules.withKey("renewal").orElseThrow().enabled()).isFalse();
        assertThat(apply(without("renewal")).changesNothing()).isTrue();
    }

    @Test
    void alertsOfAChangedRuleStay() {
        jdbc.sql("""
                        with acme as (insert into account (key, name, first_seen_on) values ('acme', 'Acme', '2026-01-01')
                                      returning id)
                        insert into alert (account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on,
                                           occurrences)
                        select a.id, r.id, 'open', 'Renews soon', '{}', now(), '2026-11-01', '2026-11-02', 2
                        from acme a, rule r where r.key = 'renewal'
                        """).update();

        apply(with(new Rule("renewal", true, drop("Renewal", 15))));

        assertThat(jdbc.sql("select status from alert").query(String.class).list())
                .containsExactly("open");
    }

    @Test
    void namesAreSwapped() {
        Rule one = rule("renewal");
        Rule two = rule("poor-health");
        RuleDefinition taken = named(one.definition(), two.name());

        apply(with(new Rule(one.key(), true, taken), new Rule(two.key(), true, named(two.definition(), "Bad health"))));

        assertThat(rules.withKey(one.key()).orElseThrow().name()).isEqualTo(two.name());
    }

    private static RuleDefinition named(RuleDefinition of, String name) {
        return new RuleDefinition(
                name,
                of.nature(),
                of.kind(),
                of.audience(),
                of.dwellDays(),
                of.holdDays(),
                of.coolDownDays(),
                of.play());
    }

    @Test
    void aNameOfARuleThatIsNotNamedIsRefusedBeforeAnythingIsPlanned() {
        Configuration renamed = new Configuration(
                before.segments(),
                List.of(new Rule("a-copy", true, rule("renewal").definition())),
                null);

        assertThatExceptionOfType(InvalidDocument.class)
                .isThrownBy(() -> configurations.plan(renamed))
                .withMessage(
                        "rules: the name Renewal in 90 days, not in good health belongs to the rule with the key renewal; use that key,"
                                + " or another name");
    }

    @Test
    void theRevisionCoversThem() {
        String revision = configurations.now().revision();
        rules.enable("renewal", false, ADA);

        assertThat(configurations.now().revision()).isNotEqualTo(revision);
        assertThatExceptionOfType(TransitionRefused.class)
                .isThrownBy(() -> configurations.apply(without("poor-health"), revision, "A reason", ADA));
    }

    @Test
    void aSegmentThatGoesSaysWhichRulesAreForIt() {
        Rule old = rule("renewal");
        var audience = new Audience(List.of("smb"), List.of());
        RuleDefinition of = old.definition();
        apply(with(new Rule(
                old.key(), true, new RuleDefinition(of.name(), of.nature(), of.kind(), audience, 1, 1, 1, null))));

        Plan plan = configurations.plan(new Configuration(before.without("smb").segments()));

        assertThat(plan.changes().getFirst().details())
                .contains("The rule Renewal in 90 days, not in good health is for it, and finds nobody there any more");
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit_entry order by id")
                .query((row, _) -> row.getString("action"))
                .list();
    }
}
