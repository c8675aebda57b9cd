package ews.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ews.ApplicationTest;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.ListedBody;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.eventlog.EventLog;
import ews.sensors.intake.EventIntake;
import ews.sensors.segment.SegmentDialect;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events read the same whatever language they came in. */
@ApplicationTest
class EventLinesTest {

    @Autowired
    private EventLines lines;

    @Autowired
    private EventLog log;

    @Autowired
    private EventIntake intake;

    @Autowired
    private NativeDialect dialect;

    @Autowired
    private SegmentDialect segment;

    @Autowired
    private Sources sources;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OrganisationDays days;

    @Autowired
    private JdbcClient jdbc;

    private Source product;
    private Instant time;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();
        time = days.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    }

    @Test
    void ofOurOwn() {
        send("usage", "\"user\": \"u1\", \"name\": \"report\"");
        assertThat(texts()).containsExactly("report · u1");
        send(
                "invoice",
                "\"invoice\": \"I-1\", \"status\": \"payment_failed\", \"amount\": 12.5, \"currency\": \"EUR\"");
        send(
                "subscription",
                "\"status\": \"active\", \"plan\": \"Team\", \"seats\": 20, \"renewalDate\": \"2027-01-31\"");
        send("feedback", "\"kind\": \"nps\", \"score\": 9, \"comment\": \"Nice\"");
        send("account", "\"attributes\": {\"plan\": \"Team\", \"industry\": null}");

        assertThat(texts())
                .contains(
                        "I-1 · payment_failed · 12.5 EUR",
                        "active · Team · 20 seats · 2027-01-31",
                        "nps · 9 · Nice",
                        "plan: Team · industry: –");
    }

    @Test
    void ofAClientOfSegment() {
        segment("{'type': 'group', 'messageId': 'g1', 'userId': 'u17', 'groupId': 'acme', 'traits': {'name': 'Acme'}}");
        segment("{'type': 'track', 'messageId': 't1', 'userId': 'u17', 'event': 'Report Exported', 'timestamp': '%s'}");

        assertThat(texts()).containsExactlyInAnyOrder("Report Exported · u17", "name: Acme");
    }

    @Test
    void ofASourceThatIsGone() {
        send("usage", "\"user\": \"u1\", \"name\": \"report\"");
        jdbc.sql("delete from source").update();

        assertThat(lines.of(log.recent(
                        accounts.withKey("acme").orElseThrow().id(), days.now().plusSeconds(60), 10)))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).isEqualTo("usage"))
                .satisfies(it -> assertThat(it.source()).isEqualTo("a removed source"))
                .satisfies(it -> assertThat(it.body()).contains("report"));
    }

    private List<String> texts() {
        return lines
                .of(log.recent(
                        accounts.withKey("acme").orElseThrow().id(), days.now().plusSeconds(60), 10))
                .stream()
                .map(EventLine::text)
                .toList();
    }

    private void send(String type, String fields) {
        String body = """
                {"events": [{"type": "%1$s", "id": "%1$s-1", "account": "acme", "time": "%2$s", %3$s}]}
                """.formatted(type, time, fields);
        intake.accept(dialect.read(product, body.getBytes(StandardCharsets.UTF_8), days.now()));
    }

    private void segment(String call) {
        byte[] body = call.formatted(time).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        intake.accept(segment.read(product, ListedBody.of(body), null, days.now()));
    }
}
