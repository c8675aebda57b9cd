package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.fact.UsageAddition;
import ews.domain.fact.UsageBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The usage of one transaction that goes into one block.
 *
 * @param entries in time
 */
record UsageGroup(List<Entry> entries) implements BlockUsage {

    /**
     * By account and block.
     *
     * @param counted in time
     */
    static List<UsageGroup> of(List<Entry> counted) {
        Entry[] usage =
                counted.stream().filter(it -> it.event instanceof Event.Usage).toArray(Entry[]::new);
        Arrays.sort(usage, (a, b) -> {
            int order = Long.compare(a.account.id, b.account.id);
            return order != 0 ? order : Integer.compare(a.block, b.block);
        });
        List<Entry> all = Arrays.asList(usage);
        var groups = new ArrayList<UsageGroup>();
        int from = 0;
        for (int to = 1; to <= usage.length; to++) {
            Entry first = usage[from];
            if (to == usage.length || usage[to].account != first.account || usage[to].block != first.block) {
                groups.add(new UsageGroup(all.subList(from, to)));
                from = to;
            }
        }
        return groups;
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
