package ews.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.Event;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsageAdditionTest {

    private final UsageAddition addition = new UsageAddition();

    @Test
    void beginsABlock() {
        addition.used(7, 3, 2_500_000);
        addition.seen(40, 3);

        var block = new UsageBlock();
        block.add(7, 3, 1, 2_500_000);
        block.seen(40, 3);
        assertThat(addition.addedTo(null)).isEqualTo(block.encode());
    }

    @Test
    void leavesABlockAsItIsWithoutUsage() {
        assertThat(addition.addedTo(null)).isEqualTo(new UsageBlock().encode());
    }

    /** The block in memory is slow and simple, the addition to the bytes fast: they must agree to the last bit. */
    @Test
    void givesTheSameBytesAsTheBlockInMemory() {
        var random = new Random(20260301);
        for (int round = 0; round < 300; round++) {
            var block = new UsageBlock();
            byte[] stored = null;
            for (int step = 0; step < 6; step++) {
                addition.clear();
                for (int i = random.nextInt(60); i > 0; i--) {
                    int place = random.nextInt(UsageBlock.DAYS);
                    int feature = 1 + random.nextInt(random.nextBoolean() ? 5 : 100_000);
                    long micros = random.nextBoolean() ? Event.MICROS : quantity(random);
                    long user = 1 + random.nextLong(random.nextBoolean() ? 10 : 1L << 40);
                    addition.used(feature, place, micros);
                    addition.seen(user, place);
                    block.add(feature, place, 1, micros);
                    block.seen(user, place);
                }
                stored = addition.addedTo(stored);
                assertThat(stored).isEqualTo(block.encode());
            }
        }
    }

    /** Every now and then one that goes beyond what a day can hold. */
    private static long quantity(Random random) {
        long quantity = random.nextLong(-1L << 50, 1L << 50);
        return random.nextInt(10) == 0 ? quantity << 11 : quantity;
    }
}
