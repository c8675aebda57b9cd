package ews.sensors.fact;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A day, since 1970, for each of some numbers. There are few, and they are asked for far more often than they change. */
final class DaysByNumber {

    /** What {@link #putInto} writes for each number. */
    static final int BYTES = 2 * Integer.BYTES;

    private int[] numbers = {};
    private int[] days = {};
    private int size;

    int size() {
        return size;
    }

    /** The day of this number, or {@code otherwise} if it has none. */
    int get(int number, int otherwise) {
        int place = Arrays.binarySearch(numbers, 0, size, number);
        return place < 0 ? otherwise : days[place];
    }

    void put(int number, int day) {
        int place = Arrays.binarySearch(numbers, 0, size, number);
        if (place < 0) {
            place = -place - 1;
            makeRoom(place);
            numbers[place] = number;
        }
        days[place] = day;
    }

    private void makeRoom(int place) {
        if (size == numbers.length) {
            int more = Math.max(4, size + (size >> 1));
            numbers = Arrays.copyOf(numbers, more);
            days = Arrays.copyOf(days, more);
        }
        System.arraycopy(numbers, place, numbers, place + 1, size - place);
        System.arraycopy(days, place, days, place + 1, size - place);
        size++;
    }

    void putInto(ByteBuffer out) {
        for (int i = 0; i < size; i++) {
            out.putInt(numbers[i]).putInt(days[i]);
        }
    }

    /** As {@link #get}, of {@code size} numbers that {@link #putInto} has written from this place on. */
    static int in(ByteBuffer in, int from, int size, int number, int otherwise) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = in.getInt(from + middle * BYTES);
            if (found == number) {
                return in.getInt(from + middle * BYTES + Integer.BYTES);
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return otherwise;
    }

    static DaysByNumber from(ByteBuffer in, int from, int size) {
        var all = new DaysByNumber();
        for (int i = 0; i < size; i++) {
            all.put(in.getInt(from + i * BYTES), in.getInt(from + i * BYTES + Integer.BYTES));
        }
        return all;
    }
}
