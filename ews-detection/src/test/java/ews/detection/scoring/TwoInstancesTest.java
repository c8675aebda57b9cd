package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.dryrun.Judging;
import ews.detection.rule.Absence;
import ews.detection.rule.Audience;
import ews.detection.rule.Happening;
import ews.detection.rule.Happening.Type;
import ews.detection.rule.Nature;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.RuleKind;
import ews.detection.rule.Rules;
import ews.detection.rule.Threshold;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import ews.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two instances share the work of some weeks in which summer time begins or ends. One of them is killed now and then in
 * the middle of it, their clocks differ, and one jumps. Every alert that a look back over the same days finds has been
 * raised on its day, and once. {@code -Dews.test.seeds=50} tries more courses of events.
 */
class TwoInstancesTest {

    private static final int CUSTOMERS = 12;
    private static final int DAYS = 20;
    private static final List<LocalDate> CLOCK_CHANGES = List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("NullAway.Init") // before each test
    private Instance one;

    @SuppressWarnings("NullAway.Init") // before each test
    private Instance two;

    static List<Integer> seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("ews.test.seeds", 2))
                .boxed()
                .toList();
    }

    @BeforeEach
    void start() {
        String url = TestDatabase.another();
        one = Instance.start(url, "one");
        two = Instance.start(url, "two");
    }

    @AfterEach
    void stop() {
        threads.close();
        one.close();
        two.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlertIsRaisedOnceWhoeverDiesAndWhateverTheClocksSay(int seed) throws Exception {
        var random = new Random(seed);
        LocalDate first = CLOCK_CHANGES.get(seed % CLOCK_CHANGES.size()).minusDays(DAYS / 2);
        var days = new Days(first, first.plusDays(DAYS - 1));
        var customers = new Customers(CUSTOMERS, one, first, random);
        add("Two open tickets", new Threshold(new Measurement("open_tickets", 0), true, 2, null));
        add("One open ticket", new Threshold(new Measurement("open_tickets", 0), true, 1, null));
        add("No use", new Absence(new Happening(Type.ANY_USE), 3));

        for (LocalDate day = first; !day.isAfter(days.last()); day = day.plusDays(1)) {
            setClocks(day, Duration.ofMinutes(5), random);
            customers.live(day);
            workTogether(random);
            customers.sendAgain(day);
            workTogether(random);
            assertThat(scores(day)).as("accounts with a score of " + day).isEqualTo(CUSTOMERS);
            setClocks(day, Duration.ofMinutes(30 + random.nextInt(22 * 60)), random);
            customers.sendAgain(day);
            workTogether(random);
        }

        assertThat(raised()).containsExactlyInAnyOrderElementsOf(expected(days)).hasSizeGreaterThan(CUSTOMERS);
    }

    private void add(String name, RuleKind kind) {
        var definition = new RuleDefinition(name, Nature.RISK, kind, Audience.EVERYBODY, 1, 1, 2, null);
        Rules rules = one.the(Rules.class);
        rules.enable(rules.create(definition, "Test", Actor.SYSTEM).key(), true, Actor.SYSTEM);
    }

    /** The second clock is some minutes behind or ahead; early in the day it is still the evening before there. */
    private void setClocks(LocalDate day, Duration afterMidnight, Random random) {
        var time = one.the(OrganisationDays.class).startOf(day).plus(afterMidnight);
        one.setClock(time);
        two.setClock(time.plus(Duration.ofMinutes(random.nextInt(20) - 15L)));
    }

    /** Both work at the same time; one of them may be killed at any moment, and is started again. */
    private void workTogether(Random random) throws Exception {
        var work = new ArrayList<Future<?>>();
        for (Instance it : List.of(one, two)) {
            work.add(threads.submit(it::work));
            work.add(threads.submit(it::work));
        }
        Instance victim = random.nextBoolean() ? one : two;
        if (random.nextBoolean()) {
            Thread.sleep(random.nextInt(40)); // the moment of the kill is what is left to chance
            victim.kill();
        }
        for (Future<?> it : work) {
            it.get();
        }
        victim.startAgain();
        one.work();
    }

    private record Raised(long account, String rule, LocalDate day) {}

    private List<Raised> raised() {
        return one.the(JdbcClient.class)
                .sql("select account_id, key, raised_on from alert join rule on rule.id = rule_id")
                .query((row, _) -> new Raised(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    private List<Raised> expected(Days days) {
        Judging judging = one.the(Judging.class);
        var expected = new ArrayList<Raised>();
        for (Rule rule : one.the(Rules.class).all()) {
            Judging.Definitions definitions = judging.definitions(rule);
            one.the(Accounts.class)
                    .portions()
                    .forEach(portion -> judging.each(
                            portion,
                            definitions,
                            days,
                            (account, _, would) -> would.forEach(it ->
                                    expected.add(new Raised(account.account().value(), rule.key(), it.raised())))));
        }
        return expected;
    }

    private int scores(LocalDate day) {
        return one.the(JdbcClient.class)
                .sql("select count(*) from health_score where day = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
