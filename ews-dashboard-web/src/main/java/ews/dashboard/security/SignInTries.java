package ews.dashboard.security;

import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts tries to sign in: at most 10 wrong ones in 15 minutes for one account from one network address, and 100 from
 * one network address whatever the account. Kept in memory, so each instance counts for itself.
 */
@Component
class SignInTries {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);
    /** Far above what honest members cause; from then on what is over is forgotten first. */
    private static final int MOST_KEPT = 20_000;
    /** What cannot be anybody's address is counted together, so that it takes no memory. */
    private static final String NOBODY = "";

    private final Map<Key, Count> counts = new ConcurrentHashMap<>();
    private final OrganisationDays days;

    SignInTries(OrganisationDays days) {
        this.days = days;
    }

    /** @param account {@code null} for all accounts together */
    private record Key(String address, @Nullable String account) {}

    private record Count(Instant since, int tries) {

        boolean over(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }

        Count another(Instant now) {
            return over(now) ? new Count(now, 1) : new Count(since, tries + 1);
        }
    }

    /** Counts a try before its password is looked at, so that many at the same time do not all slip through. */
    boolean begin(String account, String address) {
        Instant now = days.now();
        if (counts.size() > MOST_KEPT) {
            counts.values().removeIf(it -> it.over(now));
        }
        return count(key(account, address), now) <= PER_ACCOUNT & count(all(address), now) <= PER_ADDRESS;
    }

    /** The password was right, so the tries before do not count any more, and this one does not count for others. */
    void succeeded(String account, String address) {
        counts.remove(key(account, address));
        counts.computeIfPresent(all(address), (_, before) -> new Count(before.since, before.tries - 1));
    }

    /** For tests, which all come from one address. */
    void forgetAll() {
        counts.clear();
    }

    private int count(Key key, Instant now) {
        return counts.merge(key, new Count(now, 1), (before, _) -> before.another(now))
                .tries();
    }

    private static Key key(String account, String address) {
        boolean possible = People.problemWithEmail(account).isEmpty();
        return new Key(address, possible ? account.strip().toLowerCase(Locale.ROOT) : NOBODY);
    }

    private static Key all(String address) {
        return new Key(address, null);
    }
}
