package ews.sensors.fact;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of usage as this instance wrote them last, so that most need not be read before they are added to. Whether
 * one is still so, its version tells when it is written back. Bounded: what was not used for longest is forgotten first.
 * After a transaction that failed all must be {@linkplain #forget() forgotten}.
 */
final class KnownBlocks {

    /** About what an entry of a map takes besides. */
    private static final int OVERHEAD = 150;

    private final long capacity;
    private final LinkedHashMap<Key, Block> blocks = new LinkedHashMap<>(1024, 0.75f, true);
    private long size;

    record Key(long account, int block) {}

    /** @param version the 32 bits of the transaction that wrote the row last */
    record Block(byte[] data, int version) {}

    /** @param capacity in bytes */
    KnownBlocks(long capacity) {
        this.capacity = capacity;
    }

    static KnownBlocks none() {
        return new KnownBlocks(0);
    }

    @Nullable
    Block get(Key key) {
        return blocks.get(key);
    }

    void put(Key key, Block block) {
        Block before = blocks.put(key, block);
        size += sizeOf(block) - (before == null ? 0 : sizeOf(before));
        var eldest = blocks.values().iterator();
        while (size > capacity && eldest.hasNext()) {
            size -= sizeOf(eldest.next());
            eldest.remove();
        }
    }

    void forget() {
        blocks.clear();
        size = 0;
    }

    private static long sizeOf(Block block) {
        return block.data.length + OVERHEAD;
    }
}
