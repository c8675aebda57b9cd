package ews.detection.segment;

import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.segment.Condition;
import ews.domain.time.OrganisationDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds out whom conditions would catch, changing nothing. Attributes are looked at where they are stored; metrics need
 * the facts of each account, so that they are looked at step by step.
 */
@Repository
public class Catchments {

    /** How many accounts' facts are read in a step: some tenths of a second. */
    static final int STEP = 1000;

    private final JdbcClient jdbc;
    private final Facts facts;
    private final OrganisationDays days;

    Catchments(JdbcClient jdbc, Facts facts, OrganisationDays days) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.days = days;
    }

    /** An account that can be caught. */
    record Candidate(
            AccountId account,
            String name,
            int segmentId,
            @Nullable BigDecimal value,
            @Nullable String currency) {}

    /**
     * The next step of what was begun, or the first one.
     *
     * @param among the segments that accounts can be taken from, those that come later than the one in question and itself
     * @param before what was found so far; looked at from the beginning if it was for other conditions
     */
    public Catchment look(List<Condition> conditions, Collection<Integer> among, @Nullable Catchment before) {
        int sign = (conditions + " among " + among).hashCode(); // of text, which is the same on all instances
        var query = new CandidateQuery(
                jdbc, conditions, among, days.startOf(days.today().plusDays(1)));
        List<Condition.Threshold> thresholds = conditions.stream()
                .filter(Condition.Threshold.class::isInstance)
                .map(Condition.Threshold.class::cast)
                .toList();
        if (thresholds.isEmpty()) {
            return query.all(sign);
        }
        return before != null && before.conditions() == sign
                ? step(query, thresholds, before)
                : step(query, thresholds, new Catchment(sign, query.count(), 0, 0, Map.of(), Map.of(), List.of(), 0L));
    }

    private Catchment step(CandidateQuery query, List<Condition.Threshold> thresholds, Catchment before) {
        if (before.last() == null) {
            return before;
        }
        List<Candidate> candidates = query.after(before.last(), STEP);
        LocalDate today = days.today();
        int usage =
                thresholds.stream().mapToInt(it -> it.measurement().usageDays()).reduce(1, Math::max);
        Map<AccountId, AccountFacts> read = facts.of(
                candidates.stream().map(Candidate::account).toList(), new Days(today.minusDays(usage - 1L), today));
        var gathering = new CatchmentGathering(before);
        for (Candidate candidate : candidates) {
            AccountFacts account = read.get(candidate.account());
            if (account != null && thresholds.stream().allMatch(it -> it.holds(account, today))) {
                gathering.add(candidate);
            }
        }
        boolean more = candidates.size() == STEP;
        return gathering.result(
                before.looked() + candidates.size(),
                more ? candidates.getLast().account().value() : null);
    }
}
