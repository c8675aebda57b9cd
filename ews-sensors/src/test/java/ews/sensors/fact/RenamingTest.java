package ews.sensors.fact;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.sensors.Sent;
import ews.sensors.intake.Receipt;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account with another key is the same account. */
@SpringBootTest
class RenamingTest {

    private static final Days JANUARY = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));

    @Autowired
    private Renaming renaming;

    @Autowired
    private Instances instances;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sources sources;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Facts facts;

    @Autowired
    private JdbcClient jdbc;

    private FactWriter writer;
    private Source product;

    @BeforeEach
    void anAccountThatUsesTheProduct() {
        TestDatabase.clear();
        writer = instances.start();
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();
        send(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));
    }

    @Test
    void theOldKeyAndTheNewOneLeadToTheSameAccount() {
        Account before = account("acme");

        rename("acme", "acme-eu");
        send(
                usage("e2", "2026-01-21T10:00:00Z", "acme", "u1", "report"),
                usage("e3", "2026-01-21T10:00:00Z", "acme-eu", "u1", "report"));

        assertThat(account("acme-eu").id()).isEqualTo(before.id());
        assertThat(account("acme").key()).isEqualTo("acme-eu");
        assertThat(events("acme-eu")).isEqualTo(3);
        assertThat(numberOfAccounts()).isEqualTo(1);
        assertThat(accounts.otherKeys(before.id())).containsExactly("acme");
    }

    @Test
    void instancesThatKnewTheAccountByItsOldKeyHearOfIt() {
        FactWriter other = instances.start();
        other.apply(List.of(Sent.by(product).batch(usage("e2", "2026-01-20T11:00:00Z", "acme", "u1", "report"))));

        rename("acme", "acme-eu");
        other.apply(List.of(Sent.by(product).batch(usage("e3", "2026-01-20T12:00:00Z", "acme-eu", "u1", "report"))));
        instances
                .start()
                .apply(List.of(Sent.by(product).batch(usage("e4", "2026-01-20T13:00:00Z", "acme", "u1", "report"))));

        assertThat(numberOfAccounts()).isEqualTo(1);
        assertThat(events("acme-eu")).isEqualTo(4);
    }

    @Test
    void anEventThatIsSentAgainByTheOtherKeyIsADuplicate() {
        rename("acme", "acme-eu");

        Receipt again = send(usage("e1", "2026-01-20T10:00:00Z", "acme-eu", "u1", "report"));

        assertThat(again).extracting(Receipt::accepted, Receipt::duplicates).containsExactly(0, 1);
    }

    @Test
    void factsAreTheSameWhenTheyAreMadeAgain() {
        rename("acme", "acme-eu");
        send(usage("e2", "2026-01-21T10:00:00Z", "acme-eu", "u2", "report"));
        byte[] before = block();

        instances.again().make(Set.of(account("acme").id().value()));

        assertThat(block()).isEqualTo(before);
        assertThat(numberOfAccounts()).isEqualTo(1);
    }

    @Test
    void peopleOfWhomTheOldKeyWasSaidBelongToTheAccount() {
        assignments.assign(product, "u9", "acme", Actor.SYSTEM);
        rename("acme", "acme-eu");
        assignments.assign(product, "u9", "acme-eu", Actor.SYSTEM);

        instances.again().moveDisplaced();

        assertThat(events("acme-eu")).isEqualTo(1);
        assertThat(numberOfAccounts()).isEqualTo(1);
    }

    @Test
    void anAccountWithoutANameIsCalledByItsNewKey() {
        rename("acme", "acme-eu");

        assertThat(account("acme").name()).isEqualTo("acme-eu");
    }

    @Test
    void itCanHaveItsOldKeyBack() {
        rename("acme", "acme-eu");

        rename("acme", "acme");

        assertThat(account("acme-eu").key()).isEqualTo("acme");
        assertThat(accounts.otherKeys(account("acme").id())).containsExactly("acme-eu");
    }

    @Test
    void aKeyThatLeadsToAnotherAccountIsRefused() {
        send(usage("e2", "2026-01-20T10:00:00Z", "zephyr", "u1", "report"));
        rename("acme", "acme-eu");

        assertThatThrownBy(() -> rename("zephyr", "acme-eu"))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("“acme-eu” is the key of acme-eu.");
        assertThatThrownBy(() -> rename("zephyr", "acme"))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("“acme” leads to acme-eu, which had this key before.");
        assertThatThrownBy(() -> rename("acme", "acme-eu"))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The account has this key already.");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String key : List.of("", " ", "k".repeat(201), "a\0b", "a\nb")) {
            assertThatThrownBy(() -> rename("acme", key)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(account("acme").key()).isEqualTo("acme");
    }

    private void rename(String from, String to) {
        renaming.rename(account(from).id(), to, Actor.SYSTEM);
    }

    private Account account(String key) {
        return accounts.withKey(key).orElseThrow();
    }

    private long events(String key) {
        return facts.of(account(key).id(), JANUARY).usage().events(JANUARY);
    }

    private byte[] block() {
        return jdbc.sql("select data from usage_block")
                .query((row, _) -> row.getBytes("data"))
                .single();
    }

    private int numberOfAccounts() {
        return jdbc.sql("select count(*) from account")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private Receipt send(String... events) {
        return writer.apply(List.of(Sent.by(product).batch(events))).getFirst();
    }
}
