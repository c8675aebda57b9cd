package ews.sensors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.Sent;
import ews.sensors.cloudevents.CloudEvents;
import ews.sensors.dialect.ListedBody;
import ews.sensors.intake.Batch;
import ews.sensors.intake.EventIntake;
import ews.sensors.reject.Reject;
import ews.sensors.reject.RejectFilter;
import ews.sensors.reject.Rejects;
import ews.sensors.reject.Settlement;
import ews.sensors.segment.SegmentDialect;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of rejected events that are corrected, or sent once more. */
@SpringBootTest
class ReplaysTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final String WRONG =
            "{'type':'subscription','id':'%s','time':'2026-02-20T10:00:00Z','account':'acme','status':'paused'}";

    @Autowired
    private Replays replays;

    @Autowired
    private Rejects rejects;

    @Autowired
    private EventIntake intake;

    @Autowired
    private SegmentDialect segment;

    @Autowired
    private CloudEvents cloudEvents;

    @Autowired
    private Sources sources;

    @Autowired
    private JdbcClient jdbc;

    private Source product;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();
    }

    @Test
    void whatIsCorrectedCounts() {
        send(WRONG.formatted("c1"));
        Reject reject = only();

        Replayed replayed = replays.replay(reject, reject.body().replace("paused", "active"), Actor.SYSTEM);

        assertThat(replayed).isEqualTo(new Replayed.Settled(Settlement.TAKEN));
        assertThat(log()).containsExactly("acme subscription");
        assertThat(open()).isEmpty();
        assertThat(rejects.withId(product.id(), reject.id()).orElseThrow().body())
                .as("what was sent stays as it was")
                .isEqualTo(reject.body());
    }

    @Test
    void whatIsStillWrongStaysOpenWithItsReason() {
        send(WRONG.formatted("c1"));
        Reject reject = only();

        Replayed replayed = replays.replay(reject, reject.body().replace("paused", "asleep"), Actor.SYSTEM);

        assertThat(replayed).isInstanceOfSatisfying(Replayed.Refused.class, it -> {
            assertThat(it.code()).isEqualTo("unknown_status");
            assertThat(it.detail()).contains("asleep");
        });
        assertThat(open()).containsExactly(reject);
        assertThat(log()).isEmpty();
    }

    @Test
    void whatIsNoJsonSaysSo() {
        send(WRONG.formatted("c1"));

        assertThat(replays.replay(only(), "{\"type\":", Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Replayed.Refused.class, it -> assertThat(it.code()).isEqualTo("malformed"));
        assertThat(replays.replay(only(), "{}, {}", Actor.SYSTEM)).isInstanceOf(Replayed.Refused.class);
        assertThat(open()).hasSize(1);
    }

    @Test
    void whatCameInMeanwhileIsNotCountedTwice() {
        send(WRONG.formatted("c1"));
        Reject reject = only();
        send(WRONG.formatted("c1").replace("paused", "active"));

        Replayed replayed = replays.replay(reject, reject.body().replace("paused", "active"), Actor.SYSTEM);

        assertThat(replayed).isEqualTo(new Replayed.Settled(Settlement.DUPLICATE));
        assertThat(log()).containsExactly("acme subscription");
    }

    @Test
    void aSegmentCallIsReadAsTheCallThatItWas() {
        String call = """
                {"messageId": "m1", "userId": "u1", "timestamp": "2026-02-20T10:00:00Z", "context": {"groupId": "acme"}}
                """;
        intake.accept(segment.read(product, ListedBody.of(bytes(call)), "track", RECEIVED));
        Reject reject = only();

        replays.replay(reject, reject.body().replace("\"m1\"", "\"m1\", \"event\": \"Report viewed\""), Actor.SYSTEM);

        assertThat(open()).isEmpty();
        assertThat(log()).containsExactly("acme usage");
    }

    @Test
    void aCloudEventIsReadWithItsEnvelope() {
        String event = """
                {"specversion": "1.0", "id": "e1", "source": "/shop", "type": "usage", "time": "yesterday",
                 "account": "acme", "data": {"name": "report", "user": "u1"}}
                """;
        intake.accept(cloudEvents.structured(product, bytes(event.replace("\"/shop\"", "7")), RECEIVED));
        Reject reject = only();

        Replayed replayed = replays.replay(
                reject,
                reject.body()
                        .replace("\"source\":7", "\"source\":\"/shop\"")
                        .replace("yesterday", "2026-02-20T10:00:00Z"),
                Actor.SYSTEM);

        assertThat(replayed).isEqualTo(new Replayed.Settled(Settlement.TAKEN));
        assertThat(log()).containsExactly("acme usage");
    }

    @Test
    void allThatAFilterFindsAreReplayedTogether() {
        send(IntStream.range(0, 300).mapToObj(it -> WRONG.formatted("c" + it)).toList());
        send(List.of("{'type':'usage','account':'acme'}"));
        jdbc.sql("update reject set body = replace(body, 'paused', 'active') where message_id <> 'c7'")
                .update();

        Replays.Tally tally =
                replays.replay(product.id(), new RejectFilter(false, "unknown_status", null), Actor.SYSTEM);

        assertThat(tally.settled()).isEqualTo(Map.of(Settlement.TAKEN, 299));
        assertThat(tally.refused()).isEqualTo(1);
        assertThat(log()).hasSize(299);
        assertThat(open()).extracting(Reject::messageId).containsExactly(null, "c7");
    }

    @Test
    void whatIsDismissedIsOutOfTheWayAndKept() {
        send(List.of(WRONG.formatted("c1"), WRONG.formatted("c20"), WRONG.formatted("d1")));

        int dismissed = replays.dismiss(product.id(), new RejectFilter(false, null, "C"), Actor.SYSTEM);

        assertThat(dismissed).as("the text stands in each body: subscription").isEqualTo(3);
        assertThat(open()).isEmpty();
        assertThat(rejects.of(product.id(), new RejectFilter(true, null, "c20"), Rejects.NEWEST, 10))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.settled()).extracting(Reject.Settled::as).isEqualTo(Settlement.DISMISSED));
    }

    @Test
    void signsOfPatternsMeanNothingInASearch() {
        send(List.of(WRONG.formatted("c_1"), WRONG.formatted("cx1"), WRONG.formatted("100%")));

        assertThat(found("c_1")).containsExactly("c_1");
        assertThat(found("0%")).containsExactly("100%");
        assertThat(rejects.count(product.id(), RejectFilter.OPEN, 2)).isEqualTo(2);
    }

    private List<String> found(String text) {
        return rejects.of(product.id(), new RejectFilter(false, null, text), Rejects.NEWEST, 10).stream()
                .map(it -> String.valueOf(it.messageId()))
                .toList();
    }

    private void send(String event) {
        send(List.of(event));
    }

    private void send(List<String> events) {
        Batch batch = Sent.by(product).batch(events);
        intake.accept(batch);
    }

    private List<Reject> open() {
        return rejects.of(product.id(), RejectFilter.OPEN, Rejects.NEWEST, 1_000);
    }

    private Reject only() {
        List<Reject> open = open();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private List<String> log() {
        return jdbc.sql("select a.key || ' ' || e.type from event e join account a on a.id = e.account_id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
