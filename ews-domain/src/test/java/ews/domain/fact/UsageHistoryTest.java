package ews.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer is compared with that of a naive model: a list of the events. */
class UsageHistoryTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 9);
    private static final List<String> FEATURES = List.of("export", "login", "report", "share");

    private record Use(LocalDate day, long user, int feature, long micros) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void answers_any_window_exactly(int seed) {
        var random = new Random(seed);
        List<Use> uses = uses(random);
        UsageHistory history = historyOf(uses);

        for (int i = 0; i < 200; i++) {
            Days window = Days.endingWith(START.plusDays(random.nextInt(-40, 260)), 1 + random.nextInt(120));
            List<Use> within =
                    uses.stream().filter(use -> window.contains(use.day)).toList();

            assertThat(history.events(window)).as("events in %s", window).isEqualTo(within.size());
            assertThat(history.activeUsers(window)).as("users in %s", window).isEqualTo(distinct(within, Use::user));
            assertThat(history.daily(window))
                    .containsExactly(daily(window, day -> on(day, within).count()));
            assertThat(history.dailyActiveUsers(window))
                    .containsExactly(daily(
                            window, day -> distinct(on(day, within).toList(), Use::user)));
            assertThat(history.activeDays(window)).as("days in %s", window).isEqualTo(distinct(within, Use::day));
            assertThat(history.events("report", window))
                    .isEqualTo(of("report", within).count());
            assertThat(history.quantity("report", window))
                    .isEqualTo(of("report", within).mapToLong(Use::micros).sum() / (double) Event.MICROS);
            assertThat(history.events("re*", window)).isEqualTo(history.events("report", window));
            assertThat(history.events("*", window)).isEqualTo(within.size());
            assertThat(history.daily("*", window)).containsExactly(history.daily(window));
            assertThat(history.quantity("*", window))
                    .isEqualTo(within.stream().mapToLong(Use::micros).sum() / (double) Event.MICROS);
            assertThat(Set.copyOf(history.features(window)))
                    .isEqualTo(within.stream()
                            .map(use -> FEATURES.get(use.feature))
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9})
    void knows_the_last_day_of_all_and_of_each_user(int seed) {
        var random = new Random(seed);
        List<Use> uses = uses(random);
        UsageHistory history = historyOf(uses);

        for (int i = 0; i < 100; i++) {
            LocalDate asOf = START.plusDays(random.nextInt(-40, 260));
            List<Use> until =
                    uses.stream().filter(use -> !use.day.isAfter(asOf)).toList();
            assertThat(history.lastDay(asOf))
                    .isEqualTo(until.stream().map(Use::day).max(LocalDate::compareTo));
            Map<Long, LocalDate> lasts = new HashMap<>();
            until.forEach(use -> lasts.merge(use.user, use.day, (a, b) -> a.isAfter(b) ? a : b));
            lasts.keySet().retainAll(Set.of(1L, 2L, 3L));
            assertThat(history.lastActive(Set.of(1L, 2L, 3L), asOf)).isEqualTo(lasts);
        }
    }

    private static Stream<Use> on(LocalDate day, List<Use> within) {
        return within.stream().filter(use -> use.day.equals(day));
    }

    private static long[] daily(Days window, ToLongFunction<LocalDate> count) {
        return window.first()
                .datesUntil(window.last().plusDays(1))
                .mapToLong(count)
                .toArray();
    }

    @Test
    void counts_each_day_of_a_window() {
        UsageHistory history = historyOf(List.of(use(START, 1), use(START, 2), use(START.plusDays(2), 1)));

        assertThat(history.daily(new Days(START.minusDays(1), START.plusDays(3))))
                .containsExactly(0, 2, 0, 1, 0);
    }

    @Test
    void lists_the_most_used_feature_first() {
        UsageHistory history = historyOf(List.of(
                new Use(START, 1, 2, 1), new Use(START, 1, 2, 1), new Use(START, 1, 0, 1), new Use(START, 1, 3, 1)));

        assertThat(history.features(Days.endingWith(START, 1))).containsExactly("report", "export", "share");
    }

    @Test
    void without_usage_says_nothing_happened() {
        UsageHistory history = historyOf(List.of());
        Days window = Days.endingWith(START, 28);

        assertThat(history.events(window)).isZero();
        assertThat(history.activeUsers(window)).isZero();
        assertThat(history.activeDays(window)).isZero();
        assertThat(history.lastDay(START)).isEmpty();
        assertThat(history.hasEvents(START)).isFalse();
    }

    private static Use use(LocalDate day, long user) {
        return new Use(day, user, 0, Event.MICROS);
    }

    private static List<Use> uses(Random random) {
        var uses = new ArrayList<Use>();
        for (int i = 0; i < 300; i++) {
            uses.add(new Use(
                    START.plusDays((long) Math.abs(random.nextGaussian() * 60)),
                    random.nextInt(20),
                    random.nextInt(FEATURES.size()),
                    random.nextLong(5 * Event.MICROS)));
        }
        return uses;
    }

    private static <T> int distinct(List<Use> uses, Function<Use, T> what) {
        return (int) uses.stream().map(what).distinct().count();
    }

    private static Stream<Use> of(String feature, List<Use> uses) {
        return uses.stream().filter(use -> FEATURES.get(use.feature).equals(feature));
    }

    private static UsageHistory historyOf(List<Use> uses) {
        var blocks = new HashMap<Integer, UsageBlock>();
        for (Use use : uses) {
            UsageBlock block = blocks.computeIfAbsent(UsageBlock.numberOf(use.day), _ -> new UsageBlock());
            block.add(use.feature, UsageBlock.placeOf(use.day), 1, use.micros);
            block.seen(use.user, UsageBlock.placeOf(use.day));
        }
        var stored = new HashMap<Integer, byte[]>();
        blocks.forEach((number, block) -> stored.put(number, block.encode()));
        return UsageHistory.of(stored, id -> Objects.requireNonNull(FEATURES.get(id)));
    }
}
