package ews.domain.source;

import ews.domain.account.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells what of accounts cannot be relied on just now. Who knows the sources answers it. */
public interface Reservations {

    /** As things stand now; accounts without any are left out. Costs next to nothing while no source is silent or calm. */
    Map<AccountId, List<Reservation>> of(Collection<AccountId> accounts);
}
