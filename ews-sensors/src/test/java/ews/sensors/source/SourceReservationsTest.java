package ews.sensors.source;

import static ews.sensors.Sent.usage;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.event.EventType;
import ews.domain.source.Reservation;
import ews.domain.source.Reservation.Calm;
import ews.domain.source.Reservation.Returned;
import ews.domain.source.Reservation.Silent;
import ews.domain.time.OrganisationDays;
import ews.sensors.Sent;
import ews.sensors.intake.EventIntake;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class SourceReservationsTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T12:00:00Z");
    private static final int REGULAR_DAYS = 6;

    @Autowired
    private EventIntake intake;

    @Autowired
    private Sources sources;

    @Autowired
    private AuditLog audit;

    @Autowired
    private OrganisationDays zone;

    @Autowired
    private JdbcClient jdbc;

    private final TickingClock clock = new TickingClock(FIRST);
    private OrganisationDays days;
    private CalmPeriods calm;
    private SourceReservations reservations;
    private Source product;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        days = new OrganisationDays(clock, zone.zone());
        calm = new CalmPeriods(jdbc, days, audit, sources);
        reservations = new SourceReservations(jdbc, days, new Heartbeats(jdbc, days), calm);
        product = connected("Product");
    }

    @Test
    void nothingIsReservedWhileEverySourceIsHeard() {
        usesDaily(product, "acme");

        assertThat(reserved()).isEmpty();
    }

    @Test
    void aSilentSourceConcernsTheAccountsThatItToldOf() {
        usesDaily(product, "acme");
        Instant last = clock.instant();
        uses(connected("Other"), "beta");
        clock.tick(Duration.ofDays(3));

        assertThat(reserved())
                .isEqualTo(
                        Map.of("acme", List.of(new Silent("Product", EventType.USAGE, last.atZone(days.zone()), 1))));
    }

    @Test
    void whatItToldOfLongBeforeItFellSilentDoesNotConcernIt() {
        uses(product, "gone");
        clock.tick(Duration.ofDays(130));
        usesDaily(product, "acme");
        clock.tick(Duration.ofDays(3));

        assertThat(reserved()).containsOnlyKeys("acme");
    }

    @Test
    void onTheDayOnWhichASourceIsHeardAgainWhatIsMissingMayStillComeIn() {
        usesDaily(product, "acme");
        Instant last = clock.instant();
        clock.tick(Duration.ofDays(3));
        uses(product, "beta");

        var returned = new Returned("Product", EventType.USAGE, last.atZone(days.zone()));
        assertThat(reserved()).isEqualTo(Map.of("acme", List.of(returned), "beta", List.of(returned)));
        clock.set(days.startOf(days.today().plusDays(1)));
        assertThat(reserved()).isEmpty();
    }

    @Test
    void thatHoldsForASilenceThatBeganAndEndedWithinTheDay() {
        usesDaily(product, "acme");
        Instant last = clock.instant();
        clock.tick(Duration.ofHours(31));
        assertThat(reserved()).hasSize(1);
        uses(product, "acme");

        assertThat(reserved())
                .isEqualTo(Map.of("acme", List.of(new Returned("Product", EventType.USAGE, last.atZone(days.zone())))));
    }

    @Test
    void afterAPauseAsLongAsAlwaysNothingIsReserved() {
        usesDaily(product, "acme");
        clock.tick(Duration.ofDays(1));
        uses(product, "acme");

        assertThat(reserved()).isEmpty();
    }

    @Test
    void aCalmSourceConcernsEveryTypeOfEventsThatItSends() {
        uses(product, "acme");
        pays(product, "acme");
        uses(connected("Other"), "beta");
        calm.begin(product.id(), 2, Actor.SYSTEM);

        var until = days.startOf(days.today().plusDays(3)).atZone(days.zone());
        assertThat(reserved())
                .isEqualTo(Map.of(
                        "acme",
                        List.of(
                                new Calm("Product", EventType.INVOICE, until),
                                new Calm("Product", EventType.USAGE, until))));
    }

    @Test
    void calmEndsByItselfWithADay() {
        uses(product, "acme");
        calm.begin(product.id(), 2, Actor.SYSTEM);

        clock.set(days.startOf(days.today().plusDays(3)).minusSeconds(1));
        assertThat(reserved()).isNotEmpty();
        clock.tick(Duration.ofSeconds(1));
        assertThat(reserved()).isEmpty();
    }

    @Test
    void calmCanBeEndedEarlyAndIsAudited() {
        uses(product, "acme");
        calm.begin(product.id(), 2, Actor.SYSTEM);
        calm.end(product.id(), Actor.SYSTEM);
        calm.end(product.id(), Actor.SYSTEM);

        assertThat(reserved()).isEmpty();
        assertThat(jdbc.sql("select action from audit_entry where action like 'source.calm%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("source.calmed", "source.calm_ended");
    }

    @Test
    void calmIsForSomeDaysOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> calm.begin(product.id(), 0, Actor.SYSTEM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calm.begin(product.id(), CalmPeriods.LONGEST + 1, Actor.SYSTEM))
                .withMessageContaining("1 to 90 days");
    }

    @Test
    void whoTellsOfAnAccountIsWrittenOnceInFourWeeks() {
        LocalDate start = days.today();
        for (int day = 0; day < 40; day++) {
            uses(product, "acme");
            clock.tick(Duration.ofDays(1));
        }

        LocalDate last = jdbc.sql("select last_on from account_source")
                .query(LocalDate.class)
                .single();
        assertThat(last).isAfter(start).isBefore(start.plusDays(39));
        assertThat(last.toEpochDay() % 28).isZero();
    }

    private Source connected(String name) {
        return sources.create(name, Set.of(Scope.WRITE), false, Actor.SYSTEM).source();
    }

    private void usesDaily(Source source, String account) {
        uses(source, account);
        for (int day = 1; day < REGULAR_DAYS; day++) {
            clock.tick(Duration.ofDays(1));
            uses(source, account);
        }
    }

    private void uses(Source source, String account) {
        String now = clock.instant().toString();
        intake.accept(Sent.by(source).at(now).batch(usage(account + now, now, account, "u1", "report")));
    }

    private void pays(Source source, String account) {
        String now = clock.instant().toString();
        intake.accept(Sent.by(source)
                .at(now)
                .batch("{'type':'invoice','id':'i-%1$s','time':'%1$s','account':'%2$s','invoice':'R-1','status':'paid'}"
                        .formatted(now, account)));
    }

    private Map<String, List<Reservation>> reserved() {
        Map<AccountId, String> keys = jdbc
                .sql("select id, key from account")
                .query((row, _) -> Map.entry(new AccountId(row.getLong("id")), row.getString("key")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return reservations.of(keys.keySet()).entrySet().stream()
                .collect(toMap(it -> String.valueOf(keys.get(it.getKey())), Map.Entry::getValue));
    }
}
