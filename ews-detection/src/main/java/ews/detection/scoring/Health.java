package ews.detection.scoring;

import ews.detection.override.Overrides;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.score.HealthScore;
import ews.domain.score.ScoreChange;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The health of one account as of any day, computed from the facts of that day with the profile version of that day. */
@Component
public class Health {

    /** All usage of one account is little to read, and the account may have been cancelled long before the day. */
    private static final int ALL_DAYS = 20_000;

    private final Facts facts;
    private final CurrentDefinitions currentDefinitions;
    private final Scores scores;
    private final Overrides overrides;
    private final OrganisationDays days;

    Health(
            Facts facts,
            CurrentDefinitions currentDefinitions,
            Scores scores,
            Overrides overrides,
            OrganisationDays days) {
        this.facts = facts;
        this.currentDefinitions = currentDefinitions;
        this.scores = scores;
        this.overrides = overrides;
        this.days = days;
    }

    /**
     * Empty if there is no such account. Before its first day an account's health is unknown.
     *
     * @throws IllegalArgumentException for a day to come
     */
    public Optional<AccountHealth> of(AccountId account, LocalDate asOf) {
        if (asOf.isAfter(days.today())) {
            throw new IllegalArgumentException(
                    "There is no health of a day to come; today is %s".formatted(days.today()));
        }
        Definitions definitions = currentDefinitions.read();
        return facts.of(List.of(account), Days.endingWith(asOf, ALL_DAYS)).values().stream()
                .findFirst()
                .map(it -> health(it, Definitions.lastDay(it, asOf), definitions));
    }

    private AccountHealth health(AccountFacts facts, LocalDate day, Definitions without) {
        Definitions definitions =
                currentDefinitions.comparing(without, List.of(day, day.minusDays(7), day.minusDays(30)));
        Assessment now = definitions.assess(facts, day, context(facts.account(), day));
        return new AccountHealth(
                now.score(),
                now.segment(),
                now.profile().version(),
                ScoreChange.between(score(facts, day.minusDays(7), definitions), now.score()),
                ScoreChange.between(score(facts, day.minusDays(30), definitions), now.score()));
    }

    private Context context(AccountId account, LocalDate day) {
        StoredScore dayBefore = scores.on(List.of(account), List.of(day.minusDays(1)))
                .getOrDefault(account, Map.of())
                .get(day.minusDays(1));
        return new Context(dayBefore, overrides.of(List.of(account)).getOrDefault(account, List.of()));
    }

    private static HealthScore score(AccountFacts facts, LocalDate day, Definitions definitions) {
        return definitions.assess(facts, day, Context.NONE).score();
    }

    /** The stored scores of these days, oldest first. */
    public List<ScoredDay> history(AccountId account, Days over) {
        return scores.history(account, over);
    }
}
