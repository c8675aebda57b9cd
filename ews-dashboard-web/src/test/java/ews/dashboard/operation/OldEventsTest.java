package ews.dashboard.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.ApplicationTest;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.reject.Rejects;
import ews.sensors.source.Scope;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class OldEventsTest {

    @Autowired
    Retention configured;

    @Autowired
    EventPartitions partitions;

    @Autowired
    Rejects rejects;

    @Autowired
    OrganisationDays days;

    @Autowired
    Sources sources;

    @Autowired
    JdbcClient jdbc;

    private LocalDate old = LocalDate.EPOCH;
    private LocalDate young = LocalDate.EPOCH;

    @BeforeEach
    void anEventAndARejectBeforeAndAfter() {
        TestDatabase.clear();
        old = days.today().minusDays(402);
        young = days.today().minusDays(398);
        SourceId source = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source()
                .id();
        partitions.ensure(List.of(old, young));
        for (LocalDate day : List.of(old, young)) {
            jdbc.sql("""
                            insert into event (occurred_at, account_id, source_id, event_key, received_at, dialect, type, body)
                            values (:at, 1, :source, 1, :at, 0, 'usage', '{}')
                            """)
                    .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                    .param("source", source.value())
                    .update();
            jdbc.sql("""
                            insert into reject (source_id, received_at, dialect, place, code, detail, body)
                            values (:source, :at, 0, 0, 'malformed', 'No JSON', '{')
                            """)
                    .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                    .param("source", source.value())
                    .update();
        }
    }

    @Test
    void withoutAnotherWordEverythingIsKept() {
        keeping(configured.events()).forget();

        assertThat(daysOf("select occurred_at from event order by 1")).containsExactly(old, young);
        assertThat(daysOf("select received_at from reject order by 1")).containsExactly(old, young);
    }

    @Test
    void whatIsOlderIsForgotten() {
        keeping(Period.ofDays(400)).forget();

        assertThat(daysOf("select occurred_at from event order by 1")).containsExactly(young);
        assertThat(daysOf("select received_at from reject order by 1")).containsExactly(young);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P29D", "P0D", "P-1Y"})
    void whatSendersMayRepeatIsNotForgotten(String events) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Period.parse(events)))
                .withMessage(
                        "ews.retention.events must be at least 30 days, since senders repeat what they sent; it is %s",
                        events);
    }

    private OldEvents keeping(@Nullable Period events) {
        return new OldEvents(new Retention(events), partitions, rejects, days);
    }

    private List<LocalDate> daysOf(String times) {
        return jdbc.sql(times)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDate())
                .list();
    }
}
