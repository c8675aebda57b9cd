package ews.sensors.sample;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.sensors.Sent;
import ews.sensors.fact.Renaming;
import ews.sensors.intake.EventIntake;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class SampleDataTest {

    private static final String CSM = "{'type':'account','account':'%s','attributes':{'csm':'%s@example.com'}}";

    @Autowired
    private SampleData sampleData;

    @Autowired
    private EventIntake intake;

    @Autowired
    private Sources sources;

    @Autowired
    private Renaming renaming;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private NewKey sample;
    private NewKey real;

    @BeforeEach
    void connectASampleAndARealSource() {
        TestDatabase.clear();
        sample = sources.create("Sample", EnumSet.allOf(Scope.class), true, Actor.SYSTEM);
        real = sources.create("Product", EnumSet.allOf(Scope.class), false, Actor.SYSTEM);
    }

    @Test
    void erasesTheSampleCompanyAndNothingElse() {
        send(real, usage("e1", "2026-01-20T10:00:00Z", "real", "u1", "report"), CSM.formatted("real", "jane"), "{}");
        String before = snapshot();
        send(sample, usage("e1", "2026-01-20T10:00:00Z", "made", "u1", "report"), CSM.formatted("made", "joe"), "{}");
        send(real, usage("e2", "2026-01-20T10:00:00Z", "made", "u1", "report"));

        sampleData.remove();

        assertThat(snapshot()).isEqualTo(before.replace("Product, Sample", "Product"));
        assertThat(sampleData.exists()).isFalse();
    }

    @Test
    void refusesTheSampleKeyFromThenOn() {
        sources.authenticate(sample.key());

        sampleData.remove();

        assertThat(sources.authenticate(sample.key())).isEmpty();
        assertThat(sources.authenticate(real.key())).isPresent();
    }

    @Test
    void keysThatLedToItsAccountsLeadToNobody() {
        send(sample, usage("e1", "2026-01-20T10:00:00Z", "made", "u1", "report"));
        renaming.rename(accounts.withKey("made").orElseThrow().id(), "made-up", Actor.SYSTEM);
        send(sample, usage("e2", "2026-01-20T10:00:00Z", "made", "u1", "report"));
        sampleData.remove();

        send(real, usage("e3", "2026-01-20T10:00:00Z", "made", "u1", "report"));

        assertThat(jdbc.sql("select key from account")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("made");
    }

    @Test
    void canBeLoadedAgain() {
        send(sample, usage("e1", "2026-01-20T10:00:00Z", "made", "u1", "report"));
        sampleData.remove();
        sample = sources.create("Sample", EnumSet.allOf(Scope.class), true, Actor.SYSTEM);

        send(sample, usage("e1", "2026-01-20T10:00:00Z", "made", "u1", "report"));

        assertThat(sampleData.exists()).isTrue();
        assertThat(jdbc.sql("select count(*) from event").query(Integer.class).single())
                .isEqualTo(1);
    }

    private void send(NewKey source, String... events) {
        intake.accept(Sent.by(source.source()).batch(events));
    }

    private String snapshot() {
        return jdbc.sql("""
                        select concat_ws(' | ',
                            (select string_agg(name, ', ' order by name) from source),
                            (select string_agg(email, ', ') from member),
                            (select string_agg(key, ', ') from account),
                            (select string_agg(key, ', ') from account_user),
                            (select string_agg(body, ', ' order by body) from event),
                            (select count(*) from usage_block),
                            (select count(*) from attribute_change),
                            (select count(*) from reject))
                        """).query(String.class).single();
    }
}
