package ews.sensors.fact;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/** Finds the places of things by the hashes of their keys. A hash table with open addressing, in one array. */
final class Places {

    static final int NONE = -1;

    private static final long EMPTY = 0;
    private static final long REMOVED = 1;
    /** What is stored for a place is larger than the two above. */
    private static final int FIRST = 2;

    private static final int SMALLEST = 64;

    /** Whoever chooses keys does not know it, and so cannot choose many with the same hash. */
    private final long secret = ThreadLocalRandom.current().nextLong() | 1;

    /** A hash in the upper half, a place in the lower. */
    private long[] slots = new long[SMALLEST];

    private int held;
    private int notEmpty;

    int hash(String key) {
        long hash = key.length();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash + key.charAt(i)) * secret;
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /**
     * The first place of something with this hash that is the one.
     *
     * @return {@link #NONE} if there is none
     */
    int find(int hash, IntPredicate isTheOne) {
        for (int slot = first(hash); slots[slot] != EMPTY; slot = next(slot)) {
            if (isOf(slot, hash) && isTheOne.test(place(slot))) {
                return place(slot);
            }
        }
        return NONE;
    }

    /** Puts in the place of each hash that of the first thing that has it, or {@link #NONE}. */
    void replaceByLikely(int[] hashes) {
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = find(hashes[i], _ -> true);
        }
    }

    /** @param place not negative */
    void add(int hash, int place) {
        if (2 * notEmpty >= slots.length) {
            rehash();
        }
        int slot = first(hash);
        while (slots[slot] != EMPTY && slots[slot] != REMOVED) {
            slot = next(slot);
        }
        notEmpty += slots[slot] == EMPTY ? 1 : 0;
        slots[slot] = (long) hash << Integer.SIZE | Integer.toUnsignedLong(place + FIRST);
        held++;
    }

    /** If it is there. */
    void remove(int hash, int place) {
        for (int slot = first(hash); slots[slot] != EMPTY; slot = next(slot)) {
            if (isOf(slot, hash) && place(slot) == place) {
                slots[slot] = REMOVED;
                held--;
                return;
            }
        }
    }

    private void rehash() {
        long[] before = slots;
        slots = new long[Math.max(SMALLEST, 4 * Integer.highestOneBit(held + 1))];
        notEmpty = held;
        for (long slot : before) {
            if (slot != EMPTY && slot != REMOVED) {
                int free = first((int) (slot >>> Integer.SIZE));
                while (slots[free] != EMPTY) {
                    free = next(free);
                }
                slots[free] = slot;
            }
        }
    }

    private int first(int hash) {
        return hash & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private boolean isOf(int slot, int hash) {
        return slots[slot] != REMOVED && (int) (slots[slot] >>> Integer.SIZE) == hash;
    }

    private int place(int slot) {
        return (int) slots[slot] - FIRST;
    }
}
