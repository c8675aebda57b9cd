package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.override.Overrides;
import ews.detection.profile.ProfileVersion;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.Limit;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Lives through a hundred days with accounts to which all sorts of things happen, on time and late, while admins change
 * profiles and segments and CSMs decide on bands; and then looks back.
 */
class ReproducibleTest extends ScoringTest {

    private static final int ACCOUNTS = 24;
    private static final int DAYS = 100;
    private static final Actor ADA = Actor.SYSTEM;
    private static final List<String> PLANS = List.of("enterprise", "smb", "free");

    @Autowired
    DailyScoring daily;

    @Autowired
    Overrides overrides;

    private final Random random = new Random(20260617);
    private final List<AccountId> accounts = new ArrayList<>();
    private final Map<AccountId, Map<LocalDate, ScoredDay>> shown = new HashMap<>();
    private final List<Late> late = new ArrayList<>();

    /** What happened on a day and was told on a later one. */
    private record Late(AccountId account, LocalDate happened, LocalDate told) {

        boolean explains(AccountId other, LocalDate day) {
            return account.equals(other) && !happened.isAfter(day) && told.isAfter(day);
        }
    }

    @Test
    void
            a_past_score_computed_from_the_facts_is_the_one_that_is_stored_and_differs_from_what_was_shown_only_by_late_events() {
        Segment first = segments.all().getFirst();
        try {
            live();
            lookBack();
        } finally {
            segments.changeConditions(first.id(), first.conditions(), ADA);
        }
    }

    private void lookBack() {
        int compared = 0;
        int changed = 0;
        for (AccountId account : accounts) {
            for (ScoredDay stored : health.history(account, Days.endingWith(days.today(), DAYS))) {
                LocalDate day = stored.day();
                assertThat(inShort(health.of(account, day).orElseThrow()))
                        .as("%s on %s", account, day)
                        .isEqualTo(stored);
                if (!stored.equals(shown.getOrDefault(account, Map.of()).get(day))) {
                    assertThat(late)
                            .as("%s on %s was shown otherwise", account, day)
                            .anyMatch(it -> it.explains(account, day));
                    changed++;
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(ACCOUNTS * DAYS);
        assertThat(changed).as("late events change something").isBetween(50, compared / 2);
    }

    private ScoredDay inShort(AccountHealth health) {
        int segment = health.segment().id();
        int version = profiles.versions(segment).stream()
                .filter(it -> it.version() == health.profileVersion())
                .mapToInt(ProfileVersion::id)
                .findFirst()
                .orElseThrow();
        return new ScoredDay(
                health.score().asOf(), health.score().points(), health.score().band(), segment, version);
    }

    private void live() {
        begin();
        for (int i = 0; i < DAYS; i++) {
            LocalDate today = days.today();
            accounts.forEach(account -> happens(account, today));
            decide(i);
            daily.run();
            backlog.settle();
            for (AccountId account : accounts) {
                health.history(account, new Days(today, today))
                        .forEach(it -> shown.computeIfAbsent(account, _ -> new HashMap<>())
                                .put(today, it));
            }
            if (i < DAYS - 1) {
                clock.tick(Duration.ofDays(1));
            }
        }
    }

    private void begin() {
        LocalDate start = TODAY.minusDays(70);
        for (int i = 0; i < ACCOUNTS; i++) {
            AccountId account = facts.account("account-" + i, start);
            accounts.add(account);
            facts.subscription(account, start, "active", PLANS.get(i % PLANS.size()), 8);
            facts.usage(account, start, TODAY.minusDays(1), 1 + i % 8);
        }
    }

    private void happens(AccountId account, LocalDate today) {
        if (random.nextInt(100) < 85) {
            facts.usage(account, today, today, 1 + random.nextInt(8));
        }
        if (random.nextInt(100) < 8) {
            tell(account, today);
        }
        if (random.nextInt(100) < 2) {
            LocalDate happened = today.minusDays(1 + random.nextInt(25));
            tell(account, happened);
            late.add(new Late(account, happened, today));
        }
        if (random.nextInt(100) < 1) {
            facts.subscription(account, today, "active", PLANS.get(random.nextInt(PLANS.size())), 8);
        }
    }

    private void tell(AccountId account, LocalDate day) {
        switch (random.nextInt(4)) {
            case 0 -> facts.ticket(account, day, "Z-" + random.nextInt(9), "open", "urgent");
            case 1 -> facts.ticket(account, day, "Z-" + random.nextInt(9), "solved", "low");
            case 2 -> facts.nps(account, day, random.nextInt(11));
            default -> facts.outcome(account, day, "goal " + random.nextInt(2), random.nextInt(100));
        }
    }

    /** What people do here: they decide on bands, and change profiles and segments, also for a day to come. */
    private void decide(int number) {
        AccountId account = accounts.get(random.nextInt(ACCOUNTS));
        if (number % 3 == 0) {
            Band band = List.of(Band.GOOD, Band.AVERAGE, Band.POOR).get(random.nextInt(3));
            overrides.set(account, band, "A feeling", days.today().plusDays(random.nextInt(20)), ADA);
        } else if (number % 7 == 1) {
            overrides.end(account, ADA);
        }
        if (number % 10 == 5) {
            ProfileVersion version = profiles.current(accountsSegment(account));
            LocalDate from = days.today().plusDays(number % 20 == 5 ? 0 : 4);
            profiles.publish(version.segmentId(), stricter(version.profile()), "Stricter", from, ADA);
        }
        if (number == 60) {
            segments.changeConditions(
                    segments.all().getFirst().id(), List.of(new Condition.Attribute("plan", List.of("free"))), ADA);
        }
    }

    private int accountsSegment(AccountId account) {
        return health.of(account, days.today()).orElseThrow().segment().id();
    }

    /** Of the first two indicators the second one weighs more, against its own habit; with a cap and a margin. */
    private static HealthProfile stricter(HealthProfile profile) {
        var indicators = new ArrayList<>(profile.indicators());
        Indicator first = indicators.getFirst();
        if (first.weight() > 10) {
            indicators.set(0, first.weighing(first.weight() - 5));
            indicators.set(1, indicators.get(1).weighing(indicators.get(1).weight() + 5));
        }
        var habit = new Measurement("active_users", 7).as(Form.HABIT);
        return new HealthProfile(
                indicators,
                List.of(new Limit(habit, false, -2, Limit.Kind.CAP, Band.AVERAGE)),
                Math.min(90, profile.goodFrom() + 2),
                profile.averageFrom(),
                5,
                profile.leastKnown());
    }
}
