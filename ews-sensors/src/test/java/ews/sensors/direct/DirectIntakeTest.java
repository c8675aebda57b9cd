package ews.sensors.direct;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import ews.domain.audit.Actor;
import ews.sensors.Sent;
import ews.sensors.fact.FactWriter;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.IntakeUnavailable;
import ews.sensors.intake.People;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.Received;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Timeout(60)
class DirectIntakeTest {

    @Autowired
    private FactWriter writer;

    @Autowired
    private DirectIntake other;

    @Autowired
    private Sources sources;

    @Autowired
    private JdbcClient jdbc;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private DirectIntake intake;
    private Source product;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        product = sources.create("Product", EnumSet.allOf(Scope.class), false, Actor.SYSTEM)
                .source();
        intake = new DirectIntake(writer, new IntakeMetrics(meters));
    }

    @AfterEach
    void stop() {
        intake.stop();
    }

    @Test
    void commitsTogetherWhatWaitsTogether() throws Exception {
        List<Receipt> receipts = acceptedTogether(List.of(batch("e1"), batch("e2", "e3"), batch("e1")));

        assertThat(receipts)
                .extracting(Receipt::accepted, Receipt::duplicates)
                .containsExactlyInAnyOrder(tuple(1, 0), tuple(2, 0), tuple(0, 1));
        assertThat(meters.get("ews.intake.group").summary().count()).isEqualTo(1);
        assertThat(meters.get("ews.intake.group").summary().max()).isEqualTo(4);
    }

    @Test
    void doesNotLetOneBatchFailItsNeighbours() throws Exception {
        Received good = batch("bad").events().getFirst();
        // Bytes that PostgreSQL refuses; no dialect lets them through.
        var raw = new Raw(new byte[] {(byte) 0xFF}, 0, 1);
        var bad = new Batch(
                product,
                Dialect.NATIVE,
                null,
                Sent.by(product).at(),
                List.of(new Received(good.event(), true, raw)),
                People.NONE,
                List.of(),
                List.of());

        List<Future<Receipt>> receipts = handedInTogether(List.of(batch("e1"), bad, batch("e2")));

        assertThat(receipts.get(0).get().accepted()).isEqualTo(1);
        assertThat(receipts.get(2).get().accepted()).isEqualTo(1);
        assertThatThrownBy(receipts.get(1)::get).isInstanceOf(ExecutionException.class);
    }

    @Test
    void countsReceivedAsAcceptedAndDuplicatesAndRejected() {
        intake.start();

        intake.accept(Sent.by(product).batch(event("e1"), event("e1"), event("e2"), "{}"));

        assertThat(List.of("received", "accepted", "duplicates", "rejected"))
                .map(it -> meters.get("ews.events." + it)
                        .tag("source", "Product")
                        .counter()
                        .count())
                .containsExactly(4.0, 2.0, 1.0, 1.0);
        assertThat(meters.get("ews.intake.commit").timer().count()).isEqualTo(1);
    }

    @Test
    void acceptsNothingOnceItIsStopped() {
        intake.start();
        intake.stop();

        assertThatThrownBy(() -> intake.accept(batch("e1"))).isInstanceOf(IntakeUnavailable.class);
    }

    @Test
    void countsEachEventOnceWithManySendersAndTwoInstances() throws Exception {
        intake.start();
        int accepted = 0;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Receipt>> work = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Batch batch = batch("e" + i, "e" + (i + 1) % 60, "e" + (i + 7) % 60);
                DirectIntake instance = i % 2 == 0 ? intake : other;
                work.add(() -> instance.accept(batch));
            }
            for (Future<Receipt> receipt : senders.invokeAll(work)) {
                accepted += receipt.get().accepted();
            }
        }

        assertThat(accepted).isEqualTo(60);
        assertThat(jdbc.sql("select count(*) from event").query(Integer.class).single())
                .isEqualTo(60);
        assertThat(jdbc.sql("select accepted || ' ' || duplicates from source_day")
                        .query(String.class)
                        .single())
                .isEqualTo("60 120");
    }

    private List<Receipt> acceptedTogether(List<Batch> batches) throws Exception {
        var receipts = new ArrayList<Receipt>();
        for (Future<Receipt> receipt : handedInTogether(batches)) {
            receipts.add(receipt.get());
        }
        return receipts;
    }

    /** All wait before the writer begins. */
    private List<Future<Receipt>> handedInTogether(List<Batch> batches) {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> receipts = batches.stream()
                    .map(it -> senders.submit(() -> intake.accept(it)))
                    .toList();
            while (intake.waiting() < batches.stream().mapToInt(Batch::size).sum()) {
                Thread.onSpinWait();
            }
            intake.start();
            return receipts;
        }
    }

    private Batch batch(String... ids) {
        return Sent.by(product)
                .batch(Arrays.stream(ids).map(DirectIntakeTest::event).toArray(String[]::new));
    }

    private static String event(String id) {
        return usage(id, "2026-01-20T10:00:00Z", "acme", "u1", "report");
    }
}
