package ews.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.dashboard.health.HealthReports.Load;
import ews.dashboard.health.HealthReports.Part;
import ews.dashboard.health.HealthReports.Share;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class HealthReportsTest {

    @Autowired
    HealthReports reports;

    @Autowired
    Given given;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;

    @BeforeEach
    void empty() {
        given.nothing();
        today = given.today();
    }

    private void paid(AccountId account, LocalDate since, int value) {
        jdbc.sql("""
                        insert into subscription_change (account_id, occurred_at, event_key, status, annual_value, currency)
                        values (:account, :at, :key, 'active', :value, 'USD')
                        """)
                .param("account", account.value())
                .param("at", since.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .param("key", since.toEpochDay())
                .param("value", value)
                .update();
    }

    private static <K> Share of(Map<K, Share> shares, K key) {
        return Objects.requireNonNull(shares.get(key));
    }

    @Test
    void splitsTheAccountsOfToday() {
        given.anAccount("One").scored(Band.GOOD, 800, 0).worth(1_000, "USD").exists();
        given.anAccount("Two").scored(Band.GOOD, 900, 0).worth(500, "EUR").exists();
        given.anAccount("Three").scored(Band.POOR, 100, 0).worth(70, "USD").exists();
        given.anAccount("Gone").scored(Band.POOR, 100, 0).cancelled(today).exists();

        var bands = reports.bands(today);

        assertThat(of(bands, Band.GOOD).accounts()).isEqualTo(2);
        assertThat(of(bands, Band.GOOD).arr()).hasToString("$1k and €500");
        assertThat(of(bands, Band.POOR).accounts()).isEqualTo(1);
        assertThat(of(bands, Band.AVERAGE).accounts()).isZero();
    }

    @Test
    void knowsWhatAPastDayKnew() {
        LocalDate then = today.minusDays(30);
        AccountId account = given.anAccount("Grown")
                .scored(Band.GOOD, 800, 0)
                .worth(9_000, "USD")
                .exists();
        given.scoredOn(account, then, Band.POOR, 250);
        paid(account, today.minusDays(100), 2_000);
        paid(account, today.minusDays(3), 9_000);
        AccountId gone =
                given.anAccount("Gone since").cancelled(today.minusDays(10)).exists();
        given.scoredOn(gone, then, Band.AVERAGE, 500);

        var bands = reports.bands(then);

        assertThat(of(bands, Band.POOR).accounts()).isEqualTo(1);
        assertThat(of(bands, Band.POOR).arr()).hasToString("$2k");
        assertThat(of(bands, Band.AVERAGE).accounts()).isEqualTo(1);
        assertThat(of(bands, Band.GOOD).accounts()).isZero();
    }

    @Test
    void countsCancellationsByMonthWithMonthsThatHadNone() {
        YearMonth month = YearMonth.from(today);
        given.anAccount("Left").cancelled(today).worth(400, "USD").exists();
        given.anAccount("Left too").cancelled(month.minusMonths(2).atDay(1)).exists();

        var months = reports.cancellations(month.minusMonths(2), today);

        assertThat(months).hasSize(3);
        assertThat(of(months, month).accounts()).isEqualTo(1);
        assertThat(of(months, month).arr()).hasToString("$400");
        assertThat(of(months, month.minusMonths(1)).accounts()).isZero();
        assertThat(of(months, month.minusMonths(2)).accounts()).isEqualTo(1);
    }

    @Test
    void takesTheMeanOfEachDayAndLeavesDaysWithoutScoresEmpty() {
        AccountId one = given.anAccount("One").exists();
        AccountId two = given.anAccount("Two").exists();
        given.scoredOn(one, today, Band.GOOD, 800);
        given.scoredOn(two, today, Band.POOR, 301);

        var means = reports.means(List.of(today, today.minusDays(7)));

        assertThat(means.get(today)).isEqualTo(55.05);
        assertThat(means).containsEntry(today.minusDays(7), null);
    }

    @Test
    void splitsByPlanStageAndSegmentAcrossCurrencies() {
        given.anAccount("One")
                .at("live", "pro")
                .scored(Band.POOR, 200, 0)
                .worth(100, "USD")
                .exists();
        given.anAccount("Two")
                .at("live", "pro")
                .scored(Band.GOOD, 800, 0)
                .worth(50, "EUR")
                .exists();
        given.anAccount("Three").at("new", "free").scored(Band.GOOD, 900, 0).exists();

        List<Part> parts = reports.parts(today);

        Part pro = parts.stream()
                .filter(part -> part.dimension().equals("plan") && part.key().equals("pro"))
                .findFirst()
                .orElseThrow();
        assertThat(pro.all().accounts()).isEqualTo(2);
        assertThat(pro.all().arr()).hasToString("$100 and €50");
        assertThat(pro.poor().accounts()).isEqualTo(1);
        assertThat(pro.meanTenths()).isEqualTo(500);
        assertThat(parts).filteredOn(part -> part.dimension().equals("segment")).hasSize(1);
        assertThat(parts)
                .filteredOn(part -> part.dimension().equals("product"))
                .singleElement()
                .satisfies(part -> assertThat(part.key()).isEmpty());
    }

    @Test
    void plansThatAreWrittenDifferentlyAreOneAndReadAsMostWriteThem() {
        given.anAccount("One")
                .at("live", "Enterprise")
                .scored(Band.POOR, 200, 0)
                .exists();
        given.anAccount("Two")
                .at("live", "Enterprise")
                .scored(Band.GOOD, 800, 0)
                .exists();
        given.anAccount("Three")
                .at("live", "enterprise")
                .scored(Band.GOOD, 800, 0)
                .worth(50, "EUR")
                .exists();

        assertThat(reports.parts(today))
                .filteredOn(part -> part.dimension().equals("plan"))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.name()).isEqualTo("Enterprise");
                    assertThat(plan.all().accounts()).isEqualTo(3);
                    assertThat(plan.poor().accounts()).isEqualTo(1);
                    assertThat(plan.meanTenths()).isEqualTo(600);
                });
    }

    @Test
    void showsWhoIsOverloaded() {
        Member busy = given.member("Busy Bee", Role.CSM);
        Member calm = given.member("Calm Cat", Role.CSM);
        AccountId account = given.anAccount("One")
                .of(busy)
                .scored(Band.POOR, 200, 0)
                .worth(100, "USD")
                .exists();
        given.anAccount("Two")
                .of(busy)
                .scored(Band.POOR, 300, 0)
                .worth(50, "EUR")
                .exists();
        given.anAccount("Three").of(calm).scored(Band.GOOD, 900, 0).exists();
        tasks.add(account, "Call them", "", today, busy.id(), Actor.of(busy));

        List<Load> load = reports.load(today);

        assertThat(load).extracting(Load::name).containsExactly("Busy Bee", "Calm Cat");
        assertThat(load.getFirst().poor().accounts()).isEqualTo(2);
        assertThat(load.getFirst().poor().arr()).hasToString("$100 and €50");
        assertThat(load.getFirst().openTasks()).isEqualTo(1);
        assertThat(load.getFirst().overdueTasks()).isZero();
    }
}
