package ews.plays.getwell;

import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** Measures what plans are about, as of today. */
@Component
class Present {

    private final Facts facts;
    private final OrganisationDays days;

    Present(Facts facts, OrganisationDays days) {
        this.facts = facts;
        this.days = days;
    }

    OptionalDouble value(AccountId account, Measurement measurement) {
        return measurement.measure(factsFor(account, List.of(measurement)), days.today());
    }

    List<ObjectiveProgress> of(AccountId account, List<Objective> objectives) {
        if (objectives.isEmpty()) {
            return List.of();
        }
        AccountFacts known = factsFor(
                account, objectives.stream().map(Objective::measurement).toList());
        return objectives.stream()
                .map(it -> new ObjectiveProgress(it, it.measurement().measure(known, days.today())))
                .toList();
    }

    private AccountFacts factsFor(AccountId account, List<Measurement> measurements) {
        int usage = measurements.stream().mapToInt(Measurement::usageDays).max().orElse(0);
        return facts.of(account, Days.endingWith(days.today(), Math.max(1, usage)));
    }
}
