package ews.sensors.fact;

import ews.domain.copy.VarInts;
import ews.domain.event.Event;
import ews.domain.fact.UsageAddition;
import ews.domain.fact.UsageBlock;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The usage of one transaction in few bytes, as it waits for being added to its blocks.
 *
 * <p>All numbers are {@linkplain VarInts variable-length}. First the time that the latest part was received, in
 * milliseconds since 1970; then what goes into each block, by account and block: the account's id as a difference to the
 * one before, the day of the first event (since 1970) as a difference to the one before (zigzag), by how much earlier the
 * first part was received, {@link #ROUTINE} and {@link #IMPORTED} if it is that, and the length of the events in bytes;
 * then each event: the feature's id, the place of its day in the block, the quantity's difference to one (zigzag, millionths),
 * and the user's id or 0.
 */
final class UsagePack {

    private static final int ROUTINE = 1;
    private static final int IMPORTED = 2;

    /** The most that a group takes besides its events, and the most that an event takes. */
    private static final int HEAD = 10 + 5 + 10 + 1 + 5;

    private static final int EVENT = 5 + 1 + 10 + 10;

    private UsagePack() {}

    /** Makes packs, one after the other, in the same memory: that of a large transaction is more than is made anew lightly. */
    static final class Writer {

        private ByteBuffer out = ByteBuffer.allocate(0);
        private ByteBuffer events = ByteBuffer.allocate(0);

        /**
         * @param groups by account and block
         * @param imports the sources whose accounts wait for the end of an import before they are scored
         */
        byte[] pack(List<UsageGroup> groups, Set<Integer> imports) {
            int count = groups.stream().mapToInt(it -> it.entries().size()).sum();
            long latest = groups.stream()
                    .mapToLong(it -> it.earliest().received)
                    .max()
                    .orElse(0);
            out = roomy(out, 10 + groups.size() * HEAD + count * EVENT);
            VarInts.put(out, latest);
            long account = 0;
            int day = 0;
            for (UsageGroup group : groups) {
                events = roomy(events, group.entries().size() * EVENT);
                int flags = pack(group, imports);
                VarInts.put(out, group.account() - account);
                VarInts.put(out, VarInts.zigzag(group.earliest().day - day));
                VarInts.put(out, latest - group.earliest().received);
                out.put((byte) flags);
                VarInts.put(out, events.flip().limit());
                out.put(events);
                account = group.account();
                day = group.earliest().day;
            }
            return Arrays.copyOf(out.array(), out.position());
        }

        private int pack(UsageGroup group, Set<Integer> imports) {
            boolean routine = true;
            boolean imported = !imports.isEmpty();
            for (Entry entry : group.entries()) {
                routine = routine && entry.isRoutine();
                imported = imported && imports.contains(entry.source);
                VarInts.put(events, UsageGroup.featureOf(entry));
                VarInts.put(events, UsageGroup.placeOf(entry));
                VarInts.put(events, VarInts.zigzag(UsageGroup.microsOf(entry) - Event.MICROS));
                VarInts.put(events, entry.user == null ? 0 : entry.user.id);
            }
            return (routine ? ROUTINE : 0) | (imported ? IMPORTED : 0);
        }

        private static ByteBuffer roomy(ByteBuffer buffer, int size) {
            return buffer.capacity() >= size ? buffer.clear() : ByteBuffer.allocate(2 * size);
        }
    }

    /** Reads the groups of one pack, one after the other. */
    static final class Reader {

        private final ByteBuffer in;
        private final long latest;
        private long account;
        private int day;
        private long received;
        private int flags;
        /** Of the events in bytes. */
        private int length;

        private boolean over;

        /** Begins with the first, if there is any. */
        Reader(byte[] pack) {
            in = ByteBuffer.wrap(pack);
            latest = VarInts.get(in);
            next();
        }

        boolean isOver() {
            return over;
        }

        /** Goes to the next, if there is any. */
        void next() {
            in.position(in.position() + length);
            over = !in.hasRemaining();
            if (!over) {
                account += VarInts.get(in);
                day += (int) VarInts.unzigzag(VarInts.get(in));
                received = latest - VarInts.get(in);
                flags = in.get();
                length = (int) VarInts.get(in);
            }
        }

        long account() {
            return account;
        }

        int block() {
            return Math.floorDiv(day, UsageBlock.DAYS);
        }

        /** The wish of the account to be scored. */
        ScoringMark mark() {
            return new ScoringMark(account, day, received, (flags & ROUTINE) != 0, (flags & IMPORTED) != 0);
        }
    }

    /** Those that go into one block, of any number of packs, side by side. */
    static final class Events {

        private byte[] bytes = new byte[64];
        private int size;

        /** Those of the group that the reader is at. */
        void add(Reader reader) {
            if (bytes.length - size < reader.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + reader.length));
            }
            reader.in.get(reader.in.position(), bytes, size, reader.length);
            size += reader.length;
        }

        void addTo(UsageAddition addition) {
            ByteBuffer in = ByteBuffer.wrap(bytes, 0, size);
            while (in.hasRemaining()) {
                int feature = (int) VarInts.get(in);
                int place = (int) VarInts.get(in);
                addition.used(feature, place, VarInts.unzigzag(VarInts.get(in)) + Event.MICROS);
                long user = VarInts.get(in);
                if (user != 0) {
                    addition.seen(user, place);
                }
            }
        }
    }
}
