package ews.dashboard.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.ApplicationTest;
import ews.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application that was killed had not dealt with is dealt with later, whatever it was at. */
@ApplicationTest
class OutstandingEventsTest {

    private static final String LISTENER = "ews.plays.listener.PastMeetings.on(ews.domain.time.DayHasPassed)";

    @Autowired
    OutstandingEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISHED", "PROCESSING", "RESUBMITTED", "FAILED"})
    void aListenerHearsOfWhatItHadNotDealtWith(String status) {
        publication(status, Duration.ofMinutes(6));

        events.takeUp();

        await().untilAsserted(() -> assertThat(left()).isEmpty());
    }

    @Test
    void whatMayStillBeDealtWithIsLeftAlone() {
        publication("RESUBMITTED", Duration.ofMinutes(4));

        events.takeUp();

        assertThat(left()).containsExactly("RESUBMITTED");
    }

    private void publication(String status, Duration age) {
        jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                                                       status, completion_attempts, last_resubmission_date)
                        values (:id, :listener, 'ews.domain.time.DayHasPassed',
                                '{"day": "2026-01-05", "since": "2026-01-05"}', :at, :status, 1, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("listener", LISTENER)
                .param("at", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .param("status", status)
                .update();
    }

    private List<String> left() {
        return jdbc.sql("select status from event_publication")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
