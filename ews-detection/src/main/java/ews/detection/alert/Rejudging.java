package ews.detection.alert;

import ews.detection.rule.Occasion;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.detection.rule.Verdict;
import ews.detection.scoring.AccountHealth;
import ews.detection.scoring.Health;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import ews.domain.source.Reservations;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what the rule of an alert finds as things stand now, to be read beside what it found when it raised the alert. */
@Component
public class Rejudging {

    private final Rules rules;
    private final Facts facts;
    private final Health health;
    private final Reservations reservations;
    private final OrganisationDays days;

    Rejudging(Rules rules, Facts facts, Health health, Reservations reservations, OrganisationDays days) {
        this.rules = rules;
        this.facts = facts;
        this.health = health;
        this.reservations = reservations;
        this.days = days;
    }

    /** Judges the account of the alert by the rule as it is now; nothing is raised, resolved or written. */
    public Verdict now(Alert alert) {
        Rule rule = rules.withKey(alert.rule())
                .orElseThrow(() -> new NoSuchElementException("There is no rule '%s'".formatted(alert.rule())));
        LocalDate today = days.today();
        AccountFacts known = facts.of(alert.account(), Days.endingWith(today, Math.max(1, rule.usageDays())));
        AccountHealth present = health.of(alert.account(), today).orElseThrow();
        var past = new HashMap<LocalDate, Points>();
        rule.scoresOf()
                .forEach(ago -> score(alert.account(), today.minusDays(ago))
                        .flatMap(HealthScore::score)
                        .ifPresent(points -> past.put(today.minusDays(ago), points)));
        return rule.judge(new Occasion(
                known,
                present.segment().key(),
                score(alert.account(), today.minusDays(1)).orElse(null),
                present.score(),
                past,
                today,
                reservations.of(List.of(alert.account())).getOrDefault(alert.account(), List.of())));
    }

    private Optional<HealthScore> score(AccountId account, LocalDate day) {
        return health.of(account, day).map(AccountHealth::score);
    }
}
