package ews.bench;

import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.SubscriptionChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A decision of an account to stay or to leave, and the day two weeks before it.
 *
 * @param due the day of the renewal, or of the cancellation
 */
record Occasion(AccountFacts facts, LocalDate day, LocalDate due, boolean leaves) {

    private static final int AHEAD = 14;

    /** A cancellation is booked on the day of the renewal that it prevents, give or take. */
    private static final int BOOKED_WITHIN = 3;

    /** Of so many that stay on a day, one is looked at. */
    private static final int STAYING_FOR_EACH_LOOK = 20;

    /**
     * Each renewal that is known of. Where nobody reports any, each cancellation, and on the same day some of those who
     * stay, so that neither season nor growth tells them apart.
     */
    static List<Occasion> all(List<AccountFacts> accounts, LocalDate end) {
        var occasions = new ArrayList<Occasion>();
        for (AccountFacts account : accounts) {
            for (LocalDate renewal : renewals(account)) {
                if (!renewal.isAfter(end)) {
                    occasions.add(renewal(account, renewal));
                }
            }
        }
        if (occasions.isEmpty()) {
            accounts.forEach(it -> cancellations(it).forEach(due -> sameDay(it, due, accounts, occasions)));
        }
        return occasions.stream()
                .filter(it -> !it.day.isBefore(it.facts.firstSeen()) && !it.facts.isCancelled(it.day))
                .toList();
    }

    private static TreeSet<LocalDate> renewals(AccountFacts account) {
        var renewals = new TreeSet<LocalDate>();
        account.subscriptionChanges().stream()
                .map(SubscriptionChange::renewal)
                .filter(Objects::nonNull)
                .forEach(renewals::add);
        return renewals;
    }

    private static Occasion renewal(AccountFacts account, LocalDate due) {
        LocalDate day = due.minusDays(AHEAD);
        boolean leaves = cancellations(account).stream()
                .anyMatch(it -> it.isAfter(day) && !it.isAfter(due.plusDays(BOOKED_WITHIN)));
        return new Occasion(account, day, due, leaves);
    }

    private static void sameDay(
            AccountFacts leaving, LocalDate due, List<AccountFacts> accounts, List<Occasion> occasions) {
        LocalDate day = due.minusDays(AHEAD);
        occasions.add(new Occasion(leaving, day, due, true));
        for (AccountFacts account : accounts) {
            boolean drawn = Math.floorMod(account.account().value() + due.toEpochDay(), STAYING_FOR_EACH_LOOK) == 0;
            Occasion occasion = drawn ? renewal(account, due) : null;
            if (occasion != null && !occasion.leaves) {
                occasions.add(occasion);
            }
        }
    }

    private static List<LocalDate> cancellations(AccountFacts account) {
        return account.subscriptionChanges().stream()
                .filter(it -> it.status() == SubscriptionStatus.CANCELLED)
                .map(SubscriptionChange::day)
                .toList();
    }
}
