package ews.sensors.http;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More comes in than the database takes, because somebody else holds the log. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Timeout(60)
class FullIntakeTest {

    private static final int BATCH = 10_000;

    /** In batches: one more than may wait, and the two that the writer has taken already. */
    private static final int ENOUGH = 13;

    @Autowired
    private Sources sources;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Client client = new Client(0, null);

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        client = new Client(
                port,
                sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                        .key());
    }

    @Test
    void refusesWhatIsTooMuchAndAcknowledgesExactlyWhatItStores() throws Exception {
        List<Client.Answer> answers;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Answer>> sent;
            try (Connection holder = TestDatabase.dataSource(TestDatabase.url()).getConnection()) {
                hold(holder);
                sent = IntStream.range(0, ENOUGH)
                        .mapToObj(number -> senders.submit(() -> client.post(batch(number))))
                        .toList();
                while (sent.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
            }
            answers = new ArrayList<>();
            for (Future<Client.Answer> answer : sent) {
                answers.add(answer.get());
            }
        }

        List<Client.Answer> refused =
                answers.stream().filter(it -> it.status() != 200).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().get("detail").asString())
                    .isEqualTo("More events are waiting than can be taken now.");
        });
        assertThat(stored()).isEqualTo((long) BATCH * (ENOUGH - refused.size()));
    }

    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table event in exclusive mode");
        }
    }

    private static String batch(int number) {
        Instant first = Instant.parse("2026-01-20T10:00:00Z");
        return IntStream.range(0, BATCH)
                .mapToObj(i ->
                        "{\"type\":\"usage\",\"id\":\"%d-%d\",\"time\":\"%s\",\"account\":\"acme\",\"name\":\"report\"}"
                                .formatted(number, i, first.plusMillis(i)))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    private long stored() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }
}
