package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.segment.Condition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What conditions of plays are judged by: facts of accounts, read together where it is known what will be asked. */
final class FactsAtHand {

    private final Facts facts;
    private final LocalDate today;
    private final int usageDays;
    private final Map<AccountId, AccountFacts> read;

    private FactsAtHand(Facts facts, LocalDate today, int usageDays, Map<AccountId, AccountFacts> read) {
        this.facts = facts;
        this.today = today;
        this.usageDays = usageDays;
        this.read = read;
    }

    /** Nothing is read before it is asked for. */
    static FactsAtHand none(Facts facts, LocalDate today) {
        return new FactsAtHand(facts, today, 0, Map.of());
    }

    /** @param usageDays how many days of usage will be asked for */
    static FactsAtHand of(Facts facts, LocalDate today, Collection<AccountId> accounts, int usageDays) {
        return new FactsAtHand(facts, today, usageDays, facts.of(accounts, usage(today, usageDays)));
    }

    boolean hold(Condition condition, AccountId account) {
        AccountFacts known = read.get(account);
        return condition.holds(
                known != null && condition.usageDays() <= usageDays
                        ? known
                        : facts.of(account, usage(today, condition.usageDays())),
                today);
    }

    private static Days usage(LocalDate today, int days) {
        return Days.endingWith(today, Math.max(1, days));
    }
}
