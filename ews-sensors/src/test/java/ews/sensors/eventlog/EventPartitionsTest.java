package ews.sensors.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.time.OrganisationDays;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class EventPartitionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final OrganisationDays days = new OrganisationDays(clock, ZoneId.of("Pacific/Auckland"));
    private JdbcClient jdbc;
    private EventPartitions partitions;

    @BeforeEach
    void startWithAnEmptyDatabase() {
        var database = TestDatabase.dataSource(TestDatabase.another());
        jdbc = JdbcClient.create(database);
        partitions = new EventPartitions(jdbc, days, new JdbcTransactionManager(database));
    }

    @Test
    void givesDaysOfThePastTheirIndexAtOnceAndTodayLater() {
        partitions.ensure(List.of(TODAY.minusDays(1), TODAY));

        assertThat(indexed()).containsExactly("event_20260228");

        clock.tick(Duration.ofDays(1));
        partitions.closeDays();
        partitions.closeDays();
        assertThat(indexed()).containsExactly("event_20260228", "event_20260301");
    }

    @Test
    void buildsAnIndexAgainThatWasInterrupted() {
        partitions.ensure(List.of(TODAY.minusDays(1)));
        jdbc.sql("update pg_index set indisvalid = false where indexrelid = 'event_20260228_account'::regclass")
                .update();

        partitions.closeDays();

        assertThat(jdbc.sql("select indisvalid from pg_index where indexrelid = 'event_20260228_account'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void makesEachPartitionOnceHoweverManyAskForIt() throws Exception {
        List<LocalDate> month =
                IntStream.range(0, 20).mapToObj(TODAY::minusDays).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var database = TestDatabase.dataSource(TestDatabase.another());
            jdbc = JdbcClient.create(database);
            Callable<Boolean> instance = () -> {
                new EventPartitions(jdbc, days, new JdbcTransactionManager(database)).ensure(month);
                return true;
            };
            for (var result : threads.invokeAll(List.of(instance, instance, instance, instance))) {
                result.get();
            }
        }

        assertThat(tables()).hasSize(20);
    }

    private List<String> tables() {
        return jdbc.sql("select relname from pg_class where relname ~ '^event_\\d{8}$' order by relname")
                .query((row, _) -> row.getString("relname"))
                .list();
    }

    private List<String> indexed() {
        return tables().stream()
                .filter(it -> jdbc.sql("select to_regclass(:index) is not null")
                        .param("index", it + "_account")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
