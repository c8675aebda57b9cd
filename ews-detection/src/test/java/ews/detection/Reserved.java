package ews.detection;

import ews.domain.account.AccountId;
import ews.domain.source.Reservation;
import ews.domain.source.Reservations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Sources, as far as detection hears of them: what is reserved about an account stays so until it is lifted. */
@Component
public class Reserved implements Reservations {

    private final Map<AccountId, List<Reservation>> all = new ConcurrentHashMap<>();

    public void reserve(AccountId account, Reservation reservation) {
        all.put(account, List.of(reservation));
    }

    public void lift() {
        all.clear();
    }

    @Override
    public Map<AccountId, List<Reservation>> of(Collection<AccountId> accounts) {
        return Map.copyOf(all);
    }
}
