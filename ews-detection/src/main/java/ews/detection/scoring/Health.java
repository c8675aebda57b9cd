package ews.detection.scoring;

import ews.detection.override.Overrides;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthScore;
import ews.domain.score.ScoreChange;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The health of one account as of any day, computed from the facts of that day with the profile version of that day. */
@Component
public class Health {

    /** All usage of one account is little to read, and the account may have been cancelled long before the day. */
    private static final int ALL_DAYS = 20_000;

    private final Facts facts;
    private final CurrentDefinitions currentDefinitions;
    private final Scores scores;
    private final LatestScores latestScores;
    private final Overrides overrides;
    private final OrganisationDays days;

    Health(
            Facts facts,
            CurrentDefinitions currentDefinitions,
            Scores scores,
            LatestScores latestScores,
            Overrides overrides,
            OrganisationDays days) {
        this.facts = facts;
        this.currentDefinitions = currentDefinitions;
        this.scores = scores;
        this.latestScores = latestScores;
        this.overrides = overrides;
        this.days = days;
    }

    /**
     * Empty if there is no such account. Before its first day an account's health is unknown.
     *
     * @throws IllegalArgumentException for a day to come
     */
    public Optional<AccountHealth> of(AccountId account, LocalDate asOf) {
        return assessed(account, asOf, null);
    }

    /**
     * The same, with what changed since a day of one's choice.
     *
     * @throws IllegalArgumentException for a day to come
     */
    public Optional<AccountHealth> of(AccountId account, LocalDate asOf, LocalDate since) {
        return assessed(account, asOf, since);
    }

    private Optional<AccountHealth> assessed(AccountId account, LocalDate asOf, @Nullable LocalDate since) {
        if (asOf.isAfter(days.today())) {
            throw new IllegalArgumentException(
                    "There is no health of a day to come; today is %s".formatted(days.today()));
        }
        Definitions definitions = currentDefinitions.read();
        return facts.of(List.of(account), Days.endingWith(asOf, ALL_DAYS)).values().stream()
                .findFirst()
                .map(it -> {
                    LocalDate day = Definitions.lastDay(it, asOf);
                    return health(it, day, since == null ? day.minusDays(1) : since, definitions);
                });
    }

    private AccountHealth health(AccountFacts facts, LocalDate day, LocalDate since, Definitions without) {
        LocalDate week = day.minusDays(7);
        LocalDate month = day.minusDays(30);
        Definitions definitions = currentDefinitions.comparing(without, List.of(day, week, month, since));
        Assessment now = definitions.assess(facts, day, context(facts.account(), day));
        Function<LocalDate, ScoreChange> change = before -> ScoreChange.between(
                definitions.assess(facts, before, Context.NONE).score(), now.score());
        return new AccountHealth(
                now.score(),
                now.segment(),
                now.profile().version(),
                change.apply(week),
                change.apply(month),
                change.apply(since));
    }

    private Context context(AccountId account, LocalDate day) {
        StoredScore dayBefore = scores.on(List.of(account), List.of(day.minusDays(1)))
                .getOrDefault(account, Map.of())
                .get(day.minusDays(1));
        return new Context(dayBefore, overrides.of(List.of(account)).getOrDefault(account, List.of()));
    }

    /** What a metric gave for the account on each of these days; {@code null} where there was no data. */
    public SortedMap<LocalDate, @Nullable Double> series(AccountId account, Measurement measurement, Days over) {
        var series = new TreeMap<LocalDate, @Nullable Double>();
        Definitions definitions = currentDefinitions.comparing(
                currentDefinitions.read(),
                over.first().datesUntil(over.last().plusDays(1)).toList());
        AccountFacts known = facts.of(account, Days.endingWith(over.last(), ALL_DAYS));
        for (LocalDate day = over.first(); !day.isAfter(over.last()); day = day.plusDays(1)) {
            OptionalDouble value = day.isBefore(known.firstSeen())
                    ? OptionalDouble.empty()
                    : definitions.read(measurement, known, day);
            series.put(day, value.isPresent() ? (Double) value.getAsDouble() : null);
        }
        return series;
    }

    /** Why the latest scores are what they are, in one sentence each; of the accounts that have one. */
    public Map<AccountId, String> stories(Collection<AccountId> accounts) {
        var stories = new HashMap<AccountId, String>();
        latestScores.days(accounts).forEach((day, scored) -> stories.putAll(stories(scored, day)));
        return stories;
    }

    /** Why the scores of a day were what they were, in one sentence each; of the accounts that have one of that day. */
    public Map<AccountId, String> stories(Collection<AccountId> accounts, LocalDate day) {
        Definitions definitions = currentDefinitions.read();
        LocalDate weekBefore = day.minusDays(7);
        var stories = new HashMap<AccountId, String>();
        scores.on(accounts, List.of(day, weekBefore)).forEach((account, byDay) -> {
            StoredScore score = byDay.get(day);
            if (score != null) {
                stories.put(account, story(score, byDay.get(weekBefore), definitions));
            }
        });
        return stories;
    }

    private static String story(StoredScore score, @Nullable StoredScore weekBefore, Definitions definitions) {
        Optional<HealthScore> now =
                definitions.profile(score.profileVersionId()).map(score::with);
        Optional<HealthScore> before = Optional.ofNullable(weekBefore)
                .flatMap(it -> definitions.profile(it.profileVersionId()).map(it::with));
        return now.map(it -> ScoreChange.between(before.orElse(it), it))
                .filter(change -> before.isPresent() || change.after().score().isEmpty())
                .map(ScoreChange::story)
                .orElse("There is no score of a week before to compare with.");
    }

    /** The stored scores of these days, oldest first. */
    public List<ScoredDay> history(AccountId account, Days over) {
        return scores.history(account, over);
    }
}
