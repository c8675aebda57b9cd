package ews.sensors.eventlog;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.sensors.Sent;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.EventIntake;
import ews.sensors.reject.Reject;
import ews.sensors.reject.RejectFilter;
import ews.sensors.reject.Rejects;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.SourceActivity;
import ews.sensors.source.SourceCounts;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class EventLogTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    private EventLog log;

    @Autowired
    private Rejects rejects;

    @Autowired
    private SourceActivity activity;

    @Autowired
    private EventIntake intake;

    @Autowired
    private Sources sources;

    @Autowired
    private Accounts accounts;

    private Source product;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        product = sources.create("Product", EnumSet.allOf(Scope.class), false, Actor.SYSTEM)
                .source();
    }

    @Test
    void showsTheLastEventsOfAnAccountNewestFirst() {
        send(
                usage("e1", "2026-02-20T10:00:00Z", "acme", "u1", "report"),
                usage("e2", "2026-02-27T10:00:00Z", "acme", "u2", "export"),
                usage("e3", "2026-02-28T10:00:00Z", "other", "u1", "report"),
                usage("e4", "2024-01-01T10:00:00Z", "acme", "u1", "login"));

        List<LoggedEvent> recent = log.recent(id("acme"), NOW, 10);

        assertThat(recent).extracting(LoggedEvent::user).containsExactly("u2", "u1", "u1");
        assertThat(recent.getFirst())
                .isEqualTo(new LoggedEvent(
                        Instant.parse("2026-02-27T10:00:00Z"),
                        NOW,
                        id("acme"),
                        product.id(),
                        Dialect.NATIVE,
                        "acme",
                        "Product",
                        "usage",
                        "u2",
                        usage("e2", "2026-02-27T10:00:00Z", "acme", "u2", "export")
                                .replace('\'', '"')));
        assertThat(log.recent(id("acme"), NOW, 1)).hasSize(1);
        assertThat(log.recent(id("acme"), Instant.parse("2026-02-27T10:00:00Z"), 10))
                .hasSize(2);
    }

    @Test
    void showsWhatASourceSentSinceATime() {
        intake.accept(Sent.by(product)
                .at("2026-03-01T11:00:00Z")
                .batch(usage("e1", "2026-02-28T10:00:00Z", "acme", "u1", "report")));
        intake.accept(Sent.by(product)
                .at("2026-03-01T12:00:00Z")
                .batch(usage("e2", "2026-02-20T10:00:00Z", "acme", "u2", "report")));

        assertThat(log.receivedSince(product.id(), NOW, 10))
                .extracting(LoggedEvent::user)
                .containsExactly("u2");
        assertThat(log.receivedSince(product.id(), NOW.minusSeconds(3600), 10))
                .extracting(LoggedEvent::user)
                .containsExactly("u2", "u1");
        assertThat(log.receivedSince(product.id(), NOW.plusMillis(1), 10)).isEmpty();
    }

    @Test
    void pagesThroughRejectsNewestFirst() {
        send("{'n':1}", "{'n':2}", "{'n':3}");

        List<Reject> first = rejects.of(product.id(), RejectFilter.OPEN, Rejects.NEWEST, 2);
        List<Reject> second =
                rejects.of(product.id(), RejectFilter.OPEN, first.getLast().id(), 2);

        assertThat(first).extracting(Reject::body).containsExactly("{\"n\":3}", "{\"n\":2}");
        assertThat(second).extracting(Reject::body).containsExactly("{\"n\":1}");
    }

    @Test
    void countsWhatEachSourceSent() {
        String event = usage("e1", "2026-02-20T10:00:00Z", "acme", "u1", "report");
        send(event, event, "{}");

        var counts = new SourceCounts(1, 1, 0, 1, NOW);
        assertThat(activity.of(product.id())).contains(counts);
        assertThat(counts.received()).isEqualTo(3);
        assertThat(activity.since(LocalDate.parse("2026-03-01"))).containsEntry(product.id(), counts);
        assertThat(activity.since(LocalDate.parse("2026-03-02"))).isEmpty();
    }

    @Test
    void saysWhereASourceNeverSentAnything() {
        assertThat(activity.of(product.id())).isEmpty();
        assertThat(log.receivedSince(product.id(), Instant.EPOCH, 10)).isEmpty();
    }

    private void send(String... events) {
        intake.accept(Sent.by(product).batch(events));
    }

    private AccountId id(String key) {
        return accounts.withKey(key).orElseThrow().id();
    }

    /** What an event says besides is kept as it was sent, and need not be text that a database can decode. */
    @Test
    void findsTheEventsOfAFeatureWhateverElseTheySay() {
        String strange = "'quantity':1,'note':'\\u0000 \\ud800'}";
        String report =
                usage("e1", "2026-02-20T10:00:00Z", "acme", "u1", "report").replace("}", "," + strange);
        String export =
                usage("e2", "2026-02-21T10:00:00Z", "acme", "u1", "export").replace("}", "," + strange);
        String plain = usage("e3", "2026-02-22T10:00:00Z", "acme", "u1", "report");
        intake.accept(Sent.by(product).batch(List.of(report, export, plain)));
        AccountId acme = accounts.withKey("acme").orElseThrow().id();

        assertThat(log.recent(acme, NOW, 10, List.of("usage"), "report"))
                .extracting(LoggedEvent::occurredAt)
                .containsExactly(Instant.parse("2026-02-22T10:00:00Z"), Instant.parse("2026-02-20T10:00:00Z"));
        assertThat(log.recent(acme, NOW, 10, List.of("support"), null)).isEmpty();
    }
}
