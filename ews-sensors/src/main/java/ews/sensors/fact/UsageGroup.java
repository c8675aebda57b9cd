package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.fact.UsageAddition;
import ews.domain.fact.UsageBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The usage of one transaction that goes into one block.
 *
 * @param entries in time
 */
record UsageGroup(List<Entry> entries) implements BlockUsage {

    private static final Comparator<Entry> BY_ACCOUNT_AND_BLOCK = (a, b) -> {
        int order = Long.compare(a.account.id, b.account.id);
        return order != 0 ? order : Integer.compare(a.block, b.block);
    };

    /**
     * By account and block.
     *
     * @param counted in time
     */
    static List<UsageGroup> of(List<Entry> counted) {
        Entry[] usage =
                counted.stream().filter(it -> it.event instanceof Event.Usage).toArray(Entry[]::new);
        List<Entry> all = inOrder(usage);
        var groups = new ArrayList<UsageGroup>();
        int from = 0;
        for (int to = 1; to <= all.size(); to++) {
            if (to == all.size() || !isInOneBlock(all.get(from), all.get(to))) {
                groups.add(new UsageGroup(all.subList(from, to)));
                from = to;
            }
        }
        return groups;
    }

    /**
     * First by numbers alone, which takes a fraction of the time. After that the events of an account are in the order in
     * which they came, which is nearly always that of its blocks, and there is hardly anything left to do.
     */
    private static List<Entry> inOrder(Entry[] inTime) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(inTime.length);
        long[] places = new long[inTime.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = inTime[i].account.id << bits | i;
        }
        Arrays.sort(places);
        var sorted = new Entry[places.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = inTime[(int) (places[i] & (1L << bits) - 1)];
        }
        Arrays.sort(sorted, BY_ACCOUNT_AND_BLOCK);
        return Arrays.asList(sorted);
    }

    private static boolean isInOneBlock(Entry one, Entry other) {
        return one.account == other.account && one.block == other.block;
    }

    Entry earliest() {
        return entries.getFirst();
    }

    @Override
    public long account() {
        return earliest().account.id;
    }

    @Override
    public int block() {
        return earliest().block;
    }

    @Override
    public void addTo(UsageAddition addition) {
        for (Entry entry : entries) {
            int place = placeOf(entry);
            addition.used(featureOf(entry), place, microsOf(entry));
            if (entry.user != null) {
                addition.seen(entry.user.id, place);
            }
        }
    }

    /** Of its day in the block. */
    static int placeOf(Entry entry) {
        return Math.floorMod(entry.day, UsageBlock.DAYS);
    }

    static int featureOf(Entry entry) {
        return Objects.requireNonNull(entry.feature).id;
    }

    static long microsOf(Entry entry) {
        return ((Event.Usage) entry.event).micros();
    }
}
