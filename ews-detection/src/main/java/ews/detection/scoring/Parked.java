package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Accounts that could not be scored: they stay in the queue and are passed over for a minute, so that others go on. */
@Component
class Parked {

    private static final Duration FOR = Duration.ofMinutes(1);

    private final Map<AccountId, Instant> until = new ConcurrentHashMap<>();
    private final OrganisationDays days;

    Parked(OrganisationDays days) {
        this.days = days;
    }

    void park(AccountId account) {
        until.put(account, days.now().plus(FOR));
    }

    Set<AccountId> accounts() {
        Instant now = days.now();
        until.values().removeIf(end -> !end.isAfter(now));
        return Set.copyOf(until.keySet());
    }

    /** Whether it is the database that fails, and not the account. */
    static boolean isDatabaseDown(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof NonTransientDataAccessResourceException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransactionException;
    }
}
