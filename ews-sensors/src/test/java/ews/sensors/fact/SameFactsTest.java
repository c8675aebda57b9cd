package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.EventType;
import ews.sensors.Sent;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Receipt;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest
class SameFactsTest {

    private static final int EVENTS = 1_500;
    private static final List<String> TRAFFIC = Traffic.of(20260301, EVENTS);

    @Autowired
    private Instances instances;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private SmallWorld world;

    private Sent sent;

    @BeforeEach
    void startOver() {
        TestDatabase.clear();
        sent = world.connectTheSource();
        world.nameEverybody();
    }

    @Test
    void inWhateverOrderSplitAndRepetitionTheyArrive() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = world.snapshot();
        for (long seed = 1; seed <= 4; seed++) {
            startOver();
            var random = new Random(seed);
            FactWriter writer = instances.start();

            List<Receipt> receipts = new ArrayList<>();
            for (List<Batch> group : shuffledAndRepeated(random)) {
                receipts.addAll(writer.apply(group));
            }

            assertThat(receipts.stream().mapToInt(Receipt::accepted).sum()).isEqualTo(EVENTS);
            assertThat(world.snapshot()).isEqualTo(expected);
        }
    }

    @Test
    void whenTheyAreMadeAgainFromTheLog() {
        FactWriter writer = instances.start();
        writer.apply(List.of(sent.batch(TRAFFIC.subList(0, EVENTS / 2))));
        writer.apply(List.of(sent.batch(TRAFFIC.subList(EVENTS / 2, EVENTS))));
        String expected = world.snapshot();

        instances.again().make(accounts());

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whenTheyAreMadeAgainWhileTheyComeIn() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = world.snapshot();
        startOver();

        FactWriter writer = instances.start();
        var shuffled = new ArrayList<>(TRAFFIC);
        Collections.shuffle(shuffled, new Random(11));
        for (int from = 0; from < EVENTS; from += 100) {
            writer.apply(List.of(sent.batch(shuffled.subList(from, Math.min(EVENTS, from + 100)))));
            if (from % 300 == 0) {
                instances.again().make(accounts());
            }
        }

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whenTheyAreMadeAgainFromALogThatHasForgottenTheFirstDays() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        instances.forgetEventsBefore(middle());
        String expected = world.snapshot();

        instances.again().make(accounts());

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whenTheyAreMadeAgainFromALogThatHasForgottenTheFirstDaysOfSomeFamilies() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        LocalDate middle = middle();
        instances.forgetEventsBefore(middle, EventType.USAGE, EventType.USER);
        instances.forgetEventsBefore(middle.plusDays(9), EventType.INVOICE);
        String expected = world.snapshot();
        assertThat(families(middle)).doesNotContain("usage", "user", "invoice").contains("support", "account");

        jdbc.update("delete from ticket_change");
        jdbc.update("delete from feedback");
        instances.again().make(accounts());
        instances.again().make(accounts());

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whenEventsCameInLateOfDaysThatTheLogHasForgotten() {
        List<String> late = IntStream.range(0, EVENTS)
                .filter(it -> it % 9 == 0)
                .mapToObj(TRAFFIC::get)
                .toList();
        var first = new ArrayList<>(TRAFFIC);
        first.removeAll(late);
        FactWriter writer = instances.start();
        writer.apply(List.of(sent.batch(first)));
        LocalDate middle = middle();
        instances.forgetEventsBefore(middle, EventType.USAGE, EventType.USER);
        instances.forgetEventsBefore(middle.minusDays(9));
        writer.apply(List.of(sent.batch(late)));
        assertThat(families(middle)).contains("usage");
        String expected = world.snapshot();

        instances.again().make(accounts());

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whileTheLogForgetsTheDaysOfWhichTheyAre() throws Exception {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        jdbc.update("delete from event");
        String expected = world.snapshot();
        startOver();

        FactWriter writer = instances.start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < EVENTS; from += 100) {
                var forgetting = threads.submit(() -> {
                    instances.forgetEventsBefore(LocalDate.parse("2026-02-10"), EventType.USAGE, EventType.SUPPORT);
                    instances.forgetEventsBefore(LocalDate.parse("2026-01-05"));
                });
                writer.apply(List.of(sent.batch(TRAFFIC.subList(from, from + 100))));
                forgetting.get();
            }
        }

        jdbc.update("delete from event");
        assertThat(world.snapshot()).isEqualTo(expected);
    }

    private LocalDate middle() {
        String middle = jdbc.queryForObject(
                "select (percentile_disc(0.5) within group (order by occurred_at))::date::text from event",
                String.class);
        return LocalDate.parse(String.valueOf(middle));
    }

    /** Of which the log has events before that day. */
    private List<@Nullable String> families(LocalDate before) {
        return jdbc.queryForList(
                "select distinct type from event where occurred_at < ?",
                String.class,
                before.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    private Set<Long> accounts() {
        return Set.copyOf(jdbc.queryForList("select id from account", Long.class));
    }

    @Test
    void withSeveralInstancesAtTheSameTime() throws Exception {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = world.snapshot();
        startOver();

        int accepted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (long seed = 1; seed <= 3; seed++) {
                var random = new Random(seed);
                work.add(() -> {
                    FactWriter instance = instances.start();
                    return shuffledAndRepeated(random).stream()
                            .flatMap(group -> instance.apply(group).stream())
                            .mapToInt(Receipt::accepted)
                            .sum();
                });
            }
            for (var result : threads.invokeAll(work)) {
                accepted += result.get();
            }
        }

        assertThat(accepted)
                .describedAs("each event is news to exactly one instance")
                .isEqualTo(EVENTS);
        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whenUsageGoesIntoItsBlocksLater() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = world.snapshot();
        for (long seed = 1; seed <= 4; seed++) {
            startOver();
            var random = new Random(seed);
            FactWriter writer = instances.startUnderLoad(1);
            CatchUp catchUp = instances.catchUp();

            for (List<Batch> group : shuffledAndRepeated(random)) {
                writer.apply(group);
                if (random.nextInt(4) == 0) {
                    // Another one goes on in the middle of the round.
                    catchUp = instances.catchUp();
                }
                catchUp.advance(random.nextInt(1, 6));
            }

            assertThat(world.snapshot()).as("before all is in its blocks").isNotEqualTo(expected);
            instances.catchUp().now();
            assertThat(world.snapshot()).isEqualTo(expected);
        }
    }

    @Test
    void whenUsageGoesIntoItsBlocksLaterBySeveralInstancesAtTheSameTime() throws Exception {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = world.snapshot();
        startOver();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = new ArrayList<>();
            for (long seed = 1; seed <= 3; seed++) {
                var random = new Random(seed);
                work.add(() -> {
                    FactWriter writer = instances.startUnderLoad(1);
                    CatchUp catchUp = instances.catchUp();
                    for (List<Batch> group : shuffledAndRepeated(random)) {
                        writer.apply(group);
                        catchUp.advance(random.nextInt(1, 6));
                    }
                    return null;
                });
            }
            for (var result : threads.invokeAll(work)) {
                result.get();
            }
        }

        instances.catchUp().now();
        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whenTheyAreMadeAgainWhileUsageWaits() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = world.snapshot();
        startOver();
        FactWriter writer = instances.startUnderLoad(1);
        shuffledAndRepeated(new Random(5)).forEach(writer::apply);
        instances.catchUp().advance(2);

        instances.again().make(accounts());

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whenInstancesTakeTurns() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = world.snapshot();
        startOver();

        FactWriter one = instances.start();
        FactWriter other = instances.start();
        for (int from = 0; from < EVENTS; from += 10) {
            FactWriter writer = from % 3 == 0 ? other : one;
            writer.apply(List.of(sent.batch(TRAFFIC.subList(from, Math.min(EVENTS, from + 10)))));
        }

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whoeverNamesThemFirst() {
        TestDatabase.clear();
        sent = world.connectTheSource();
        var random = new Random(7);
        FactWriter writer = instances.start();

        shuffledAndRepeated(random).forEach(writer::apply);

        assertThat(jdbc.queryForObject("select count(*) from account", Integer.class))
                .isEqualTo(Traffic.ACCOUNTS);
        assertThat(jdbc.queryForObject("select count(*) from account_user", Integer.class))
                .isEqualTo(Traffic.ACCOUNTS * Traffic.USERS);
    }

    private List<List<Batch>> shuffledAndRepeated(Random random) {
        var events = new ArrayList<>(TRAFFIC);
        Collections.shuffle(events, random);
        events.addAll(events.subList(0, EVENTS / 3));
        Collections.shuffle(events.subList(EVENTS / 2, events.size()), random);
        var groups = new ArrayList<List<Batch>>();
        for (int from = 0; from < events.size(); ) {
            var group = new ArrayList<Batch>();
            for (int i = random.nextInt(1, 4); i > 0 && from < events.size(); i--) {
                int to = Math.min(events.size(), from + random.nextInt(1, 120));
                group.add(sent.batch(events.subList(from, to)));
                from = to;
            }
            groups.add(group);
        }
        return groups;
    }
}
