package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.fact.KnownBlocks.Block;
import ews.sensors.fact.KnownBlocks.Key;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownBlocksTest {

    private static final int SIZE = 1_000;

    @Test
    void theBlocksThatWereNotUsedForLongestAreForgottenFirst() {
        var blocks = new KnownBlocks(10 * SIZE);
        var used = new Key(1, 0);
        blocks.put(used, block(1));

        for (int account = 2; account <= 100; account++) {
            blocks.put(new Key(account, 0), block(account));
            assertThat(blocks.get(used)).isNotNull();
        }

        List<Integer> known = IntStream.rangeClosed(1, 100)
                .filter(it -> blocks.get(new Key(it, 0)) != null)
                .boxed()
                .toList();
        assertThat(known).contains(1, 100).doesNotContain(2, 50).hasSizeBetween(5, 9);
    }

    @Test
    void aBlockThatIsWrittenAgainTakesItsPlaceOnce() {
        var blocks = new KnownBlocks(10 * SIZE);
        blocks.put(new Key(1, 0), block(1));

        for (int version = 1; version <= 100; version++) {
            blocks.put(new Key(2, 0), block(version));
        }

        assertThat(blocks.get(new Key(1, 0))).isNotNull();
        assertThat(blocks.get(new Key(2, 0))).extracting(Block::version).isEqualTo(100);
    }

    @Test
    void nothingIsKnownAfterForgetting() {
        var blocks = new KnownBlocks(10 * SIZE);
        blocks.put(new Key(1, 0), block(1));

        blocks.forget();

        assertThat(blocks.get(new Key(1, 0))).isNull();
    }

    private static Block block(int version) {
        return new Block(new byte[SIZE], version);
    }
}
