package ews.sensors.fact;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a source has said of somebody, by whatever ids. Times are milliseconds. */
final class Person {

    /** A person as a source calls it. */
    record Id(int source, String key) {}

    private final Id asked;
    private final Set<Id> ids = new HashSet<>();
    private final TreeMap<Long, String> accounts = new TreeMap<>();
    /** Of everybody whose address is at the same domain. */
    private final TreeMap<Long, String> colleagues = new TreeMap<>();

    private @Nullable String user;

    Person(Id asked) {
        this.asked = asked;
    }

    void isAlso(Id id) {
        ids.add(id);
    }

    void isUser(String key) {
        user = key;
    }

    void belongs(long when, String account) {
        accounts.put(when, account);
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
