package ews.detection.scoring;

import ews.detection.override.Overrides;
import ews.detection.scoring.LatestScores.Latest;
import ews.detection.scoring.ScoringListener.Needs;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.score.BandChanged;
import ews.domain.score.BandOverride;
import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import ews.domain.segment.SegmentChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Scores accounts for today, stores the scores and tells whoever wants to know, all in the caller's transaction; the
 * caller holds the accounts' shards. Live and daily runs differ only in whom they choose.
 */
@Component
class TodayScoring {

    private final CurrentDefinitions currentDefinitions;
    private final Facts facts;
    private final Ledger ledger;
    private final Overrides overrides;
    private final HistoryDue historyDue;
    private final List<ScoringListener> listeners;
    private final ApplicationEventPublisher events;
    private final ScoringDay day;

    TodayScoring(
            CurrentDefinitions currentDefinitions,
            Facts facts,
            Ledger ledger,
            Overrides overrides,
            HistoryDue historyDue,
            List<ScoringListener> listeners,
            ApplicationEventPublisher events,
            ScoringDay day) {
        this.currentDefinitions = currentDefinitions;
        this.facts = facts;
        this.ledger = ledger;
        this.overrides = overrides;
        this.historyDue = historyDue;
        this.listeners = listeners;
        this.events = events;
        this.day = day;
    }

    /** Scores the accounts whose facts changed. */
    void scoreChanged(Map<AccountId, Changed> changed) {
        Round round = round(day.today());
        score(facts.of(changed.keySet(), round.usage(round.today)).values(), changed, round);
    }

    /** Scores all accounts in a range of ids that are not cancelled before today; returns their number. */
    int scoreAll(AccountId first, AccountId last, LocalDate today) {
        Round round = round(today);
        List<AccountFacts> alive = facts.between(first, last, round.usage(today)).values().stream()
                .filter(it -> Definitions.lastDay(it, today).equals(today))
                .toList();
        score(alive, Map.of(), round);
        return alive.size();
    }

    /** What all accounts of a transaction are scored by. */
    private record Round(LocalDate today, Definitions definitions, Needs needs) {

        Days usage(LocalDate lastDay) {
            return Days.endingWith(lastDay, Math.max(definitions.usageDays(), needs.usageDays()));
        }
    }

    private Round round(LocalDate today) {
        Needs needs = listeners.stream().map(ScoringListener::needs).reduce(Needs.NOTHING, Needs::and);
        return new Round(today, currentDefinitions.read(), needs);
    }

    private void score(Collection<AccountFacts> accounts, Map<AccountId, Changed> changed, Round round) {
        LocalDate today = round.today;
        Map<AccountId, Latest> latest =
                ledger.latest(accounts.stream().map(AccountFacts::account).toList());
        List<Assessment> assessments = assess(accounts, latest, round);
        Map<AccountId, HealthScore> before = ledger.enter(assessments, latest, round.definitions, today);
        historyDue.add(pastDays(assessments, changed, before, today));
        Map<AccountId, Map<LocalDate, Points>> past = past(assessments, round);
        var scored = new ArrayList<ScoredAccount>(assessments.size());
        for (Assessment it : assessments) {
            Changed change = changed.get(it.account());
            HealthScore previous = before.get(it.account());
            scored.add(new ScoredAccount(
                    it.facts(),
                    previous,
                    it.score(),
                    past.getOrDefault(it.account(), Map.of()),
                    it.segment(),
                    change == null ? null : change.receivedAt()));
            publish(it, previous);
            publishMove(it, latest.get(it.account()));
        }
        listeners.forEach(listener -> listener.scored(scored, today));
    }

    private Map<AccountId, Map<LocalDate, Points>> past(List<Assessment> assessments, Round round) {
        List<LocalDate> wanted =
                round.needs.scoresOf().stream().map(round.today::minusDays).toList();
        return wanted.isEmpty()
                ? Map.of()
                : ledger.points(assessments.stream().map(Assessment::account).toList(), wanted);
    }

    private List<Assessment> assess(Collection<AccountFacts> accounts, Map<AccountId, Latest> latest, Round round) {
        var lastDays = new HashMap<AccountId, LocalDate>();
        accounts.forEach(account -> lastDays.put(account.account(), Definitions.lastDay(account, round.today)));
        Definitions comparing = currentDefinitions.comparing(round.definitions, lastDays.values());
        Map<AccountId, StoredScore> dayBefore = ledger.dayBefore(lastDays, latest);
        Map<AccountId, List<BandOverride>> decided = overrides.of(lastDays.keySet());
        var assessments = new ArrayList<Assessment>(accounts.size());
        for (AccountFacts account : enough(accounts, lastDays, round)) {
            AccountId id = account.account();
            var context = new Context(dayBefore.get(id), decided.getOrDefault(id, List.of()));
            assessments.add(comparing.assess(account, lastDays.getOrDefault(id, round.today), context));
        }
        return assessments;
    }

    /** Accounts that have left are scored as of their last day, for which older usage is needed than for today. */
    private List<AccountFacts> enough(
            Collection<AccountFacts> accounts, Map<AccountId, LocalDate> lastDays, Round round) {
        var left = new HashMap<>(lastDays);
        left.values().removeIf(round.today::equals);
        if (left.isEmpty()) {
            return List.copyOf(accounts);
        }
        var enough = new ArrayList<>(accounts);
        enough.removeIf(account -> left.containsKey(account.account()));
        LocalDate first = round.usage(Collections.min(left.values())).first();
        enough.addAll(facts.of(left.keySet(), new Days(first, round.today)).values());
        return enough;
    }

    /** Days before today whose facts changed, or on which nobody was there to score. */
    private static Map<AccountId, LocalDate> pastDays(
            List<Assessment> assessments,
            Map<AccountId, Changed> changed,
            Map<AccountId, HealthScore> before,
            LocalDate today) {
        var fromDays = new HashMap<AccountId, LocalDate>();
        for (Assessment it : assessments) {
            Changed change = changed.get(it.account());
            if (change != null) {
                fromDays.merge(it.account(), change.fromDay(), TodayScoring::earlier);
            }
            HealthScore previous = before.get(it.account());
            if (previous != null && previous.asOf().isBefore(it.score().asOf())) {
                fromDays.merge(it.account(), previous.asOf().plusDays(1), TodayScoring::earlier);
            }
        }
        fromDays.values().removeIf(day -> !day.isBefore(today));
        return fromDays;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void publish(Assessment now, @Nullable HealthScore before) {
        if (before != null && before.band() != now.score().band()) {
            events.publishEvent(new BandChanged(
                    now.account(),
                    now.score().asOf(),
                    before.band(),
                    now.score().band()));
        }
    }

    private void publishMove(Assessment now, @Nullable Latest before) {
        if (before != null && before.score().segmentId() != now.segment().id()) {
            events.publishEvent(new SegmentChanged(
                    now.account(),
                    now.score().asOf(),
                    before.score().segmentId(),
                    now.segment().id()));
        }
    }
}
