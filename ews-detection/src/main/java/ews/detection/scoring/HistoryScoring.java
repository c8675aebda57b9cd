package ews.detection.scoring;

import ews.detection.override.Overrides;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.score.BandOverride;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Scores the past days of accounts again whose facts arrived late: each day with the profile version of that day, all
 * days of an account from facts that are read once.
 */
@Component
class HistoryScoring {

    /** Of all accounts of a transaction together; it holds back live runs of its shard for so long. */
    private static final int MOST_DAYS = 2_500;

    /** An event of long ago must not cost a row for each day since; ten years are enough to look back. */
    static final int LONGEST_YEARS = 10;

    private final CurrentDefinitions currentDefinitions;
    private final PeerKeeping peers;
    private final Facts facts;
    private final Ledger ledger;
    private final Overrides overrides;
    private final HistoryDue due;
    private final Shards shards;
    private final TransactionOperations transactions;
    private final ScoringMeters meters;
    private final ScoringDay day;

    HistoryScoring(
            CurrentDefinitions currentDefinitions,
            PeerKeeping peers,
            Facts facts,
            Ledger ledger,
            Overrides overrides,
            HistoryDue due,
            Shards shards,
            TransactionOperations transactions,
            ScoringMeters meters,
            ScoringDay day) {
        this.currentDefinitions = currentDefinitions;
        this.peers = peers;
        this.facts = facts;
        this.ledger = ledger;
        this.overrides = overrides;
        this.due = due;
        this.shards = shards;
        this.transactions = transactions;
        this.meters = meters;
        this.day = day;
    }

    /** Goes once through the shards with accounts that are due and that nobody else is at work on. */
    int runOnce() {
        peers.ensurePast(false);
        return due.shards(false).stream().mapToInt(shard -> run(shard, false)).sum();
    }

    /** Goes once through all shards, waiting for others, with those that are not due yet too. */
    int runOnceWaiting() {
        peers.ensurePast(true);
        return due.shards(true).stream().mapToInt(shard -> run(shard, true)).sum();
    }

    private int run(int shard, boolean waiting) {
        return meters.time(ScoringMeters.Kind.HISTORY, () -> {
            Integer taken = transactions.execute(_ -> runInTransaction(shard, waiting));
            return taken == null ? 0 : taken;
        });
    }

    private int runInTransaction(int shard, boolean waiting) {
        if (waiting) {
            shards.lock(shard);
        } else if (!shards.tryLock(shard)) {
            return 0;
        }
        Map<AccountId, LocalDate> fromDays = due.take(shard, waiting, MOST_DAYS);
        if (!fromDays.isEmpty()) {
            score(fromDays);
        }
        return fromDays.size();
    }

    private void score(Map<AccountId, LocalDate> fromDays) {
        Definitions definitions = currentDefinitions.read();
        LocalDate yesterday = day.today().minusDays(1);
        LocalDate limit = yesterday.minusYears(LONGEST_YEARS);
        LocalDate first = Collections.min(fromDays.values());
        LocalDate firstRead = Days.endingWith(first.isBefore(limit) ? limit : first, definitions.usageDays())
                .first();
        var past = new TreeMap<AccountId, Days>();
        Collection<AccountFacts> accounts =
                facts.of(fromDays.keySet(), new Days(firstRead, yesterday)).values();
        for (AccountFacts account : accounts) {
            LocalDate from = Collections.max(
                    List.of(fromDays.getOrDefault(account.account(), yesterday), account.firstSeen(), limit));
            if (!from.isAfter(yesterday)) {
                past.put(account.account(), new Days(from, yesterday));
            }
        }
        Map<AccountId, Context> contexts = contexts(past);
        Definitions comparing = currentDefinitions.comparing(definitions, daysOf(past.values()));
        var assessments = new ArrayList<Assessment>();
        for (AccountFacts account : accounts) {
            Days over = past.get(account.account());
            if (over != null) {
                Context context = contexts.getOrDefault(account.account(), Context.NONE);
                assessments.addAll(assess(account, over, context, comparing));
            }
        }
        ledger.rewrite(past, assessments);
    }

    private static List<LocalDate> daysOf(Collection<Days> past) {
        return past.stream()
                .flatMap(over -> over.first().datesUntil(over.last().plusDays(1)))
                .distinct()
                .toList();
    }

    /** What the first of the days depends on. */
    private Map<AccountId, Context> contexts(Map<AccountId, Days> past) {
        var firstDays = new HashMap<AccountId, LocalDate>();
        past.forEach((account, over) -> firstDays.put(account, over.first()));
        Map<AccountId, StoredScore> dayBefore = ledger.dayBefore(firstDays, ledger.latest(past.keySet()));
        Map<AccountId, List<BandOverride>> decided = overrides.of(past.keySet());
        var contexts = new HashMap<AccountId, Context>();
        past.keySet()
                .forEach(account -> contexts.put(
                        account, new Context(dayBefore.get(account), decided.getOrDefault(account, List.of()))));
        return contexts;
    }

    /** One day after the other, since each one's band depends on the one before. */
    private static List<Assessment> assess(AccountFacts account, Days over, Context first, Definitions definitions) {
        var assessments = new ArrayList<Assessment>();
        Context context = first;
        for (LocalDate day = over.first(); !day.isAfter(over.last()); day = day.plusDays(1)) {
            if (Definitions.lastDay(account, day).equals(day)) {
                Assessment assessment = definitions.assess(account, day, context);
                assessments.add(assessment);
                context = context.after(StoredScore.of(assessment));
            }
        }
        return assessments;
    }
}
