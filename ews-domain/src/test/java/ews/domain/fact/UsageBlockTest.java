package ews.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageBlockTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01,  0,  0",
        "1970-02-01,  0, 31",
        "1970-02-02,  1,  0",
        "1969-12-31, -1, 31",
        "2026-11-20, 649, 9"
    })
    void finds_the_place_of_a_day(LocalDate day, int number, int place) {
        assertThat(UsageBlock.numberOf(day)).isEqualTo(number);
        assertThat(UsageBlock.placeOf(day)).isEqualTo(place);
        assertThat(UsageBlock.firstDayOf(number).plusDays(place)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void reads_back_what_it_wrote(int seed) {
        UsageBlock block = blockOf(events(new Random(seed), 400));

        UsageBlock read = UsageBlock.decode(block.encode());

        assertThat(read.users()).isEqualTo(block.users());
        assertThat(read.features().keySet()).isEqualTo(block.features().keySet());
        block.features().forEach((feature, days) -> {
            assertThat(feature(read, feature).events()).isEqualTo(days.events());
            assertThat(feature(read, feature).micros()).isEqualTo(days.micros());
        });
    }

    @Test
    void reads_back_an_empty_block() {
        assertThat(UsageBlock.decode(new UsageBlock().encode()).features()).isEmpty();
    }

    @Test
    void keeps_extreme_quantities_exactly() {
        var block = new UsageBlock();
        block.add(1, 0, 1, UsageBlock.MOST_MICROS);
        block.add(1, 1, 1, -UsageBlock.MOST_MICROS);
        block.add(1, 31, 4_000_000_000_000L, -1);

        UsageBlock.FeatureDays read = feature(UsageBlock.decode(block.encode()), 1);

        assertThat(read.micros()[0]).isEqualTo(UsageBlock.MOST_MICROS);
        assertThat(read.micros()[1]).isEqualTo(-UsageBlock.MOST_MICROS);
        assertThat(read.events()[31]).isEqualTo(4_000_000_000_000L);
        assertThat(read.micros()[31]).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {UsageBlock.MOST_MICROS - 1, Long.MAX_VALUE})
    void a_day_has_a_most(long quantity) {
        var block = new UsageBlock();
        block.add(1, 0, 1, quantity);
        block.add(1, 0, 1, quantity);
        block.add(2, 0, 1, -quantity);
        block.add(2, 0, 1, -quantity);

        UsageBlock read = UsageBlock.decode(block.encode());

        assertThat(feature(read, 1).micros()[0]).isEqualTo(UsageBlock.MOST_MICROS);
        assertThat(feature(read, 1).events()[0]).isEqualTo(2);
        assertThat(feature(read, 2).micros()[0]).isEqualTo(-UsageBlock.MOST_MICROS);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void is_the_same_in_whatever_order_events_arrive(int seed) {
        var random = new Random(seed);
        List<Consumer<UsageBlock>> events = events(random, 200);
        byte[] inOrder = blockOf(events).encode();

        Collections.shuffle(events, random);

        assertThat(blockOf(events).encode()).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23})
    void is_the_same_in_however_many_parts_events_arrive(int seed) {
        var random = new Random(seed);
        List<Consumer<UsageBlock>> events = events(random, 200);
        byte[] whole = blockOf(events).encode();
        int cut = random.nextInt(events.size());
        UsageBlock late = blockOf(events.subList(0, cut));
        UsageBlock early = blockOf(events.subList(cut, events.size()));

        early.add(UsageBlock.decode(late.encode()));

        assertThat(early.encode()).isEqualTo(whole);
    }

    @Test
    void refuses_bytes_of_another_version() {
        assertThatThrownBy(() -> UsageBlock.decode(new byte[] {9, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version");
    }

    private static UsageBlock.FeatureDays feature(UsageBlock block, int feature) {
        return Objects.requireNonNull(block.features().get(feature));
    }

    private static List<Consumer<UsageBlock>> events(Random random, int count) {
        var events = new ArrayList<Consumer<UsageBlock>>();
        for (int i = 0; i < count; i++) {
            int feature = 1 + random.nextInt(6) * random.nextInt(50_000);
            int place = random.nextInt(UsageBlock.DAYS);
            long micros = random.nextBoolean() ? Event.MICROS : random.nextLong(-10 * Event.MICROS, 10 * Event.MICROS);
            long user = random.nextLong(1L << 40);
            events.add(block -> {
                block.add(feature, place, 1, micros);
                block.seen(user, place);
            });
        }
        return events;
    }

    private static UsageBlock blockOf(List<Consumer<UsageBlock>> events) {
        var block = new UsageBlock();
        events.forEach(event -> event.accept(block));
        return block;
    }
}
