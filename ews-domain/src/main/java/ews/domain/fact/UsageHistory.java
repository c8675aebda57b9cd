package ews.domain.fact;

import ews.domain.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What one account did, over the days that were read: totals, features and exact distinct users of any window. Days
 * outside the range that was read count as days without events, so read far enough back.
 */
public final class UsageHistory {

    private final long firstDay;
    private final int length;
    private final long[] events;
    private final TreeMap<Integer, long[]> featureEvents = new TreeMap<>();
    private final TreeMap<Integer, long[]> featureMicros = new TreeMap<>();
    private final List<UserDays> users = new ArrayList<>();
    private final FeatureNames names;

    private record UserDays(long user, BitSet days) {}

    private UsageHistory(long firstDay, int length, FeatureNames names) {
        this.firstDay = firstDay;
        this.length = length;
        this.events = new long[length];
        this.names = names;
    }

    /** @param blocks by their number, in any order */
    public static UsageHistory of(Map<Integer, UsageBlock> blocks, FeatureNames names) {
        if (blocks.isEmpty()) {
            return new UsageHistory(0, 0, names);
        }
        var sorted = new TreeMap<>(blocks);
        int first = sorted.firstKey();
        var history = new UsageHistory(
                (long) first * UsageBlock.DAYS, (sorted.lastKey() - first + 1) * UsageBlock.DAYS, names);
        var users = new TreeMap<Long, BitSet>();
        sorted.forEach((number, block) -> history.read(block, (number - first) * UsageBlock.DAYS, users));
        users.forEach((user, days) -> history.users.add(new UserDays(user, days)));
        return history;
    }

    private void read(UsageBlock block, int offset, Map<Long, BitSet> activeDays) {
        block.features().forEach((feature, days) -> {
            long[] counts = featureEvents.computeIfAbsent(feature, _ -> new long[length]);
            long[] micros = featureMicros.computeIfAbsent(feature, _ -> new long[length]);
            for (int place = 0; place < UsageBlock.DAYS; place++) {
                counts[offset + place] += days.events()[place];
                micros[offset + place] += days.micros()[place];
                events[offset + place] += days.events()[place];
            }
        });
        block.users().forEach((user, bits) -> {
            BitSet days = activeDays.computeIfAbsent(user, _ -> new BitSet(length));
            for (int rest = bits; rest != 0; rest &= rest - 1) {
                days.set(offset + Integer.numberOfTrailingZeros(rest));
            }
        });
    }

    /** Usage events of all features. */
    public long events(Days over) {
        return sum(events, over);
    }

    public long events(String feature, Days over) {
        OptionalInt id = names.idOf(feature);
        long[] counts = id.isPresent() ? featureEvents.get(id.getAsInt()) : null;
        return counts == null ? 0 : sum(counts, over);
    }

    /** The sum of the quantities of one feature's events. */
    public double quantity(String feature, Days over) {
        OptionalInt id = names.idOf(feature);
        long[] micros = id.isPresent() ? featureMicros.get(id.getAsInt()) : null;
        return micros == null ? 0 : sum(micros, over) / (double) Event.MICROS;
    }

    /** The names of the features that had events, most used first. */
    public List<String> features(Days over) {
        return featureEvents.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), sum(entry.getValue(), over)))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(entry -> names.nameOf(entry.getKey()))
                .toList();
    }

    /** Exactly how many different users were active. */
    public int activeUsers(Days over) {
        if (isBefore(over.last())) {
            return 0;
        }
        int from = place(over.first());
        int to = place(over.last());
        int active = 0;
        for (UserDays user : users) {
            int next = user.days.nextSetBit(from);
            active += next >= 0 && next <= to ? 1 : 0;
        }
        return active;
    }

    /** The last day on which each user was active, up to and including {@code asOf}; users never active are left out. */
    public Map<Long, LocalDate> lastActive(Collection<Long> among, LocalDate asOf) {
        var result = new TreeMap<Long, LocalDate>();
        if (isBefore(asOf)) {
            return result;
        }
        for (UserDays user : users) {
            int last = user.days.previousSetBit(place(asOf));
            if (last >= 0 && among.contains(user.user)) {
                result.put(user.user, LocalDate.ofEpochDay(firstDay + last));
            }
        }
        return result;
    }

    /** On how many days there was at least one event. */
    public int activeDays(Days over) {
        if (isBefore(over.last())) {
            return 0;
        }
        int days = 0;
        for (int place = place(over.first()); place <= Math.min(place(over.last()), length - 1); place++) {
            days += events[place] > 0 ? 1 : 0;
        }
        return days;
    }

    /** The last day with an event, up to and including {@code asOf}. */
    public Optional<LocalDate> lastDay(LocalDate asOf) {
        int last = isBefore(asOf) ? -1 : Math.min(place(asOf), length - 1);
        for (int place = last; place >= 0; place--) {
            if (events[place] > 0) {
                return Optional.of(LocalDate.ofEpochDay(firstDay + place));
            }
        }
        return Optional.empty();
    }

    /** Whether the days that were read hold any event up to and including {@code asOf}. */
    public boolean hasEvents(LocalDate asOf) {
        return lastDay(asOf).isPresent();
    }

    /** Events per day, oldest first. */
    public long[] daily(Days over) {
        long[] result = new long[over.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] =
                    sum(events, new Days(over.first().plusDays(i), over.first().plusDays(i)));
        }
        return result;
    }

    private long sum(long[] values, Days over) {
        if (isBefore(over.last())) {
            return 0;
        }
        int to = Math.min(place(over.last()), length - 1);
        long sum = 0;
        for (int place = place(over.first()); place <= to; place++) {
            sum += values[place];
        }
        return sum;
    }

    private boolean isBefore(LocalDate day) {
        return length == 0 || day.toEpochDay() < firstDay;
    }

    /** Clamped below, so that days before the range count as its start. */
    private int place(LocalDate day) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE - 1, day.toEpochDay() - firstDay));
    }

    @Override
    public String toString() {
        return "UsageHistory[first=%s, events=%s]".formatted(LocalDate.ofEpochDay(firstDay), Arrays.toString(events));
    }
}
