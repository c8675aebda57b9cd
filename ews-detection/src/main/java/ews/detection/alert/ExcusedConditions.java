package ews.detection.alert;

import ews.detection.alert.Standings.Key;
import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Conditions that held already when their rule was switched on, and raise nothing until they have been gone once. */
@Component
public class ExcusedConditions {

    private final PendingConditions pending;
    private final OrganisationDays days;

    ExcusedConditions(PendingConditions pending, OrganisationDays days) {
        this.pending = pending;
        this.days = days;
    }

    public void excuse(int rule, Collection<AccountId> accounts) {
        pending.add(accounts.stream().map(it -> new Key(it, rule)).toList(), days.today(), true);
    }

    /** Forgets those of a rule, and those that wait for its dwell time. */
    public void none(int rule) {
        pending.removeOf(rule);
    }
}
