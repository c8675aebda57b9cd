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

class ChronicleTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 20);

    private static Chronicle chronicle(int size) {
        return new Chronicle(Company.of(20_26, size), ANCHOR, ZoneOffset.UTC);
    }

    private static Stream<SampleEvent> all(Chronicle chronicle) {
        return chronicle.company().customers().stream()
                .flatMap(customer -> chronicle.of(customer, chronicle.firstDay(), ANCHOR.minusDays(1)).stream());
    }

    @Test
    void theSameSeedAndDayTellTheSameEvents() {
        assertThat(all(chronicle(20)).toList()).isEqualTo(all(chronicle(20)).toList());
    }

    @Test
    void anotherSeedTellsOfOtherCustomers() {
        assertThat(Company.of(1, 20).customers()).isNotEqualTo(Company.of(2, 20).customers());
    }

    @Test
    void idsAreUnique() {
        var ids = new HashSet<Object>();
        assertThat(all(chronicle(60))
                        .map(event -> Objects.requireNonNull(event.fields().get("id"))))
                .allMatch(ids::add);
    }

    @Test
    void eventsLieOnTheirDayInTheOrganisationsZone() {
        ZoneId zone = ZoneId.of("Pacific/Auckland");
        var chronicle = new Chronicle(Company.of(20_26, 20), ANCHOR, zone);
        LocalDate day = ANCHOR.minusDays(50);
        assertThat(chronicle.of(chronicle.company().customers().get(9), day, day))
                .isNotEmpty()
                .allMatch(event -> event.time().atZone(zone).toLocalDate().equals(day));
    }

    @Test
    void aYearOf300CustomersHasThreeToFiveHundredThousandEvents() {
        assertThat(all(chronicle(300)).count()).isBetween(300_000L, 500_000L);
    }

    @Test
    void aCustomerToldDayByDayIsTheSameAsToldAtOnce() {
        Chronicle chronicle = chronicle(20);
        Customer customer = chronicle.company().customers().get(9);
        List<SampleEvent> daily = IntStream.rangeClosed(0, 363)
                .mapToObj(chronicle.firstDay()::plusDays)
                .flatMap(day -> chronicle.of(customer, day, day).stream())
                .toList();
        assertThat(daily).isEqualTo(chronicle.of(customer, chronicle.firstDay(), ANCHOR.minusDays(1)));
    }

    @Test
    void nothingIsToldOfToday() {
        Instant today = ANCHOR.atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(all(chronicle(60))).allMatch(event -> event.time().isBefore(today));
    }

    @Test
    void tenPercentCancelSpreadOverTheYear() {
        List<Integer> months = chronicle(300).company().customers().stream()
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
        Chronicle chronicle = chronicle(60);
        LocalDate later = ANCHOR.plusDays(3);
        assertThat(chronicle.company().customers())
                .anySatisfy(customer ->
                        assertThat(chronicle.of(customer, later, later)).isNotEmpty());
    }
}
