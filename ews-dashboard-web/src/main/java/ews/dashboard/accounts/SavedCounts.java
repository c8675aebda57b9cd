package ews.dashboard.accounts;

import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How many accounts saved filters show, for the sidebar of every page: counted once a minute at most, and all those of
 * the same owner's accounts in one pass.
 */
@Component
class SavedCounts {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Portfolio portfolio;
    private final OrganisationDays days;
    private final Map<AccountFilter, Counted> counts = new ConcurrentHashMap<>();

    SavedCounts(Portfolio portfolio, OrganisationDays days) {
        this.portfolio = portfolio;
        this.days = days;
    }

    private record Counted(Instant at, long accounts) {}

    /** Counts by view, of a minute ago at most. */
    Map<AccountFilter, Long> of(List<AccountFilter> views) {
        Instant now = days.now();
        Instant oldest = now.minus(FRESH);
        counts.values().removeIf(it -> it.at.isBefore(oldest));
        var result = new HashMap<AccountFilter, Long>();
        var missing = new ArrayList<AccountFilter>();
        for (AccountFilter view : views) {
            Counted counted = counts.get(view);
            if (counted == null) {
                missing.add(view);
            } else {
                result.put(view, counted.accounts);
            }
        }
        missing.stream()
                .distinct()
                .collect(Collectors.groupingBy(AccountFilter::owner))
                .forEach((owner, filters) -> {
                    List<Long> counted = portfolio.counts(owner, filters);
                    for (int i = 0; i < filters.size(); i++) {
                        counts.put(filters.get(i), new Counted(now, counted.get(i)));
                        result.put(filters.get(i), counted.get(i));
                    }
                });
        return result;
    }
}
