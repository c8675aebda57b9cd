package ews.dashboard.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 20);

    @Test
    void aSteadyCustomerUsesTheProductAllYear() {
        Told told = told(new Steady());
        assertThat(told.activeUsers(28)).isBetween(told.activeUsers(300) - 2L, told.activeUsers(300) + 3L);
    }

    @Test
    void aSlowDeclineLosesOneUserAfterTheOther() {
        Told told = told(new SlowDecline(120, 100, 0.2));
        assertThat(told.activeUsers(91)).isLessThan(told.activeUsers(151));
        assertThat(told.activeUsers(28)).isLessThan(told.activeUsers(91)).isPositive();
    }

    @Test
    void aSuddenSilenceIsSilent() {
        Told told = told(new SuddenSilence(20));
        assertThat(told.activeUsers(48)).isGreaterThan(5);
        assertThat(told.usage(20, 1)).isEmpty();
    }

    @Test
    void theChampionGoesFirstAndTheColleaguesFollow() {
        Told told = told(new ChampionLeft(70));
        String champion = told.customer.people().getFirst().key();
        assertThat(told.users(100, 71)).contains(champion);
        assertThat(told.users(70, 1)).doesNotContain(champion);
        assertThat(told.activeUsers(28)).isLessThan(told.activeUsers(98) * 7 / 10);
    }

    @Test
    void seatGrowthBringsNewPeopleAndThenSeats() {
        Told told = told(new SeatGrowth(40, 20, 2));
        Set<Object> newcomers = new HashSet<>(told.users(28, 1));
        newcomers.removeAll(told.users(364, 41));
        assertThat(newcomers).hasSizeGreaterThan(5);
        assertThat(told.customer.seats(1)).isGreaterThanOrEqualTo(told.customer.seats(100) * 2);
        assertThat(told.of("subscription", 40, 1)).isNotEmpty();
    }

    @Test
    void aNewFeatureIsNotUsedBeforeItIsDiscovered() {
        Told told = told(new NewFeature(30));
        assertThat(told.uses("forecast.viewed", 364, 31)).isZero();
        assertThat(told.uses("forecast.viewed", 30, 1)).isGreaterThan(10);
    }

    @Test
    void lowReportingLeavesTheRestOfTheUsageAlone() {
        Told told = told(new LowReporting(100));
        assertThat(told.uses("report.exported", 70, 1)).isZero();
        assertThat(told.uses("report.exported", 200, 101)).isGreaterThan(10);
        assertThat(told.activeUsers(28)).isGreaterThan(told.activeUsers(200) * 6 / 10);
    }

    @Test
    void unpaidInvoicesBecomeOverdueAndStaySo() {
        Told told = told(new OverdueInvoices(130));
        assertThat(told.invoices("paid", 130, 50)).isEmpty();
        assertThat(told.invoices("overdue", 90, 1)).isNotEmpty();
        assertThat(told.invoices("paid", 330, 180)).isNotEmpty();
    }

    @Test
    void aSeasonalCustomerIsBusierInItsSeason() {
        Told told = told(new Seasonal(30));
        assertThat(told.usage(60, 1).size()).isGreaterThan(told.usage(242, 183).size() * 3 / 2);
    }

    @Test
    void whoRunsOutOfMoneyLosesPeopleToo() {
        Told told = told(new OverdueInvoices(100));
        assertThat(told.activeUsers(28)).isLessThan(told.activeUsers(180) * 8 / 10);
    }

    @Test
    void whoIsLockedOutIsGoneUntilAPlayHelps() {
        Told told = told(new RecoveredByPlay(35));
        assertThat(told.activeUsers(28)).isLessThan(told.activeUsers(63) * 8 / 10);
        Set<Object> gone = new HashSet<>(told.users(63, 36));
        gone.removeAll(told.users(28, 1));
        assertThat(Comeback.of(told.customer, ANCHOR, ANCHOR.atTime(9, 0).toInstant(ZoneOffset.UTC)).stream()
                        .map(event -> event.fields().get("user")))
                .containsAll(gone);
    }

    @Test
    void aCustomerWhoCameBackIsWhereItWas() {
        Told told = told(new CameBack(150, 85));
        assertThat(told.activeUsers(112)).isLessThan(told.activeUsers(180) * 2 / 3);
        assertThat(told.activeUsers(28)).isGreaterThanOrEqualTo(told.activeUsers(180) * 9 / 10);
    }

    @Test
    void anOnboardingThatGoesWellGrowsAndOneThatIsStuckFades() {
        Told well = told(new OnboardingWell(60), 60);
        Told stuck = told(new OnboardingStuck(60), 60);
        assertThat(well.activeUsers(14, 14)).isGreaterThan(well.activeUsers(60, 14));
        assertThat(stuck.activeUsers(14, 14)).isLessThan(stuck.activeUsers(60, 14));
        assertThat(stuck.of("support", 45, 1))
                .hasSizeGreaterThan(well.of("support", 45, 1).size());
    }

    @Test
    void aDyingTrialStopsAndAConvertingOneDoesNot() {
        assertThat(told(new TrialDying(25), 25).usage(10, 1)).isEmpty();
        assertThat(told(new TrialConverting(25), 25).usage(10, 1)).isNotEmpty();
    }

    @Test
    void ofAJustSignedCustomerNothingButPaperIsKnown() {
        Told told = told(new JustSigned(), 4);
        assertThat(told.events.stream().map(event -> event.fields().get("type")).collect(Collectors.toSet()))
                .isSubsetOf("account", "subscription", "user", "invoice");
    }

    @Test
    void nothingIsToldAfterTheCancellation() {
        Customer customer = customer(new Casting(
                Cohort.ESTABLISHED,
                1,
                _ -> Part.of(new SlowDecline(150, 80, 0.2), 405).leaving(40)));
        Told told = Told.of(customer);
        assertThat(told.events.getLast().fields()).containsEntry("status", "cancelled");
        assertThat(told.events.getLast().time())
                .isEqualTo(ANCHOR.minusDays(40).atTime(16, 30).toInstant(ZoneOffset.UTC));
    }

    private static Told told(Story story) {
        return told(story, 900);
    }

    private static Told told(Story story, int startedAgo) {
        return Told.of(customer(new Casting(Cohort.ESTABLISHED, 1, _ -> Part.of(story, startedAgo))));
    }

    /** One of many people who use the product well, so that it is the story that shows. */
    private static Customer customer(Casting casting) {
        List<Colleague> csms = List.of(new Colleague("Amelia Hart", "amelia.hart@tidewater.example.com"));
        return IntStream.range(0, 100)
                .mapToObj(number -> Company.customer(Dice.of(7, "customer", number), casting, csms, new HashSet<>()))
                .filter(customer ->
                        customer.temper().pace() > 0.9 && customer.people().size() > 12)
                .findFirst()
                .orElseThrow();
    }

    /** The whole year of one customer. */
    private record Told(Customer customer, List<SampleEvent> events) {

        static Told of(Customer customer) {
            var chronicle =
                    new Chronicle(new Company(7, List.of(), customer.csm(), List.of(customer)), ANCHOR, ZoneOffset.UTC);
            return new Told(customer, chronicle.of(customer, chronicle.firstDay(), ANCHOR.minusDays(1)));
        }

        /** Different users in the 28 days that begin {@code ago}. */
        long activeUsers(int ago) {
            return activeUsers(ago, 28);
        }

        long activeUsers(int ago, int days) {
            return users(ago, ago - days + 1).size();
        }

        Set<Object> users(int from, int to) {
            return usage(from, to).stream()
                    .map(event -> event.fields().get("user"))
                    .collect(Collectors.toSet());
        }

        List<SampleEvent> usage(int from, int to) {
            return of("usage", from, to);
        }

        long uses(String feature, int from, int to) {
            return usage(from, to).stream()
                    .filter(event -> feature.equals(event.fields().get("name")))
                    .count();
        }

        List<SampleEvent> invoices(String status, int from, int to) {
            return of("invoice", from, to).stream()
                    .filter(event -> status.equals(event.fields().get("status")))
                    .toList();
        }

        List<SampleEvent> of(String type, int from, int to) {
            return between(from, to)
                    .filter(event -> type.equals(event.fields().get("type")))
                    .toList();
        }

        private Stream<SampleEvent> between(int from, int to) {
            var first = ANCHOR.minusDays(from).atStartOfDay().toInstant(ZoneOffset.UTC);
            var end = ANCHOR.minusDays(to).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            return events.stream()
                    .filter(event ->
                            !event.time().isBefore(first) && event.time().isBefore(end));
        }
    }
}
