package ews.dashboard.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 20);

    private static Telling telling(int size) {
        return new Telling(Company.of(20_26, size), ANCHOR, ZoneOffset.UTC);
    }

    private static Stream<SampleEvent> all(Telling telling) {
        return IntStream.rangeClosed(0, Telling.DAYS - 1)
                .mapToObj(telling.firstDay()::plusDays)
                .flatMap(day -> telling.on(day).stream());
    }

    @Test
    void theSameSeedAndDayTellTheSameEvents() {
        assertThat(all(telling(20)).toList()).isEqualTo(all(telling(20)).toList());
    }

    @Test
    void anotherSeedTellsOfOtherCustomers() {
        assertThat(Company.of(1, 20).customers()).isNotEqualTo(Company.of(2, 20).customers());
    }

    @Test
    void idsAreUnique() {
        var ids = new HashSet<Object>();
        assertThat(all(telling(60))
                        .map(event -> Objects.requireNonNull(event.fields().get("id"))))
                .allMatch(ids::add);
    }

    @Test
    void eventsLieOnTheirDayInTheOrganisationsZone() {
        ZoneId zone = ZoneId.of("Pacific/Auckland");
        var telling = new Telling(Company.of(20_26, 20), ANCHOR, zone);
        LocalDate day = ANCHOR.minusDays(50);
        assertThat(telling.on(day))
                .allMatch(event -> event.time().atZone(zone).toLocalDate().equals(day));
    }

    @Test
    void aYearOf300CustomersHasThreeToFiveHundredThousandEvents() {
        assertThat(all(telling(300)).count()).isBetween(300_000L, 500_000L);
    }

    @Test
    void nothingIsToldOfToday() {
        Instant today = ANCHOR.atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(all(telling(60))).allMatch(event -> event.time().isBefore(today));
    }

    @Test
    void tenPercentCancelSpreadOverTheYear() {
        List<Integer> months = telling(300).company().customers().stream()
                .flatMapToInt(customer -> customer.left().stream())
                .filter(ago -> ago > 0)
                .mapToObj(ago -> ago / 31)
                .toList();
        assertThat(months).hasSizeBetween(24, 36);
        assertThat(months.stream().distinct()).hasSizeGreaterThan(8);
    }

    @Test
    void customersHaveNamesOfTheirOwnAndSixCsms() {
        Company company = Company.of(20_26, 300);
        assertThat(company.csms()).hasSize(6);
        assertThat(company.customers().stream().map(Customer::key)).doesNotHaveDuplicates();
        assertThat(company.customers().stream().map(Customer::csm).collect(Collectors.toSet()))
                .hasSize(6);
    }

    @Test
    void allSegmentsOfTheSeedAreCast() {
        assertThat(Company.of(20_26, 20).customers().stream().map(Customer::cohort))
                .contains(Cohort.values());
    }

    @Test
    void theTellingGoesOnAfterTheAnchor() {
        assertThat(telling(60).on(ANCHOR.plusDays(3))).isNotEmpty();
    }
}
