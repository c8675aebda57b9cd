package ews.dashboard.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.ApplicationTest;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.eventlog.ForgottenEvents;
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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class OldEventsTest {

    @Autowired
    Retention configured;

    @Autowired
    EventPartitions partitions;

    @Autowired
    ForgottenEvents forgotten;

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
        keeping(configured).forget();

        assertThat(daysOf("select occurred_at from event order by 1")).containsExactly(old, young);
        assertThat(daysOf("select received_at from reject order by 1")).containsExactly(old, young);
    }

    @Test
    void whatIsOlderIsForgotten() {
        keeping(new Retention(Period.ofDays(400), Map.of())).forget();

        assertThat(daysOf("select occurred_at from event order by 1")).containsExactly(young);
        assertThat(daysOf("select received_at from reject order by 1")).containsExactly(young);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P29D", "P0D", "P-1Y"})
    void whatSendersMayRepeatIsNotForgotten(String events) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Period.parse(events), Map.of()))
                .withMessage(
                        "ews.retention.events must be at least 30 days, since senders repeat what they sent; it is %s",
                        events);
    }

    @Test
    void aFamilyMayBeKeptForAnotherTime() {
        jdbc.sql("update event set type = 'invoice' where occurred_at < :young")
                .param("young", young.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();

        keeping(new Retention(Period.ofDays(400), Map.of("usage", Period.ofDays(90), "invoice", Period.ofYears(7))))
                .forget();

        assertThat(daysOf("select occurred_at from event order by 1"))
                .as("no usage")
                .containsExactly(old);
        assertThat(daysOf("select received_at from reject order by 1")).containsExactly(young);
    }

    @Test
    void othersAreKeptForEver() {
        keeping(new Retention(null, Map.of("invoice", Period.ofDays(90)))).forget();

        assertThat(daysOf("select occurred_at from event order by 1")).containsExactly(old, young);
        assertThat(daysOf("select received_at from reject order by 1")).containsExactly(old, young);
    }

    @Test
    void looksOnceADay() {
        var retention = new Retention(Period.ofDays(400), Map.of());
        OldEvents events = keeping(retention);
        events.forget();
        partitions.ensure(List.of(old));
        jdbc.sql("""
                        insert into event (occurred_at, account_id, source_id, event_key, received_at, dialect, type, body)
                        values (:at, 1, 1, 2, now(), 0, 'usage', '{}')
                        """).param("at", old.atTime(12, 0).atOffset(ZoneOffset.UTC)).update();

        events.forget();
        assertThat(daysOf("select occurred_at from event order by 1")).containsExactly(old, young);

        keeping(retention).forget();
        assertThat(daysOf("select occurred_at from event order by 1")).containsExactly(young);
    }

    @Test
    void thereAreOnlySoManyFamilies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(null, Map.of("payments", Period.ofYears(7))))
                .withMessage(
                        "ews.retention.families.payments: there is no such family of events, only usage, support, invoice, subscription, feedback, outcome, account, user");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(null, Map.of("usage", Period.ofDays(7))))
                .withMessage(
                        "ews.retention.families.usage must be at least 30 days, since senders repeat what they sent; it is P7D");
    }

    @Test
    void isSetInTheEnvironment() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        Map.of("EWS_RETENTION_FAMILIES_USAGE", "90d", "EWS_RETENTION_FAMILIES_INVOICE", "7y")));

        Retention bound = Binder.get(environment).bindOrCreate("ews.retention", Retention.class);

        assertThat(bound)
                .isEqualTo(new Retention(null, Map.of("usage", Period.ofDays(90), "invoice", Period.ofYears(7))));
    }

    private OldEvents keeping(Retention retention) {
        return new OldEvents(retention, forgotten, rejects, days);
    }

    private List<LocalDate> daysOf(String times) {
        return jdbc.sql(times)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDate())
                .list();
    }
}
