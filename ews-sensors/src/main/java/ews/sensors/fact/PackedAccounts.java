package ews.sensors.fact;

import ews.domain.copy.VarInts;
import ews.domain.event.EventType;
import ews.sensors.fact.AccountRef.Teller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that this instance has not seen for a while, with what it knows of them in a tenth of the memory. Bounded: who was
 * not seen for longest is forgotten first.
 */
final class PackedAccounts {

    private static final EventType[] TYPES = EventType.values();

    /** Of an account with more users, uses and sources: to pack and unpack it would take longer than to ask the database. */
    private static final int TOO_HEAVY = 2_000;

    /** About what an entry of the map takes, with its key. */
    private static final int OVERHEAD = 160;

    private static final int NUMBER = 10;

    private final long capacity;
    private final LinkedHashMap<String, byte[]> accounts = new LinkedHashMap<>();
    private ByteBuffer buffer = ByteBuffer.allocate(4096);
    private long size;

    /** @param capacity in bytes */
    PackedAccounts(long capacity) {
        this.capacity = capacity;
    }

    void add(AccountRef account) {
        if (capacity == 0 || !account.isStored() || account.weight() > TOO_HEAVY) {
            return;
        }
        byte[] packed = pack(account);
        accounts.put(account.key, packed);
        size += sizeOf(packed);
        var eldest = accounts.values().iterator();
        while (size > capacity && eldest.hasNext()) {
            size -= sizeOf(eldest.next());
            eldest.remove();
        }
    }

    /**
     * Gives the account and forgets it.
     *
     * @param features by their ids; uses of those that it does not know are left out
     */
    @Nullable
    AccountRef take(String key, boolean sample, IntFunction<@Nullable FeatureRef> features) {
        byte[] packed = accounts.remove(key);
        if (packed == null) {
            return null;
        }
        size -= sizeOf(packed);
        return unpacked(ByteBuffer.wrap(packed), new AccountRef(key, sample), features);
    }

    void forget(String key) {
        byte[] packed = accounts.remove(key);
        size -= packed == null ? 0 : sizeOf(packed);
    }

    private static int sizeOf(byte[] packed) {
        return packed.length + OVERHEAD;
    }

    private byte[] pack(AccountRef account) {
        buffer.clear();
        put(account.id);
        put(account.firstSeen);
        put(account.users.size());
        for (UserRef user : account.users.values()) {
            byte[] key = user.key.getBytes(StandardCharsets.UTF_8);
            put(key.length);
            room(key.length).put(key);
            put(user.id);
            put(user.firstUsed);
        }
        put(account.firstUses.size());
        account.firstUses.forEach((feature, day) -> {
            put(feature.id);
            put(day);
        });
        put(account.tellers.size());
        account.tellers.forEach((teller, day) -> {
            put(teller.source());
            put(teller.type().ordinal());
            put(day);
        });
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** Days may be before 1970. */
    private void put(long number) {
        VarInts.put(room(NUMBER), VarInts.zigzag(number));
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer = ByteBuffer.allocate(2 * (buffer.capacity() + bytes)).put(buffer.flip());
        }
        return buffer;
    }

    private static AccountRef unpacked(ByteBuffer in, AccountRef account, IntFunction<@Nullable FeatureRef> features) {
        account.id = get(in);
        account.firstSeen = (int) get(in);
        for (long left = get(in); left > 0; left--) {
            byte[] key = new byte[(int) get(in)];
            in.get(key);
            var user = new UserRef(account, new String(key, StandardCharsets.UTF_8));
            user.id = get(in);
            user.firstUsed = (int) get(in);
            account.users.put(user.key, user);
        }
        for (long left = get(in); left > 0; left--) {
            FeatureRef feature = features.apply((int) get(in));
            int day = (int) get(in);
            if (feature != null) {
                account.firstUses.put(feature, day);
            }
        }
        for (long left = get(in); left > 0; left--) {
            account.tellers.put(new Teller((int) get(in), TYPES[(int) get(in)]), (int) get(in));
        }
        return account;
    }

    private static long get(ByteBuffer in) {
        return VarInts.unzigzag(VarInts.get(in));
    }
}
