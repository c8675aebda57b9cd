package ews.sensors.fact;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.sensors.Sent;
import ews.sensors.fact.UsageBacklog.Step;
import ews.sensors.intake.Receipt;
import ews.sensors.sample.SampleData;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class UsageBacklogTest {

    @Autowired
    private Instances instances;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Sources sources;

    @Autowired
    private ImportedAccounts importedAccounts;

    @Autowired
    private SampleData sampleData;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Facts facts;

    @Autowired
    private PlatformTransactionManager transactions;

    private FactWriter writer;
    private Sent product;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        writer = instances.startUnderLoad();
        product = Sent.by(sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source());
    }

    @Test
    void accountsWaitForScoringOnceTheirUsageIsInItsBlocks() {
        List<Receipt> receipts = writer.apply(List.of(
                product.batch(List.of(
                        usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"),
                        usage("e2", "2026-01-19T10:00:00Z", "acme", "u1", "report"))),
                product.batch(List.of(usage("e3", "2026-01-21T10:00:00Z", "globex", "u1", "report")))));

        assertThat(receipts).extracting(Receipt::accepted).containsExactly(2, 1);
        assertThat(count("event")).isEqualTo(3);
        assertThat(count("usage_block")).isZero();
        assertThat(dirty()).isEmpty();

        instances.catchUp().now();

        assertThat(count("usage_block")).isEqualTo(2);
        assertThat(dirty()).containsExactly("acme 2026-01-19 false", "globex 2026-01-21 false");
        assertThat(count("usage_backlog")).isZero();
    }

    @Test
    void oneRoundIsOfThePartOfTheAccountsThatHasWaitedForLongest() {
        writer = instances.startUnderLoad(1);
        for (String account : List.of("globex", "acme")) {
            writer.apply(List.of(
                    product.batch(List.of(usage(account + 1, "2026-01-20T10:00:00Z", account, "u1", "report"))),
                    product.batch(List.of(usage(account + 2, "2026-01-20T10:00:00Z", account, "u1", "report")))));
        }
        CatchUp catchUp = instances.catchUp();

        assertThat(catchUp.advance()).isEqualTo(Step.ROUND_IS_OVER);

        assertThat(events("globex")).isEqualTo(2);
        assertThat(events("acme")).isZero();

        assertThat(catchUp.advance()).isEqualTo(Step.ROUND_IS_OVER);

        assertThat(events("acme")).isEqualTo(2);
        assertThat(catchUp.advance()).isEqualTo(Step.NOTHING_WAITS);
    }

    @Test
    void usageOfManyAccountsAndMonthsCountsOnceHoweverManyInstancesTakeTurnsAtIt() {
        List<String> names =
                IntStream.rangeClosed(1, 40).mapToObj(it -> "acme" + it).toList();
        for (String time : List.of("2026-01-20T10:00:00Z", "2025-12-20T10:00:00Z", "2026-01-21T10:00:00Z")) {
            writer.apply(names.stream()
                    .map(it -> product.batch(List.of(usage(it + time, time, it, "u1", "report"))))
                    .toList());
        }
        CatchUp one = instances.catchUp(4);
        CatchUp other = instances.catchUp(7);

        while (one.advance(11) != Step.NOTHING_WAITS) {
            other.advance(3);
        }

        assertThat(names).allSatisfy(it -> assertThat(events(it)).isEqualTo(3));
        assertThat(count("usage_block")).isEqualTo(80);
    }

    @Test
    void usageThatWaitsIsNoReasonForOtherNewsToWait() {
        writer.apply(List.of(
                product.batch(List.of("{'type':'support','id':'s1','account':'acme','time':'2026-01-23T00:00:00Z',"
                        + "'ticket':'t1','status':'open'}")),
                product.batch(List.of(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report")))));

        assertThat(count("ticket_change")).isEqualTo(1);
        assertThat(dirty()).containsExactly("acme 2026-01-23 false");

        instances.catchUp().now();

        assertThat(dirty()).containsExactly("acme 2026-01-20 false", "acme 2026-01-23 false");
    }

    @Test
    void oneWhoSendsAloneFindsUsageInItsBlocks() {
        writer.apply(List.of(product.batch(List.of(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report")))));

        assertThat(count("usage_block")).isEqualTo(1);
        assertThat(dirty()).containsExactly("acme 2026-01-20 false");
    }

    @Test
    void usageOfAnAccountThatIsGoneIsLeftOut() {
        writer.apply(List.of(
                product.batch(List.of(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"))),
                product.batch(List.of(usage("e2", "2026-01-20T10:00:00Z", "globex", "u1", "report")))));
        jdbc.update("delete from account where key = 'acme'");

        instances.catchUp().now();

        assertThat(dirty()).containsExactly("globex 2026-01-20 false");
        assertThat(count("usage_block")).isEqualTo(1);
        assertThat(count("usage_backlog")).isZero();
    }

    @Test
    void usageOfAnAccountThatWentWithTheSampleCompanyIsThatOfANewOne() {
        Sent sample = Sent.by(sources.create("Sample", Set.of(Scope.WRITE), true, Actor.SYSTEM)
                .source());
        writer.apply(List.of(sample.batch(List.of(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report")))));

        sampleData.remove();
        sendForBoth("e2", "e3");
        instances.catchUp().now();

        assertThat(events("acme")).isEqualTo(1);
        assertThat(events("globex")).isEqualTo(1);
    }

    @Test
    void accountsOfAnImportWaitForItsEndNonetheless() {
        Source file = sources.withoutKey("Files", Actor.SYSTEM);
        writer.apply(List.of(
                Sent.by(file).batch(List.of(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"))),
                product.batch(List.of(usage("e2", "2026-01-20T10:00:00Z", "globex", "u1", "report")))));

        instances.catchUp().now();

        assertThat(dirty()).containsExactly("globex 2026-01-20 false");

        importedAccounts.release();

        assertThat(dirty()).containsExactly("acme 2026-01-20 false", "globex 2026-01-20 false");
    }

    @Test
    void theEndOfAnImportWaitsForItsUsage() {
        Source file = sources.withoutKey("Files", Actor.SYSTEM);
        writer.apply(List.of(
                Sent.by(file).batch(List.of(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"))),
                product.batch(List.of(usage("e2", "2026-01-20T10:00:00Z", "globex", "u1", "report")))));

        importedAccounts.release();

        assertThat(dirty()).containsExactly("acme 2026-01-20 false", "globex 2026-01-20 false");
    }

    @Test
    void aRoundThatWasTakenBackIsNotMistakenForTheNext() {
        sendForBoth("e1", "e2");
        var one = new UsageBacklog();
        var other = new UsageBacklog();
        advance(one, true);
        sendForBoth("e3", "e4");

        advance(other, false);
        advance(one, false);

        assertThat(events("acme")).isEqualTo(2);
        assertThat(events("globex")).isEqualTo(2);
        assertThat(count("usage_backlog")).isZero();
    }

    private void sendForBoth(String id, String another) {
        writer.apply(List.of(
                product.batch(List.of(usage(id, "2026-01-20T10:00:00Z", "acme", "u1", "report"))),
                product.batch(List.of(usage(another, "2026-01-20T10:00:00Z", "globex", "u1", "report")))));
    }

    /** Adds to one block. */
    private void advance(UsageBacklog backlog, boolean takenBack) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.execute((ConnectionCallback<Step>) connection -> backlog.advance(new Rows(connection), 1, false));
            if (takenBack) {
                status.setRollbackOnly();
            }
        });
    }

    private long events(String account) {
        var winter = new Days(LocalDate.parse("2025-12-01"), LocalDate.parse("2026-03-01"));
        return facts.of(accounts.withKey(account).orElseThrow().id(), winter)
                .usage()
                .events(winter);
    }

    private @Nullable Integer count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    private List<@Nullable String> dirty() {
        return jdbc.queryForList("""
                select a.key || ' ' || d.from_day || ' ' || d.routine
                from dirty_account d join account a on a.id = d.account_id order by a.key, d.from_day
                """, String.class);
    }
}
