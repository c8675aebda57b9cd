package ews.dashboard.security;

import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins: at most 10 in 15 minutes for one account from one network address, and 100 from one network
 * address whatever the account. Kept in memory, so each instance counts for itself.
 */
@Component
class SignInTries {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);
    /** Far above what honest members cause; from then on what is over is forgotten first. */
    private static final int MOST_KEPT = 20_000;

    private final Map<Key, Failures> failures = new ConcurrentHashMap<>();
    private final OrganisationDays days;

    SignInTries(OrganisationDays days) {
        this.days = days;
    }

    private record Key(String address, String account) {}

    private record Failures(Instant since, int count) {

        boolean over(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }

        Failures another(Instant now) {
            return over(now) ? new Failures(now, 1) : new Failures(since, count + 1);
        }
    }

    boolean allowed(String account, String address) {
        return count(key(account, address)) < PER_ACCOUNT && count(key("", address)) < PER_ADDRESS;
    }

    void failed(String account, String address) {
        Instant now = days.now();
        if (failures.size() > MOST_KEPT) {
            failures.values().removeIf(it -> it.over(now));
        }
        failures.merge(key(account, address), new Failures(now, 1), (before, _) -> before.another(now));
        failures.merge(key("", address), new Failures(now, 1), (before, _) -> before.another(now));
    }

    void succeeded(String account, String address) {
        failures.remove(key(account, address));
    }

    /** For tests, which all come from one address. */
    void forgetAll() {
        failures.clear();
    }

    private int count(Key key) {
        Failures found = failures.get(key);
        return found == null || found.over(days.now()) ? 0 : found.count();
    }

    private static Key key(String account, String address) {
        return new Key(address, account.strip().toLowerCase(Locale.ROOT));
    }
}
