package ews.sensors.fact;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a source has said of somebody, by whatever ids. Times are milliseconds. */
final class Person {

    /** From the first time on, and before the second. */
    record Stretch(long from, long until) {}

    static final Stretch ALWAYS = new Stretch(Long.MIN_VALUE, Long.MAX_VALUE);

    /** A person as a source calls it. */
    record Id(int source, String key) {}

    private final Id asked;
    private final Set<Id> ids = new HashSet<>();
    private final TreeMap<Long, String> accounts = new TreeMap<>();
    /** Of everybody whose address is at the same domain. */
    private final TreeMap<Long, String> colleagues = new TreeMap<>();

    private @Nullable String user;
    private boolean byItself;

    Person(Id asked) {
        this.asked = asked;
    }

    void isAlso(Id id) {
        ids.add(id);
    }

    void isUser(String key) {
        user = key;
    }

    /** @param said of which of their ids */
    void belongs(long when, String account, Id said) {
        accounts.put(when, account);
        byItself |= said.equals(asked);
    }

    /** Whether something was said of this very id, and not only of others of the same person. */
    boolean belongsByItself() {
        return byItself;
    }

    /** The stretch of time for which something else was true before it was said; empty if there is none. */
    Optional<Stretch> displacedBy(long when, String account) {
        var before = accounts.lowerEntry(when);
        var after = accounts.higherEntry(when);
        var otherwise = before == null ? after : before;
        if (otherwise == null || otherwise.getValue().equals(account)) {
            return Optional.empty();
        }
        return Optional.of(
                new Stretch(before == null ? Long.MIN_VALUE : when, after == null ? Long.MAX_VALUE : after.getKey()));
    }

    /** All accounts to which they ever belonged. */
    Set<String> accounts() {
        var all = new TreeSet<>(accounts.values());
        all.addAll(colleagues.values());
        return all;
    }

    void colleaguesBelong(long when, String account) {
        colleagues.put(when, account);
    }

    Collection<Id> ids() {
        return ids;
    }

    boolean isPlaced() {
        return !accounts.isEmpty() || !colleagues.isEmpty();
    }

    /**
     * The account that was said last before that time, or else first after it: of this very person, or else of all whose
     * address is at the same domain.
     */
    Optional<String> accountAt(long time) {
        TreeMap<Long, String> said = accounts.isEmpty() ? colleagues : accounts;
        var before = said.floorEntry(time);
        var found = before == null ? said.firstEntry() : before;
        return found == null ? Optional.empty() : Optional.of(found.getValue());
    }

    /** @param visitor whether the one who was asked for is a visitor of whom the source itself knows no more */
    @Nullable
    String user(boolean visitor) {
        return user != null ? user : visitor ? null : asked.key();
    }
}
