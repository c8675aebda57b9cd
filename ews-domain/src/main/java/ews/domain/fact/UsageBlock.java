package ews.domain.fact;

import ews.domain.copy.VarInts;
import ews.domain.event.Event;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * What one account did in 32 consecutive days, as it is stored: events and quantity per feature and day, and which
 * users were active on which days. Adding is commutative, so that the order in which events arrive leaves no trace.
 *
 * <p>Stored form (all numbers are variable-length unless said otherwise): version; number of features, then per feature
 * in ascending order its id as a difference to the one before, a 4-byte bit set of the days with events, and per such
 * day the number of events and the quantity's difference to that number (zigzag, millionths); number of users, then per
 * user in ascending order the id's difference and a 4-byte bit set of active days. Bit 0 is the block's first day.
 */
public final class UsageBlock {

    public static final int DAYS = 32;

    static final byte VERSION = 1;
    static final long ONE = Event.MICROS;

    /**
     * The most that the quantity of a feature can be on one day, either way: four million millions. What goes beyond stays
     * there, since one source that counts wrongly must not keep the events of others out.
     */
    static final long MOST_MICROS = 4_000_000_000_000L * ONE;

    /** The stored form of a block without usage. */
    static final byte[] EMPTY = {VERSION, 0, 0};

    private final TreeMap<Integer, FeatureDays> features = new TreeMap<>();
    private final TreeMap<Long, Integer> users = new TreeMap<>();

    /** Events and quantity (in millionths) of one feature, by day of the block. */
    record FeatureDays(long[] events, long[] micros) {
        FeatureDays() {
            this(new long[DAYS], new long[DAYS]);
        }
    }

    /** The number of the block that holds {@code day}. */
    public static int numberOf(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.toEpochDay(), DAYS));
    }

    /** The place of {@code day} in its block, 0 to 31. */
    public static int placeOf(LocalDate day) {
        return Math.toIntExact(Math.floorMod(day.toEpochDay(), DAYS));
    }

    public static LocalDate firstDayOf(int number) {
        return LocalDate.ofEpochDay((long) number * DAYS);
    }

    public void add(int feature, int place, long events, long micros) {
        FeatureDays days = features.computeIfAbsent(feature, _ -> new FeatureDays());
        days.events[place] = Math.addExact(days.events[place], events);
        days.micros[place] = sum(days.micros[place], micros);
    }

    /** Both in millionths, and neither beyond {@link #MOST_MICROS}. */
    static long sum(long micros, long more) {
        return Math.clamp(micros + Math.clamp(more, -MOST_MICROS, MOST_MICROS), -MOST_MICROS, MOST_MICROS);
    }

    public void seen(long user, int place) {
        users.merge(user, 1 << place, (a, b) -> a | b);
    }

    /** Adds everything that {@code other} holds; both are of the same account and number. */
    public void add(UsageBlock other) {
        other.features.forEach((feature, days) -> {
            for (int place = 0; place < DAYS; place++) {
                if (days.events[place] != 0) {
                    add(feature, place, days.events[place], days.micros[place]);
                }
            }
        });
        other.users.forEach((user, bits) -> users.merge(user, bits, (a, b) -> a | b));
    }

    /** The same with other ids of users; those of whom two become one were active when either was. */
    public UsageBlock withUsers(LongUnaryOperator ids) {
        var other = new UsageBlock();
        other.add(this);
        other.users.clear();
        users.forEach((user, bits) -> other.users.merge(ids.applyAsLong(user), bits, (a, b) -> a | b));
        return other;
    }

    /** What a stored block holds of the days before this place. */
    public static byte[] before(int place, byte[] encoded) {
        var kept = new UsageBlock();
        int days = (1 << place) - 1;
        read(encoded, new Sink() {
            @Override
            public void used(int feature, int day, long events, long micros) {
                if (day < place) {
                    kept.add(feature, day, events, micros);
                }
            }

            @Override
            public void seen(long user, int seen) {
                if ((seen & days) != 0) {
                    kept.users.put(user, seen & days);
                }
            }
        });
        return kept.encode();
    }

    Map<Integer, FeatureDays> features() {
        return features;
    }

    Map<Long, Integer> users() {
        return users;
    }

    public byte[] encode() {
        var out = ByteBuffer.allocate(size());
        out.put(VERSION);
        VarInts.put(out, features.size());
        int previousFeature = 0;
        for (var entry : features.entrySet()) {
            VarInts.put(out, entry.getKey() - previousFeature);
            previousFeature = entry.getKey();
            long[] events = entry.getValue().events;
            long[] micros = entry.getValue().micros;
            int bits = 0;
            for (int place = 0; place < DAYS; place++) {
                bits |= events[place] != 0 ? 1 << place : 0;
            }
            out.putInt(bits);
            for (int place = 0; place < DAYS; place++) {
                if (events[place] != 0) {
                    VarInts.put(out, events[place]);
                    VarInts.put(out, VarInts.zigzag(micros[place] - events[place] * ONE));
                }
            }
        }
        VarInts.put(out, users.size());
        long previousUser = 0;
        for (var entry : users.entrySet()) {
            VarInts.put(out, entry.getKey() - previousUser);
            previousUser = entry.getKey();
            out.putInt(entry.getValue());
        }
        byte[] encoded = new byte[out.position()];
        out.flip().get(encoded);
        return encoded;
    }

    /** Takes what a stored block holds: features first, then users, both in ascending order. */
    interface Sink {

        /** @param place of the day in the block */
        void used(int feature, int place, long events, long micros);

        /** @param days a bit for each day of the block */
        void seen(long user, int days);
    }

    /** @throws IllegalArgumentException if the bytes were not written by {@link #encode()} */
    public static UsageBlock decode(byte[] encoded) {
        var block = new UsageBlock();
        read(encoded, new Sink() {
            @Override
            public void used(int feature, int place, long events, long micros) {
                block.add(feature, place, events, micros);
            }

            @Override
            public void seen(long user, int days) {
                block.users.put(user, days);
            }
        });
        return block;
    }

    static void read(byte[] encoded, Sink sink) {
        var in = ByteBuffer.wrap(encoded);
        checkVersion(in.get());
        int feature = 0;
        for (long left = VarInts.get(in); left > 0; left--) {
            feature += (int) VarInts.get(in);
            for (int rest = in.getInt(); rest != 0; rest &= rest - 1) {
                long events = VarInts.get(in);
                sink.used(
                        feature,
                        Integer.numberOfTrailingZeros(rest),
                        events,
                        VarInts.unzigzag(VarInts.get(in)) + events * ONE);
            }
        }
        long user = 0;
        for (long left = VarInts.get(in); left > 0; left--) {
            user += VarInts.get(in);
            sink.seen(user, in.getInt());
        }
    }

    static void checkVersion(byte version) {
        if (version != VERSION) {
            throw new IllegalArgumentException("Unknown version of a usage block: " + version);
        }
    }

    /** An upper bound of the encoded length. */
    private int size() {
        return 1 + 10 + features.size() * (5 + 4 + DAYS * 20) + 10 + users.size() * (10 + 4);
    }
}
