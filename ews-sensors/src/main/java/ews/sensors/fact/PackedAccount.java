package ews.sensors.fact;

import ews.sensors.fact.AccountRef.Known;
import ews.sensors.fact.AccountRef.Teller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one account, as bytes that can be read where they lie. Fixed numbers of bytes, so that whatever is
 * looked for is found without reading what stands before it: length of all, hash and length of the account's key, how many
 * features, tellers and users, and the first day, four bytes each; the id, eight; then features and tellers, each a number and
 * a day; then users, each the hash of the key, the place where it ends among the keys, the day of the first usage, and the id;
 * then the keys of the account and of the users in UTF-8.
 */
final class PackedAccount implements Known {

    private static final int HASH = 4;
    private static final int KEY_LENGTH = 8;
    private static final int FEATURES = 12;
    private static final int TELLERS = 16;
    private static final int USERS = 20;
    private static final int FIRST_SEEN = 24;
    private static final int ID = 28;
    private static final int HEAD = 36;

    private static final int KEY_END = 4;
    private static final int FIRST_USED = 8;
    private static final int USER_ID = 12;
    private static final int USER = 20;

    private final ByteBuffer in;
    private final int at;

    private PackedAccount(ByteBuffer in, int at) {
        this.in = in;
        this.at = at;
    }

    /** What was {@linkplain #put written} there. Valid as long as it is not overwritten. */
    static PackedAccount at(ByteBuffer in, int place) {
        return new PackedAccount(in, place);
    }

    /** How many bytes {@link #put} writes, at most. */
    static long most(AccountRef account) {
        Known known = account.known();
        long users = known.users(account).stream()
                .mapToLong(it -> USER + mostBytes(it.key))
                .sum();
        long days = (long) DaysByNumber.BYTES
                * (known.firstUses().size() + known.tellers().size());
        return HEAD + days + users + mostBytes(account.key);
    }

    private static long mostBytes(String key) {
        return 3L * key.length();
    }

    static void put(ByteBuffer out, AccountRef account, int hash) {
        int start = out.position();
        Known known = account.known();
        byte[] key = bytes(account.key);
        List<UserRef> users = List.copyOf(known.users(account));
        List<byte[]> keys = users.stream().map(it -> bytes(it.key)).toList();
        out.putInt(0).putInt(hash).putInt(key.length);
        out.putInt(known.firstUses().size()).putInt(known.tellers().size()).putInt(users.size());
        out.putInt(account.firstSeen()).putLong(account.id);
        known.firstUses().putInto(out);
        known.tellers().putInto(out);
        int end = key.length;
        for (int i = 0; i < users.size(); i++) {
            UserRef user = users.get(i);
            end += keys.get(i).length;
            out.putInt(user.key.hashCode()).putInt(end).putInt(user.firstUsed).putLong(user.id);
        }
        out.put(key);
        keys.forEach(out::put);
        out.putInt(start, out.position() - start);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private int number(int field) {
        return in.getInt(at + field);
    }

    int length() {
        return number(0);
    }

    int hash() {
        return number(HASH);
    }

    boolean isOf(String key) {
        return isEqual(keys(), number(KEY_LENGTH), key);
    }

    long id() {
        return in.getLong(at + ID);
    }

    int firstSeen() {
        return number(FIRST_SEEN);
    }

    @Override
    public int weight() {
        return 1 + number(FEATURES) + number(TELLERS) + number(USERS);
    }

    @Override
    public int firstUse(int feature) {
        return DaysByNumber.in(in, at + HEAD, number(FEATURES), feature, AccountRef.NEVER);
    }

    @Override
    public DaysByNumber firstUses() {
        return DaysByNumber.from(in, at + HEAD, number(FEATURES));
    }

    @Override
    public int lastNoted(Teller teller) {
        return DaysByNumber.in(in, tellersAt(), number(TELLERS), teller.number(), AccountRef.NOT_YET);
    }

    @Override
    public DaysByNumber tellers() {
        return DaysByNumber.from(in, tellersAt(), number(TELLERS));
    }

    @Override
    public @Nullable UserRef user(AccountRef account, String key) {
        int hash = key.hashCode();
        int users = usersAt();
        int keys = keys();
        int begin = number(KEY_LENGTH);
        for (int user = users; user < keys; user += USER) {
            int end = in.getInt(user + KEY_END);
            if (in.getInt(user) == hash && isEqual(keys + begin, end - begin, key)) {
                return read(account, key, user);
            }
            begin = end;
        }
        return null;
    }

    @Override
    public List<UserRef> users(AccountRef account) {
        var all = new ArrayList<UserRef>();
        int begin = number(KEY_LENGTH);
        for (int user = usersAt(); user < keys(); user += USER) {
            int end = in.getInt(user + KEY_END);
            all.add(read(account, text(keys() + begin, end - begin), user));
            begin = end;
        }
        return all;
    }

    private UserRef read(AccountRef account, String key, int user) {
        var found = new UserRef(account, key);
        found.firstUsed = in.getInt(user + FIRST_USED);
        found.id = in.getLong(user + USER_ID);
        return found;
    }

    private int tellersAt() {
        return at + HEAD + number(FEATURES) * DaysByNumber.BYTES;
    }

    private int usersAt() {
        return tellersAt() + number(TELLERS) * DaysByNumber.BYTES;
    }

    private int keys() {
        return usersAt() + number(USERS) * USER;
    }

    /** Most keys are ASCII, and need no string made of them. */
    private boolean isEqual(int from, int length, String key) {
        if (length == key.length()) {
            for (int i = 0; i < length; i++) {
                byte next = in.get(from + i);
                if (next < 0) {
                    return text(from, length).equals(key);
                }
                if (next != key.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
        return length > key.length() && text(from, length).equals(key);
    }

    private String text(int from, int length) {
        return new String(in.array(), in.arrayOffset() + from, length, StandardCharsets.UTF_8);
    }
}
