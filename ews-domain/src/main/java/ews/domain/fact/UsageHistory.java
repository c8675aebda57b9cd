package ews.domain.fact;

import ews.domain.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one account did, over the days that were read: totals, features and exact distinct users of any window. Days
 * outside the range that was read count as days without events, so read far enough back.
 */
public final class UsageHistory {

    private final long firstDay;
    private final int length;
    private final Map<Integer, byte[]> blocks;
    private final long[] events;
    private final ActiveUsers users;
    private final FeatureNames names;

    /** Days of features take most of the room and are seldom asked for, so they wait in their stored form until then. */
    private volatile @Nullable SortedMap<Integer, Use> features;

    /** Of one feature, by day. */
    private record Use(long[] events, long[] micros) {
        Use(int length) {
            this(new long[length], new long[length]);
        }
    }

    private UsageHistory(Map<Integer, byte[]> blocks, int first, int last, FeatureNames names) {
        this.blocks = blocks;
        this.firstDay = (long) first * UsageBlock.DAYS;
        this.length = (last - first + 1) * UsageBlock.DAYS;
        this.events = new long[length];
        this.users = new ActiveUsers(last - first + 1);
        this.names = names;
    }

    /** @param blocks the stored forms of {@link UsageBlock}s by their number, in any order */
    public static UsageHistory of(Map<Integer, byte[]> blocks, FeatureNames names) {
        if (blocks.isEmpty()) {
            return new UsageHistory(blocks, 0, -1, names);
        }
        int first = Collections.min(blocks.keySet());
        int last = Collections.max(blocks.keySet());
        var history = new UsageHistory(blocks, first, last, names);
        blocks.forEach((number, stored) -> UsageBlock.read(stored, history.new Totals(number - first)));
        return history;
    }

    private final class Totals implements UsageBlock.Sink {

        private final int block;

        Totals(int block) {
            this.block = block;
        }

        @Override
        public void used(int feature, int place, long count, long micros) {
            events[block * UsageBlock.DAYS + place] += count;
        }

        @Override
        public void seen(long user, int days) {
            users.add(block, user, days);
        }
    }

    private SortedMap<Integer, Use> features() {
        SortedMap<Integer, Use> read = features;
        if (read == null) {
            var reading = new TreeMap<Integer, Use>();
            blocks.forEach((number, stored) -> UsageBlock.read(stored, new Uses(number, reading)));
            features = reading;
            read = reading;
        }
        return read;
    }

    private final class Uses implements UsageBlock.Sink {

        private final int firstPlace;
        private final Map<Integer, Use> read;
        private int feature;
        private @Nullable Use use;

        Uses(int number, Map<Integer, Use> read) {
            this.firstPlace = (int) ((long) number * UsageBlock.DAYS - firstDay);
            this.read = read;
        }

        @Override
        public void used(int id, int place, long count, long micros) {
            if (use == null || id != feature) {
                feature = id;
                use = read.computeIfAbsent(id, _ -> new Use(length));
            }
            use.events[firstPlace + place] = count;
            use.micros[firstPlace + place] = micros;
        }

        @Override
        public void seen(long user, int days) {
            // counted already
        }
    }

    /** Usage events of all features. */
    public long events(Days over) {
        return sum(events, over);
    }

    /** @param feature its name, or how the names of some begin: {@link FeatureNames#isMeant} */
    public long events(String feature, Days over) {
        long sum = 0;
        for (Use use : uses(feature)) {
            sum += sum(use.events, over);
        }
        return sum;
    }

    /**
     * The sum of the quantities of a feature's events, exact up to nine thousand millions.
     *
     * @param feature its name, or how the names of some begin
     */
    public double quantity(String feature, Days over) {
        double sum = 0;
        for (Use use : uses(feature)) {
            for (int place = place(over.first()); place < end(over.last()); place++) {
                sum += use.micros[place];
            }
        }
        return sum / Event.MICROS;
    }

    private List<Use> uses(String feature) {
        var uses = new ArrayList<Use>();
        for (var entry : features().entrySet()) {
            if (FeatureNames.isMeant(feature, names.nameOf(entry.getKey()))) {
                uses.add(entry.getValue());
            }
        }
        return uses;
    }

    /** The names of the features that had events, most used first. */
    public List<String> features(Days over) {
        return features().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), sum(entry.getValue().events, over)))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(entry -> names.nameOf(entry.getKey()))
                .toList();
    }

    /** Exactly how many different users were active. */
    public int activeUsers(Days over) {
        return isBefore(over.last()) ? 0 : users.count(place(over.first()), place(over.last()));
    }

    /** The last day on which each user was active, up to and including {@code asOf}; users never active are left out. */
    public Map<Long, LocalDate> lastActive(Collection<Long> among, LocalDate asOf) {
        return isBefore(asOf) ? Map.of() : users.last(among, place(asOf), LocalDate.ofEpochDay(firstDay));
    }

    /** On how many days there was at least one event. */
    public int activeDays(Days over) {
        int days = 0;
        for (int place = place(over.first()); place < end(over.last()); place++) {
            days += events[place] > 0 ? 1 : 0;
        }
        return days;
    }

    /** The last day with an event, up to and including {@code asOf}. */
    public Optional<LocalDate> lastDay(LocalDate asOf) {
        for (int place = end(asOf) - 1; place >= 0; place--) {
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
        return daily(events, over);
    }

    /**
     * Events of a feature per day, oldest first.
     *
     * @param feature its name, or how the names of some begin
     */
    public long[] daily(String feature, Days over) {
        long[] result = new long[over.length()];
        for (Use use : uses(feature)) {
            long[] daily = daily(use.events, over);
            Arrays.setAll(result, place -> result[place] + daily[place]);
        }
        return result;
    }

    private long[] daily(long[] values, Days over) {
        long[] result = new long[over.length()];
        long before = over.first().toEpochDay() - firstDay;
        for (int i = 0; i < result.length; i++) {
            long place = before + i;
            result[i] = place >= 0 && place < length ? values[(int) place] : 0;
        }
        return result;
    }

    /** Different users per day, oldest first. */
    public long[] dailyActiveUsers(Days over) {
        long[] result = new long[over.length()];
        users.addDaily(result, over.first().toEpochDay() - firstDay);
        return result;
    }

    private long sum(long[] values, Days over) {
        long sum = 0;
        for (int place = place(over.first()); place < end(over.last()); place++) {
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

    /** The place after a day, or after the last that was read. */
    private int end(LocalDate last) {
        return isBefore(last) ? 0 : Math.min(place(last) + 1, length);
    }

    @Override
    public String toString() {
        return "UsageHistory[first=%s, events=%s]".formatted(LocalDate.ofEpochDay(firstDay), Arrays.toString(events));
    }
}
