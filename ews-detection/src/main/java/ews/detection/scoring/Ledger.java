package ews.detection.scoring;

import ews.detection.scoring.LatestScores.Latest;
import ews.domain.account.AccountId;
import ews.domain.fact.Days;
import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the scores, and what lists show of them, in agreement. Whoever calls it holds the accounts' shards. */
@Component
class Ledger {

    private final Scores scores;
    private final LatestScores latestScores;

    Ledger(Scores scores, LatestScores latestScores) {
        this.scores = scores;
        this.latestScores = latestScores;
    }

    /** The latest scores so far. */
    Map<AccountId, Latest> latest(Collection<AccountId> accounts) {
        return latestScores.of(accounts);
    }

    Map<AccountId, Map<LocalDate, Points>> points(Collection<AccountId> accounts, Collection<LocalDate> days) {
        return scores.pointsOn(accounts, days);
    }

    /** The scores of the day before the ones that are asked for. */
    Map<AccountId, StoredScore> dayBefore(Map<AccountId, LocalDate> days, Map<AccountId, Latest> latest) {
        var found = new HashMap<AccountId, StoredScore>();
        var wanted = new HashMap<LocalDate, List<AccountId>>();
        days.forEach((account, day) -> {
            Latest known = latest.get(account);
            LocalDate before = day.minusDays(1);
            if (known != null && known.score().day().equals(before)) {
                found.put(account, known.score());
            } else if (known != null) {
                wanted.computeIfAbsent(before, _ -> new ArrayList<>()).add(account);
            }
        });
        wanted.forEach((day, accounts) -> scores.on(accounts, List.of(day))
                .forEach((account, byDay) ->
                        found.putAll(Map.of(account, byDay.values().iterator().next()))));
        return found;
    }

    /**
     * Stores the latest scores, and says which ones the accounts had before.
     *
     * @param before the latest scores so far
     */
    Map<AccountId, HealthScore> enter(
            Collection<Assessment> assessments,
            Map<AccountId, Latest> before,
            Definitions definitions,
            LocalDate today) {
        List<StoredScore> now = assessments.stream()
                .map(StoredScore::of)
                .filter(it -> !isKnown(it, before.get(it.account())))
                .toList();
        Map<Boolean, List<StoredScore>> byNewness =
                now.stream().collect(Collectors.partitioningBy(it -> isFirstOf(today, it, before.get(it.account()))));
        scores.add(byNewness.getOrDefault(true, List.of()));
        scores.put(byNewness.getOrDefault(false, List.of()));
        for (StoredScore score : now) {
            Latest previous = before.get(score.account());
            if (previous != null && previous.score().day().isAfter(score.day())) {
                scores.removeOthers(
                        score.account(),
                        new Days(score.day().plusDays(1), previous.score().day()),
                        Set.of());
            }
        }
        summarize(now, before);
        return scoresOf(before, definitions);
    }

    private static boolean isKnown(StoredScore score, @Nullable Latest latest) {
        return latest != null && latest.score().equals(score);
    }

    /** Past days may have been scored before, but nobody scores today without its becoming the latest. */
    private static boolean isFirstOf(LocalDate today, StoredScore score, @Nullable Latest latest) {
        return score.day().equals(today)
                && (latest == null || latest.score().day().isBefore(today));
    }

    /** Replaces the scores of past days of one account, and brings what lists show of them up to date. */
    void rewrite(Map<AccountId, Days> past, Collection<Assessment> assessments) {
        scores.put(assessments.stream().map(StoredScore::of).toList());
        Map<AccountId, List<LocalDate>> scored = assessments.stream()
                .collect(Collectors.groupingBy(
                        Assessment::account, Collectors.mapping(it -> it.score().asOf(), Collectors.toList())));
        past.forEach((account, over) -> {
            List<LocalDate> kept = scored.getOrDefault(account, List.of());
            if (kept.size() < over.length()) {
                scores.removeOthers(account, over, kept);
            }
        });
        List<StoredScore> latest = latestScores.of(past.keySet()).values().stream()
                .map(Latest::score)
                .toList();
        summarize(latest, Map.of());
    }

    /** @param known the latest rows so far, whose weeks are still right if they are of the same week */
    private void summarize(List<StoredScore> latest, Map<AccountId, Latest> known) {
        Map<LocalDate, List<StoredScore>> byDay = latest.stream().collect(Collectors.groupingBy(StoredScore::day));
        var summaries = new ArrayList<Summary>();
        byDay.forEach((day, scores) -> summaries.addAll(summaries(day, scores, known)));
        latestScores.put(summaries);
    }

    private List<Summary> summaries(LocalDate day, List<StoredScore> latest, Map<AccountId, Latest> known) {
        var weeksWanted = new HashSet<AccountId>();
        for (StoredScore score : latest) {
            Latest previous = known.get(score.account());
            if (previous == null || !Trend.isSameWeek(previous.score().day(), day)) {
                weeksWanted.add(score.account());
            }
        }
        Map<AccountId, Map<LocalDate, Points>> weekly = scores.pointsOn(weeksWanted, Trend.sundaysBefore(day));
        Map<AccountId, Map<LocalDate, Points>> compared = scores.pointsOn(
                latest.stream().map(StoredScore::account).toList(), List.of(day.minusDays(7), day.minusDays(30)));
        return latest.stream()
                .map(score -> {
                    Latest previous = known.get(score.account());
                    var weeks = weeksWanted.contains(score.account()) || previous == null
                            ? Summary.pastWeeks(day, weekly.getOrDefault(score.account(), Map.of()))
                            : previous.pastWeeks();
                    return Summary.of(score, compared.getOrDefault(score.account(), Map.of()), weeks);
                })
                .toList();
    }

    private static Map<AccountId, HealthScore> scoresOf(Map<AccountId, Latest> latest, Definitions definitions) {
        var result = new HashMap<AccountId, HealthScore>();
        latest.forEach((account, it) -> definitions
                .profile(it.score().profileVersionId())
                .ifPresent(profile -> result.put(account, it.score().with(profile))));
        return result;
    }
}
