package ews.domain.fact;

import java.util.Arrays;

/** Pairs of a key and a value, without an object for each; to be sorted by key when all are there. */
final class LongPairs {

    /** Up to so many, moving them about is faster than anything clever. */
    private static final int FEW = 40;

    private long[] keys = new long[8];
    private long[] values = new long[8];
    private int size;

    void add(long key, long value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        keys[size] = key;
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    long value(int index) {
        return values[index];
    }

    /** Where a key is among sorted ones; negative if it is not there. */
    int indexOf(long key) {
        return Arrays.binarySearch(keys, 0, size, key);
    }

    void sort() {
        if (size <= FEW) {
            insertionSort();
            return;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
        long[] sortedKeys = new long[size];
        long[] sortedValues = new long[size];
        for (int i = 0; i < size; i++) {
            sortedKeys[i] = keys[order[i]];
            sortedValues[i] = values[order[i]];
        }
        keys = sortedKeys;
        values = sortedValues;
    }

    private void insertionSort() {
        for (int i = 1; i < size; i++) {
            long key = keys[i];
            long value = values[i];
            int j = i;
            for (; j > 0 && keys[j - 1] > key; j--) {
                keys[j] = keys[j - 1];
                values[j] = values[j - 1];
            }
            keys[j] = key;
            values[j] = value;
        }
    }
}
