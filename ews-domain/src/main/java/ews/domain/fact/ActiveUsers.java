package ews.domain.fact;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which users were active on which days of consecutive blocks. Users lie as they were stored, sorted within each block,
 * and are merged only over the blocks that a question is about.
 */
final class ActiveUsers {

    private static final int ALL_DAYS = -1;

    /** Of each block its users, ascending, with the days of each as bits. */
    private final LongPairs[] blocks;

    ActiveUsers(int blocks) {
        this.blocks = new LongPairs[blocks];
        Arrays.setAll(this.blocks, _ -> new LongPairs());
    }

    /** Users of a block must come in ascending order. */
    void add(int block, long user, int days) {
        blocks[block].add(user, days);
    }

    /** How many different users were active from one place to another, both included; places are days from the start. */
    int count(int from, int to) {
        int first = from / UsageBlock.DAYS;
        int last = Math.min(to / UsageBlock.DAYS, blocks.length - 1);
        int length = Math.max(0, last - first + 1);
        int[] at = new int[length];
        int[] wanted = new int[length];
        for (int i = 0; i < length; i++) {
            wanted[i] = days(first + i, from, to);
            at[i] = next(blocks[first + i], 0, wanted[i]);
        }
        int count = 0;
        for (long user = lowest(first, at); user != Long.MAX_VALUE; user = lowest(first, at)) {
            count++;
            for (int i = 0; i < length; i++) {
                LongPairs block = blocks[first + i];
                if (at[i] < block.size() && block.key(at[i]) == user) {
                    at[i] = next(block, at[i] + 1, wanted[i]);
                }
            }
        }
        return count;
    }

    /** Adds the users of each day to {@code counts}, whose first day is at place {@code from}, before the start or not. */
    void addDaily(long[] counts, long from) {
        for (int number = 0; number < blocks.length; number++) {
            LongPairs block = blocks[number];
            long start = (long) number * UsageBlock.DAYS - from;
            for (int i = 0; i < block.size() && start < counts.length; i++) {
                for (int days = (int) block.value(i); days != 0; days &= days - 1) {
                    long at = start + Integer.numberOfTrailingZeros(days);
                    if (at >= 0 && at < counts.length) {
                        counts[(int) at]++;
                    }
                }
            }
        }
    }

    /** The place of the first user from {@code index} on with one of the days; the size if there is none. */
    private static int next(LongPairs block, int index, int wanted) {
        int next = index;
        while (next < block.size() && ((int) block.value(next) & wanted) == 0) {
            next++;
        }
        return next;
    }

    private long lowest(int first, int[] at) {
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < at.length; i++) {
            LongPairs block = blocks[first + i];
            if (at[i] < block.size()) {
                lowest = Math.min(lowest, block.key(at[i]));
            }
        }
        return lowest;
    }

    /** The bits of a block's days that lie between two places. */
    private static int days(int block, int from, int to) {
        int start = block * UsageBlock.DAYS;
        int days = ALL_DAYS;
        if (from > start) {
            days &= ALL_DAYS << (from - start);
        }
        if (to < start + UsageBlock.DAYS - 1) {
            days &= ALL_DAYS >>> (start + UsageBlock.DAYS - 1 - to);
        }
        return days;
    }

    /** The last active day of each user, up to and including a place. */
    Map<Long, LocalDate> last(Collection<Long> among, int to, LocalDate start) {
        var result = new TreeMap<Long, LocalDate>();
        for (int number = Math.min(to / UsageBlock.DAYS, blocks.length - 1); number >= 0; number--) {
            LongPairs block = blocks[number];
            int wanted = days(number, 0, to);
            for (long user : among) {
                int index = result.containsKey(user) ? -1 : block.indexOf(user);
                int days = index < 0 ? 0 : (int) block.value(index) & wanted;
                if (days != 0) {
                    int place = number * UsageBlock.DAYS + 31 - Integer.numberOfLeadingZeros(days);
                    result.put(user, start.plusDays(place));
                }
            }
        }
        return result;
    }
}
