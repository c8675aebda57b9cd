package ews.domain.fact;

import ews.domain.copy.VarInts;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Usage on its way into a stored {@link UsageBlock}. It is added to the stored bytes directly: features and users that
 * it does not touch are copied as they are, which is many times cheaper than decoding and encoding the whole block.
 * Can be {@linkplain #clear() cleared} and used again.
 */
public final class UsageAddition {

    /** Places of a block fit into so many bits. */
    private static final int PLACE_BITS = 5;

    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    private final LongPairs uses = new LongPairs();
    private final LongPairs users = new LongPairs();
    private final long[] events = new long[UsageBlock.DAYS];
    private final long[] micros = new long[UsageBlock.DAYS];
    private ByteBuffer featuresOut = ByteBuffer.allocate(4096);
    private ByteBuffer usersOut = ByteBuffer.allocate(4096);

    public void clear() {
        uses.clear();
        users.clear();
    }

    /** One event. */
    public void used(int feature, int place, long micros) {
        uses.add((long) feature << PLACE_BITS | place, micros);
    }

    public void seen(long user, int place) {
        users.add(user, 1L << place);
    }

    /**
     * The block with this addition, in the form of {@link UsageBlock#encode()}.
     *
     * @param stored {@code null} if there is no block yet
     */
    public byte[] addedTo(byte @Nullable [] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored == null ? UsageBlock.EMPTY : stored);
        UsageBlock.checkVersion(in.get());
        uses.sort();
        users.sort();
        featuresOut = roomy(featuresOut, in.capacity() + uses.size() * (5 + 4 + 20));
        usersOut = roomy(usersOut, in.capacity() + users.size() * (10 + 4));
        int featureCount = addFeatures(in);
        int userCount = addUsers(in);
        featuresOut.flip();
        usersOut.flip();
        var out = ByteBuffer.allocate(1 + 5 + featuresOut.limit() + 5 + usersOut.limit());
        out.put(UsageBlock.VERSION);
        VarInts.put(out, featureCount);
        out.put(featuresOut);
        VarInts.put(out, userCount);
        out.put(usersOut);
        return out.position() == out.capacity() ? out.array() : Arrays.copyOf(out.array(), out.position());
    }

    private int addFeatures(ByteBuffer in) {
        int count = 0;
        int next = 0;
        int read = 0;
        int written = 0;
        for (long left = VarInts.get(in); left > 0; left--) {
            read += (int) VarInts.get(in);
            while (next < uses.size() && feature(next) < read) {
                int added = feature(next);
                VarInts.put(featuresOut, added - written);
                written = added;
                next = putDays(next, 0);
                count++;
            }
            VarInts.put(featuresOut, read - written);
            written = read;
            if (next < uses.size() && feature(next) == read) {
                next = putDays(next, readDays(in));
            } else {
                copyDays(in);
            }
            count++;
        }
        while (next < uses.size()) {
            int added = feature(next);
            VarInts.put(featuresOut, added - written);
            written = added;
            next = putDays(next, 0);
            count++;
        }
        return count;
    }

    private int feature(int index) {
        return (int) (uses.key(index) >> PLACE_BITS);
    }

    /** Leaves the days of a stored feature in {@link #events} and {@link #micros}, and gives their bits. */
    private int readDays(ByteBuffer in) {
        int bits = in.getInt();
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            int place = Integer.numberOfTrailingZeros(rest);
            events[place] = VarInts.get(in);
            micros[place] = VarInts.unzigzag(VarInts.get(in)) + events[place] * UsageBlock.ONE;
        }
        return bits;
    }

    private void copyDays(ByteBuffer in) {
        int start = in.position();
        int bits = in.getInt();
        int position = in.position();
        byte[] bytes = in.array();
        for (int left = 2 * Integer.bitCount(bits); left > 0; position++) {
            left -= bytes[position] >= 0 ? 1 : 0;
        }
        featuresOut.put(bytes, start, position - start);
        in.position(position);
    }

    /** Adds the uses of one feature to the days in {@link #events}, writes these, and gives the index after it. */
    private int putDays(int from, int storedBits) {
        int bits = storedBits;
        int feature = feature(from);
        int next = from;
        for (; next < uses.size() && feature(next) == feature; next++) {
            int place = (int) uses.key(next) & PLACE_MASK;
            boolean first = (bits & 1 << place) == 0;
            events[place] = first ? 1 : Math.addExact(events[place], 1);
            micros[place] = first ? uses.value(next) : UsageBlock.sum(micros[place], uses.value(next));
            bits |= 1 << place;
        }
        featuresOut.putInt(bits);
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            int place = Integer.numberOfTrailingZeros(rest);
            VarInts.put(featuresOut, events[place]);
            VarInts.put(featuresOut, VarInts.zigzag(micros[place] - events[place] * UsageBlock.ONE));
        }
        return next;
    }

    private int addUsers(ByteBuffer in) {
        int count = 0;
        int next = 0;
        long read = 0;
        long written = 0;
        long left = VarInts.get(in);
        int bits = 0;
        boolean pending = false;
        while (left > 0 || pending || next < users.size()) {
            if (!pending && left > 0) {
                read += VarInts.get(in);
                bits = in.getInt();
                left--;
                pending = true;
            }
            long user = !pending ? users.key(next) : next < users.size() ? Math.min(read, users.key(next)) : read;
            int days = 0;
            if (pending && read == user) {
                days = bits;
                pending = false;
            }
            for (; next < users.size() && users.key(next) == user; next++) {
                days |= (int) users.value(next);
            }
            VarInts.put(usersOut, user - written);
            usersOut.putInt(days);
            written = user;
            count++;
        }
        return count;
    }

    /** The stored bytes grow by at most one byte a number that becomes longer, which doubling more than covers. */
    private static ByteBuffer roomy(ByteBuffer buffer, int size) {
        return buffer.capacity() >= 2 * size ? buffer.clear() : ByteBuffer.allocate(4 * size);
    }
}
