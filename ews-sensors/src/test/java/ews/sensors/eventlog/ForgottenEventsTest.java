package ews.sensors.eventlog;

import static ews.domain.event.EventType.INVOICE;
import static ews.domain.event.EventType.USAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.event.EventType;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.ForgottenEvents.Forgotten;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ForgottenEventsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final LocalDate OLD = TODAY.minusDays(2);
    private static final LocalDate YOUNG = TODAY.minusDays(1);

    private PGSimpleDataSource database = new PGSimpleDataSource();
    private JdbcClient jdbc = JdbcClient.create(database);
    private EventPartitions partitions = partitions();
    private ForgottenEvents forgotten = new ForgottenEvents(jdbc, partitions, new JdbcTransactionManager(database));

    @BeforeEach
    void startWithAnEmptyDatabase() {
        database = TestDatabase.dataSource(TestDatabase.another());
        jdbc = JdbcClient.create(database);
        partitions = partitions();
        forgotten = new ForgottenEvents(jdbc, partitions, new JdbcTransactionManager(database));
        partitions.ensure(List.of(OLD, YOUNG, TODAY));
    }

    private EventPartitions partitions() {
        var clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
        return new EventPartitions(
                jdbc, new OrganisationDays(clock, ZoneId.of("Pacific/Auckland")), new JdbcTransactionManager(database));
    }

    @Test
    void daysOfWhichNothingIsToBeKeptAreDropped() {
        log(OLD, USAGE, 1);
        log(YOUNG, USAGE, 2);

        Forgotten done = forgotten.forget(allBefore(YOUNG));

        assertThat(done).isEqualTo(new Forgotten(1, 0, 0));
        assertThat(tables()).containsExactly("event_20260228", "event_20260301");
        assertThat(logged()).containsExactly("2026-02-28 usage 2");
        partitions.ensure(List.of(OLD));
        assertThat(tables()).as("there can be one again").hasSize(3);
    }

    @Test
    void ofOtherDaysWhatIsToBeKeptStaysWithItsIndexes() {
        log(OLD, USAGE, 1);
        log(OLD, INVOICE, 2);
        log(OLD, USAGE, 3);
        log(YOUNG, USAGE, 4);

        assertThat(forgotten.forget(Map.of(USAGE, YOUNG))).isEqualTo(new Forgotten(0, 1, 0));

        assertThat(logged()).containsExactly("2026-02-27 invoice 2", "2026-02-28 usage 4");
        assertThat(jdbc.sql("select indisvalid from pg_index where indexrelid = 'event_20260227_account'::regclass")
                        .query((row, _) -> row.getBoolean(1))
                        .list())
                .containsExactly(true);
        assertThatThrownBy(() -> log(OLD, INVOICE, 2))
                .as("what stays is still known as a duplicate")
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(forgotten.forget(Map.of(USAGE, YOUNG))).as("once more").isEqualTo(new Forgotten(0, 0, 0));
    }

    @Test
    void theSpaceOfWhatIsForgottenIsFreeAtOnce() {
        jdbc.sql("""
                insert into event (occurred_at, account_id, source_id, event_key, received_at, dialect, type, body)
                select timestamptz '2026-02-27 00:00+00' + i * interval '1 s', 1, 1, i, now(), 0,
                       case when i % 20 = 0 then 'invoice' else 'usage' end, repeat('x', 200)
                from generate_series(1, 20000) i
                """).update();
        long before = size(OLD);

        forgotten.forget(Map.of(USAGE, YOUNG));

        assertThat(size(OLD)).isLessThan(before / 5);
        assertThat(logged()).hasSize(1_000);
    }

    @Test
    void aDayThatHadNothingElseIsDropped() {
        log(OLD, USAGE, 1);

        assertThat(forgotten.forget(Map.of(USAGE, YOUNG))).isEqualTo(new Forgotten(1, 0, 0));

        assertThat(tables()).containsExactly("event_20260228", "event_20260301");
    }

    @Test
    void whatCameInLateIsForgottenNextTime() {
        log(OLD, INVOICE, 1);
        forgotten.forget(Map.of(USAGE, YOUNG));
        log(OLD, USAGE, 2);

        assertThat(forgotten.forget(Map.of(USAGE, YOUNG))).isEqualTo(new Forgotten(0, 1, 0));

        assertThat(logged()).containsExactly("2026-02-27 invoice 1");
    }

    @Test
    void whatWasForgottenIsRememberedAlsoWhenMoreIsToBeKeptLater() {
        assertThat(forgotten.before()).isEmpty();

        forgotten.forget(Map.of(USAGE, YOUNG, INVOICE, OLD));
        forgotten.forget(Map.of(USAGE, OLD));

        assertThat(forgotten.before()).containsOnly(Map.entry(USAGE, YOUNG), Map.entry(INVOICE, OLD));
    }

    @Test
    void eventsThatWaitForTheirAccountAreForgottenByTheirFamily() {
        jdbc.sql(
                        "insert into source (id, name, key_hash, key_hint, can_read, can_write, created_at) overriding system value"
                                + " values (1, 'Product', '', '', true, true, now())")
                .update();
        for (EventType type : List.of(USAGE, INVOICE)) {
            for (LocalDate day : List.of(OLD, YOUNG)) {
                jdbc.sql(
                                "insert into unplaced_event values (1, 1, :at, :at, 0, :type, :type, '{}') on conflict do nothing")
                        .param("at", day.atTime(type.ordinal(), 0).atOffset(ZoneOffset.UTC))
                        .param("type", type.code())
                        .update();
            }
        }

        forgotten.forget(Map.of(USAGE, YOUNG));

        assertThat(texts("select (occurred_at at time zone 'UTC')::date || ' ' || type from unplaced_event order by 1"))
                .containsExactly("2026-02-27 invoice", "2026-02-28 invoice", "2026-02-28 usage");
    }

    @Test
    void nothingIsLostThatIsWrittenMeanwhile() throws Exception {
        log(OLD, INVOICE, 0);
        var over = new AtomicBoolean();
        var started = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = threads.submit(() -> {
                int key = 0;
                while (!over.get() || key < 200) {
                    log(OLD, key % 2 == 0 ? USAGE : INVOICE, ++key);
                    started.countDown();
                }
                return key;
            });
            var read = threads.submit(() -> {
                int most = 0;
                while (!over.get()) {
                    int now = count("invoice");
                    assertThat(now).as("what stays is never out of sight").isGreaterThanOrEqualTo(most);
                    most = now;
                    started.countDown();
                }
                return true;
            });
            started.await();
            int reduced = 0;
            for (int pass = 0; pass < 30; pass++) {
                reduced += forgotten.forget(Map.of(USAGE, YOUNG)).reduced();
            }
            over.set(true);

            assertThat(reduced).isPositive();
            int invoices = 1 + written.get() / 2;
            assertThat(count("invoice")).isEqualTo(invoices);
            assertThat(read.get()).isTrue();
        }
        forgotten.forget(Map.of(USAGE, YOUNG));
        assertThat(count("usage")).isZero();
    }

    @Test
    void whoIsAtWorkAtADayIsNotWaitedForButFoundNextTime() {
        log(OLD, USAGE, 1);
        log(OLD, INVOICE, 2);
        Forgotten[] done = {new Forgotten(0, 0, 0)};

        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(_ -> {
            log(OLD, USAGE, 3);
            done[0] = forgotten.forget(Map.of(USAGE, YOUNG));
        });

        assertThat(done[0]).isEqualTo(new Forgotten(0, 0, 1));
        assertThat(logged()).hasSize(3);
        assertThat(forgotten.forget(Map.of(USAGE, YOUNG))).isEqualTo(new Forgotten(0, 1, 0));
    }

    private static Map<EventType, LocalDate> allBefore(LocalDate day) {
        return Stream.of(EventType.values()).collect(Collectors.toMap(it -> it, _ -> day));
    }

    private void log(LocalDate day, EventType type, int key) {
        jdbc.sql("""
                        insert into event (occurred_at, account_id, source_id, event_key, received_at, dialect, type, body)
                        values (:at, 1, 1, :key, :at, 0, :type, '{}')
                        """)
                .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .param("key", key)
                .param("type", type.code())
                .update();
    }

    private List<String> logged() {
        return texts("""
                select (occurred_at at time zone 'UTC')::date || ' ' || type || ' ' || event_key from event
                order by occurred_at, event_key
                """);
    }

    private int count(String type) {
        return texts("select event_key::text from event where type = '" + type + "'")
                .size();
    }

    private long size(LocalDate day) {
        return jdbc.sql("select pg_total_relation_size(:table::regclass)")
                .param("table", EventPartitions.nameOf(day))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private List<String> tables() {
        return texts("select relname from pg_class where relname ~ '^event_\\d{8}$' order by relname");
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
