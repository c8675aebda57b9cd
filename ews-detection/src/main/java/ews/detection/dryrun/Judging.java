package ews.detection.dryrun;

import ews.detection.alert.AlertCourse;
import ews.detection.alert.AlertCourse.Would;
import ews.detection.rule.Occasion;
import ews.detection.rule.Rule;
import ews.detection.rule.Verdict;
import ews.detection.scoring.PastScores;
import ews.detection.segment.Segmentation;
import ews.detection.segment.Segments;
import ews.domain.account.AccountId;
import ews.domain.account.AccountPortion;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import ews.domain.segment.Segment;
import ews.domain.source.Reservation;
import ews.domain.source.Reservations;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Judges accounts by a rule on each of some days, by what was known on the day. */
@Component
public class Judging {

    private final Facts facts;
    private final PastScores scores;
    private final Segments segments;
    private final Reservations reservations;
    private final OrganisationDays days;

    Judging(Facts facts, PastScores scores, Segments segments, Reservations reservations, OrganisationDays days) {
        this.facts = facts;
        this.scores = scores;
        this.segments = segments;
        this.reservations = reservations;
        this.days = days;
    }

    /** What accounts are judged by. */
    public record Definitions(Rule rule, List<Segmentation> segmentations) {

        String segmentOf(AccountFacts account, LocalDate day) {
            return Segment.of(
                            account,
                            Segmentation.effectiveOn(day, segmentations).segments(),
                            day)
                    .key();
        }
    }

    /** Takes the last verdict about one account, and the alerts that there would have been. */
    public interface Take {
        void found(AccountFacts account, Verdict now, List<Would> would);
    }

    public Definitions definitions(Rule rule) {
        return new Definitions(rule, segments.history());
    }

    /** Accounts that were not there on any of the days are left out. */
    public void each(AccountPortion portion, Definitions definitions, Days over, Take take) {
        Rule rule = definitions.rule;
        Days usage = new Days(over.first().minusDays(Math.max(1, rule.usageDays())), over.last());
        Map<AccountId, SortedMap<LocalDate, HealthScore>> known = scores(portion, rule, over);
        Map<AccountId, AccountFacts> all = facts.between(portion.first(), portion.last(), usage);
        Today today = today(over, all.keySet());
        for (AccountFacts account : all.values()) {
            judge(
                    account,
                    known.getOrDefault(account.account(), Collections.emptySortedMap()),
                    definitions,
                    over,
                    today,
                    take);
        }
    }

    /** What cannot be relied on is known as things stand, not as they stood on earlier days. */
    private record Today(LocalDate day, Map<AccountId, List<Reservation>> reservations) {

        List<Reservation> of(AccountFacts account, LocalDate when) {
            return when.equals(day) ? reservations.getOrDefault(account.account(), List.of()) : List.of();
        }
    }

    private Today today(Days over, Set<AccountId> accounts) {
        LocalDate today = days.today();
        return new Today(today, over.contains(today) ? reservations.of(accounts) : Map.of());
    }

    private Map<AccountId, SortedMap<LocalDate, HealthScore>> scores(AccountPortion portion, Rule rule, Days over) {
        if (!rule.definition().readsScore()) {
            return Map.of();
        }
        int furthest = rule.scoresOf().stream().mapToInt(it -> it).reduce(1, Math::max);
        return scores.between(
                portion.first(), portion.last(), new Days(over.first().minusDays(furthest), over.last()));
    }

    private static void judge(
            AccountFacts account,
            SortedMap<LocalDate, HealthScore> scores,
            Definitions definitions,
            Days over,
            Today today,
            Take take) {
        var course = new AlertCourse(definitions.rule, account.account());
        Verdict verdict = new Verdict.Quiet("The account was not there yet.");
        boolean wasThere = false;
        for (LocalDate day = over.first(); !day.isAfter(over.last()); day = day.plusDays(1)) {
            if (account.firstSeen().isAfter(day) || account.isCancelled(day)) {
                verdict = new Verdict.Quiet("The account was not there.");
                continue;
            }
            wasThere = true;
            verdict = definitions.rule.judge(occasion(account, scores, definitions, day, today.of(account, day)));
            course.take(verdict, day);
        }
        if (wasThere) {
            take.found(account, verdict, course.alerts());
        }
    }

    private static Occasion occasion(
            AccountFacts account,
            SortedMap<LocalDate, HealthScore> scores,
            Definitions definitions,
            LocalDate day,
            List<Reservation> reservations) {
        var past = new HashMap<LocalDate, Points>();
        for (int ago : definitions.rule.scoresOf()) {
            LocalDate then = day.minusDays(ago);
            HealthScore score = scores.get(then);
            if (score != null && score.points() != null) {
                past.put(then, score.points());
            }
        }
        HealthScore score = scores.get(day);
        return new Occasion(
                account,
                definitions.segmentOf(account, day),
                scores.get(day.minusDays(1)),
                score == null ? new HealthScore(day, Band.UNKNOWN, null, List.of(), 0) : score,
                past,
                day,
                reservations);
    }
}
