package ews.detection.dryrun;

import ews.detection.alert.AlertCourse.Would;
import ews.detection.dryrun.Findings.Match;
import ews.detection.dryrun.Findings.Raised;
import ews.detection.past.Horizon;
import ews.detection.rule.Verdict;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Adds up what is found account by account. Several threads may add. */
final class Finding {

    private static final Comparator<Raised> LATEST_FIRST = Comparator.comparing(Raised::day)
            .reversed()
            .thenComparing(it -> it.account().value());

    private final Days past;
    private final int[] daily;
    private final List<Match> matches = new ArrayList<>();
    private final List<Raised> raised = new ArrayList<>();
    private int matching;
    private int undecided;
    private int alerts;
    private int alerted;
    private int judged;
    private int followed;
    private int cancelled;
    private int warned;

    Finding(Days past) {
        this.past = past;
        this.daily = new int[past.length()];
    }

    synchronized void add(AccountFacts facts, Verdict now, List<Would> would) {
        AccountId account = facts.account();
        if (now instanceof Verdict.Raised) {
            matching++;
            if (matches.size() < Findings.MOST) {
                matches.add(new Match(account, now.reason()));
            }
        } else if (now instanceof Verdict.Undecided) {
            undecided++;
        }
        would.forEach(it -> add(facts, it));
        alerted += would.isEmpty() ? 0 : 1;
        Horizon.cancellationAfter(past.first().minusDays(1), facts)
                .filter(past::contains)
                .ifPresent(day -> {
                    cancelled++;
                    warned += would.stream().anyMatch(it -> it.raised().isBefore(day)) ? 1 : 0;
                });
    }

    private void add(AccountFacts facts, Would would) {
        Optional<LocalDate> cancellation =
                Horizon.cancellationAfter(would.raised(), facts).filter(day -> Horizon.isWithin(day, would.raised()));
        alerts++;
        daily[(int) (would.raised().toEpochDay() - past.first().toEpochDay())]++;
        boolean known = cancellation.isPresent() || new Horizon(past.last()).isOver(would.raised());
        judged += known ? 1 : 0;
        followed += cancellation.isPresent() ? 1 : 0;
        raised.add(new Raised(facts.account(), would.raised(), would.title(), would.resolved(), orNull(cancellation)));
        if (raised.size() > 2 * Findings.MOST) {
            raised.sort(LATEST_FIRST);
            raised.subList(Findings.MOST, raised.size()).clear();
        }
    }

    private static @Nullable LocalDate orNull(Optional<LocalDate> day) {
        return day.orElse(null);
    }

    synchronized Findings findings() {
        return new Findings(
                matching,
                undecided,
                matches.stream()
                        .sorted(Comparator.comparing(it -> it.account().value()))
                        .toList(),
                past.first(),
                IntStream.of(daily).boxed().toList(),
                alerts,
                alerted,
                raised.stream().sorted(LATEST_FIRST).limit(Findings.MOST).toList(),
                judged,
                followed,
                cancelled,
                warned);
    }
}
