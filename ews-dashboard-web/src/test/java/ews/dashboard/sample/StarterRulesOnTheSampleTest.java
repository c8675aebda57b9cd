package ews.dashboard.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.dryrun.Judging;
import ews.detection.rule.Nature;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.account.AccountPortion;
import ews.domain.account.Accounts;
import ews.domain.fact.Days;
import ews.domain.time.OrganisationDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * What the starter rules find in the year of the sample company: every story that somebody planted, in time, and next to
 * nothing where nothing happens. What it prints are the figures in docs/benchmarks.md.
 */
@Tag("long")
@SpringBootTest(
        classes = TestApplication.class,
        properties = "ews.sample.customers=300",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(StarterRulesOnTheSampleTest.AMonday.class)
class StarterRulesOnTheSampleTest extends SampleTest {

    /** Before, rules and scores have too little to go by. */
    private static final int JUDGED_DAYS = 280;

    /** Whoever is weaker than that never gets into its stride, and is in poor health with good reason. */
    private static final double WELL = -0.25;

    private static final String[] ANY_FALL = {
        "active-users-decline",
        "usage-off-rhythm",
        "users-leave",
        "no-use",
        "onboarding-stalls",
        "trial-goes-quiet",
        "poor-health",
        "low-reporting"
    };

    private final Company told = Company.of(SampleCompany.SEED, 300);

    /** The company is anchored to the day it begins on, so what is found depends on it a little. */
    @TestConfiguration
    static class AMonday {

        @Bean
        @Primary
        Clock clockOfThatDay() {
            Instant start = Instant.parse("2026-11-16T09:00:00Z");
            return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
        }
    }

    private static boolean cleared;

    @Autowired
    private Rules rules;

    @Autowired
    private Judging judging;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OrganisationDays days;

    @BeforeEach
    void aCompany() {
        if (!cleared) {
            clear();
            cleared = true;
        }
        start();
    }

    /** An alert that would have been raised. */
    private record Found(Rule rule, int ago) {}

    /**
     * What happens to a customer from a day on.
     *
     * @param within so many days there should be an alert
     * @param rules of any of these
     */
    private record Plot(int since, int within, List<String> rules) {

        Plot(int since, int within, String... rules) {
            this(since, within, List.of(rules));
        }

        /** Whether there have been so many days since, on all of which the customer was one. */
        boolean isOver(Customer customer) {
            return since <= JUDGED_DAYS && Math.max(0, customer.left().orElse(0)) <= since - within;
        }

        OptionalInt daysUntilFound(List<Found> found) {
            return found.stream()
                    .filter(it -> rules.contains(it.rule.key()) && it.ago <= since)
                    .mapToInt(it -> since - it.ago)
                    .min();
        }
    }

    private static Optional<Plot> plot(Customer customer) {
        return switch (customer.story()) {
            case SlowDecline it -> Optional.of(new Plot(it.since(), 75, ANY_FALL));
            case SuddenSilence it -> Optional.of(new Plot(it.since(), 14, ANY_FALL));
            case ChampionLeft it -> Optional.of(new Plot(it.since(), 49, ANY_FALL));
            case RecoveredByPlay it -> Optional.of(new Plot(it.lockedOut(), 35, ANY_FALL));
            case CameBack it -> Optional.of(new Plot(it.fell(), 49, ANY_FALL));
            case OnboardingStuck it -> Optional.of(new Plot(it.startedAgo() - 12, 35, ANY_FALL));
            case TrialDying it -> Optional.of(new Plot(it.startedAgo() - 2, 20, ANY_FALL));
            // until the next invoice, and 30 days to pay it
            case OverdueInvoices it ->
                Optional.of(new Plot(it.since(), 31 * customer.cohort().monthsAnInvoice() + 33, "overdue-invoice"));
            case LowReporting it -> Optional.of(new Plot(it.since(), 49, "low-reporting"));
            case NewFeature it -> Optional.of(new Plot(it.since(), 21, "new-feature"));
            case SeatGrowth it ->
                Optional.of(new Plot(it.since(), 42, "new-users", "active-users-growth", "seats-full"));
            case TrialConverting it -> Optional.of(new Plot(it.startedAgo(), 25, "trial-is-used"));
            case Steady _, Seasonal _, OnboardingWell _, JustSigned _ -> Optional.empty();
        };
    }

    @Test
    void everyPlantedStoryIsFoundInTime() {
        Map<String, List<Found>> found = found();
        var stories = new TreeMap<String, List<Integer>>();
        var missed = new ArrayList<String>();
        for (Customer customer : told.customers()) {
            plot(customer).filter(it -> it.isOver(customer)).ifPresent(plot -> {
                OptionalInt after = plot.daysUntilFound(found.getOrDefault(customer.key(), List.of()));
                if (after.isPresent() && after.getAsInt() <= plot.within) {
                    String story = customer.story().getClass().getSimpleName();
                    stories.computeIfAbsent(story, _ -> new ArrayList<>()).add(after.getAsInt());
                } else {
                    missed.add(customer.key() + ": " + customer.story() + " found after " + after);
                }
            });
        }
        stories.forEach((story, after) -> System.out.printf(
                "%s: %d found, after %s days%n",
                story, after.size(), after.stream().sorted().toList()));
        assertThat(missed).isEmpty();
        assertThat(stories).isNotEmpty();
    }

    @Test
    void fortyHealthyAccountsHaveFewerThanOneAlertAWeek() {
        Map<String, List<Found>> found = found();
        List<Customer> healthy = told.customers().stream()
                .filter(it -> it.story() instanceof Steady || it.story() instanceof Seasonal)
                .filter(it -> it.temper().warmth() > WELL)
                .toList();
        double weeks = healthy.stream()
                        .mapToInt(it -> Math.min(JUDGED_DAYS, it.startedAgo()))
                        .sum()
                / 7.0;
        Map<Nature, Map<String, Long>> alerts = healthy.stream()
                .flatMap(it -> found.getOrDefault(it.key(), List.of()).stream())
                .map(Found::rule)
                .collect(groupingBy(Rule::nature, TreeMap::new, groupingBy(Rule::key, TreeMap::new, counting())));
        alerts.forEach((nature, rules) -> System.out.printf(
                "%s: %.2f per 40 healthy accounts and week (%d accounts, %.0f weeks): %s%n",
                nature, 40 * sum(rules) / weeks, healthy.size(), weeks, rules));
        long all = alerts.values().stream()
                .mapToLong(StarterRulesOnTheSampleTest::sum)
                .sum();
        assertThat(40 * all / weeks).isLessThan(1);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(it -> it).sum();
    }

    /** By customer. */
    private Map<String, List<Found>> found() {
        Map<Long, String> keys = jdbc
                .sql("select id, key from account")
                .query((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        LocalDate today = days.today();
        Days past = Days.endingWith(today.minusDays(1), JUDGED_DAYS);
        var found = new TreeMap<String, List<Found>>();
        for (Rule rule : rules.all()) {
            Judging.Definitions definitions = judging.definitions(rule);
            for (AccountPortion portion : accounts.portions()) {
                judging.each(
                        portion,
                        definitions,
                        past,
                        (account, _, would) -> would.forEach(it -> found.computeIfAbsent(
                                        keys.getOrDefault(account.account().value(), ""), _ -> new ArrayList<>())
                                .add(new Found(
                                        rule,
                                        Math.toIntExact(
                                                today.toEpochDay() - it.raised().toEpochDay())))));
            }
        }
        return found;
    }
}
