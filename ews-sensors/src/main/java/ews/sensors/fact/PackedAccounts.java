package ews.sensors.fact;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of very many accounts in few bytes each, in large arrays, with which the garbage collector has no work.
 * Bounded: what was written down first is forgotten first.
 */
final class PackedAccounts {

    private static final int LARGEST_SLAB = 256 << 10;
    private static final int SLABS = 8;

    /** Places are multiples of it, so that they need fewer bits. */
    private static final int UNIT = 8;

    /** Bytes that a processor fetches at once, and how often for as much as most accounts take. */
    private static final int LINE = 64;

    private static final int LINES = 3;

    private final int slabSize;
    private final int mostSlabs;
    private final List<ByteBuffer> slabs = new ArrayList<>();
    private final Places places = new Places();
    private int current = -1;
    /** Kept, so that Java cannot do without fetching. */
    private int fetched;

    /** @param capacity in bytes, besides some twenty for each account */
    PackedAccounts(long capacity) {
        slabSize = (int) Math.min(LARGEST_SLAB, capacity / SLABS) / UNIT * UNIT;
        mostSlabs = slabSize == 0 ? 0 : Math.toIntExact(capacity / slabSize);
    }

    /** Instead of what was known of it before. What is too much for it is forgotten. */
    void put(AccountRef account) {
        forget(account.key);
        long most = PackedAccount.most(account);
        if (most > slabSize) {
            return;
        }
        int hash = places.hash(account.key);
        ByteBuffer slab = slabWithRoom((int) most);
        int start = slab.position();
        PackedAccount.put(slab, account, hash);
        slab.position(roundedUp(slab.position()));
        places.add(hash, placeOf(current, start));
    }

    private ByteBuffer slabWithRoom(int bytes) {
        if (current < 0 || slabs.get(current).remaining() < bytes) {
            if (slabs.size() < mostSlabs) {
                slabs.add(ByteBuffer.allocate(slabSize));
                current = slabs.size() - 1;
            } else {
                current = (current + 1) % mostSlabs;
                clear(current);
            }
        }
        return slabs.get(current);
    }

    private void clear(int number) {
        ByteBuffer slab = slabs.get(number);
        for (int at = 0; at < slab.position(); ) {
            PackedAccount account = PackedAccount.at(slab, at);
            places.remove(account.hash(), placeOf(number, at));
            at = roundedUp(at + account.length());
        }
        slab.clear();
    }

    /**
     * Recalls what is known of them. Some hundred at once, at best: what is known of each lies elsewhere in slow memory, and
     * the processor fetches several at the same time where one look does not wait for another.
     */
    void recall(List<AccountRef> accounts) {
        int[] found = new int[accounts.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = places.hash(accounts.get(i).key);
        }
        places.replaceByLikely(found);
        for (int place : found) {
            fetched += place == Places.NONE ? 0 : fetch(place);
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] != Places.NONE) {
                recall(accounts.get(i), at(found[i]));
            }
        }
    }

    private int fetch(int place) {
        int units = slabSize / UNIT;
        byte[] slab = slabs.get(place / units).array();
        int at = place % units * UNIT;
        int end = Math.min(at + LINES * LINE, slab.length);
        int sum = 0;
        for (int next = at; next < end; next += LINE) {
            sum += slab[next];
        }
        return sum;
    }

    private void recall(AccountRef account, PackedAccount likely) {
        if (likely.isOf(account.key)) {
            account.recall(likely);
            return;
        }
        int place = place(account.key);
        if (place != Places.NONE) {
            account.recall(at(place));
        }
    }

    void forget(String key) {
        int place = place(key);
        if (place != Places.NONE) {
            places.remove(at(place).hash(), place);
        }
    }

    private int place(String key) {
        return places.find(places.hash(key), place -> at(place).isOf(key));
    }

    private PackedAccount at(int place) {
        int units = slabSize / UNIT;
        return PackedAccount.at(slabs.get(place / units), place % units * UNIT);
    }

    private int placeOf(int slab, int at) {
        return Math.toIntExact((long) slab * (slabSize / UNIT) + at / UNIT);
    }

    private int roundedUp(int position) {
        return (position + UNIT - 1) / UNIT * UNIT;
    }
}
