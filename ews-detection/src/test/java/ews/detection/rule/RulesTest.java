package ews.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.audit.Actor;
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
        assertThat(rules.all())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactlyElementsOf(StarterRules.ALL);
    }

    @Test
    void starterRulesAreAddedOnlyOnce() {
        rules.change("renewal", new RenewalWithin(60), 1, null, true, Actor.SYSTEM);

        rules.afterSingletonsInstantiated();

        assertThat(rules.all()).hasSameSizeAs(StarterRules.ALL);
        assertThat(rules.withKey("renewal").orElseThrow().kind()).isEqualTo(new RenewalWithin(60));
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
        assertThat(entries).containsExactly("Ada Admin rule.changed rule Renewal in 90 days");
    }

    @Test
    void anUnknownRuleCannotBeChanged() {
        assertThatThrownBy(() -> rules.enable("nonsense", true, Actor.SYSTEM))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no rule 'nonsense'");
    }
}
