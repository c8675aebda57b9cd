package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.time.DayHasPassed;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Scores everybody once a day, since scores move with time even where nothing happens. It goes through the accounts in
 * ranges of ids, one transaction each that also notes how far it got: a run that was killed goes on where it stopped.
 */
@Component
class DailyScoring {

    /** Four groups of neighbours, so that a range holds back live runs of four shards only. */
    private static final long RANGE = 1024;

    private final DailyRuns runs;
    private final Shards shards;
    private final TodayScoring scoring;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final ScoringMeters meters;
    private final OrganisationDays days;

    DailyScoring(
            DailyRuns runs,
            Shards shards,
            TodayScoring scoring,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            ScoringMeters meters,
            OrganisationDays days) {
        this.runs = runs;
        this.shards = shards;
        this.scoring = scoring;
        this.events = events;
        this.transactions = transactions;
        this.meters = meters;
        this.days = days;
    }

    /** Brings today's run to its end; does nothing where it has ended. */
    void run() {
        while (runOnce()) {
            // one range after the other
        }
    }

    /** Scores one range of accounts; false if today's run has ended. */
    boolean runOnce() {
        LocalDate today = days.today();
        transactions.executeWithoutResult(_ -> start(today));
        boolean[] more = {false};
        meters.time(ScoringMeters.Kind.DAILY, () -> {
            Integer scored = transactions.execute(_ -> {
                Optional<AccountId> next = runs.resume(today);
                more[0] = next.isPresent();
                return next.map(it -> scoreFrom(it, today)).orElse(0);
            });
            return scored == null ? 0 : scored;
        });
        return more[0];
    }

    /** Announces each day that has passed since the run before, on whichever instance comes first. */
    private void start(LocalDate today) {
        if (runs.start(today)) {
            runs.lastBefore(today)
                    .orElse(today.minusDays(1))
                    .datesUntil(today)
                    .forEach(day -> events.publishEvent(new DayHasPassed(day)));
        }
    }

    private int scoreFrom(AccountId next, LocalDate today) {
        Optional<AccountId> first = runs.firstAccountFrom(next);
        if (first.isEmpty()) {
            runs.finish(today);
            return 0;
        }
        long start = first.get().value();
        long end = (start / RANGE + 1) * RANGE;
        var last = new AccountId(end - 1);
        shards.lock(first.get(), last);
        int scored = scoring.scoreAll(first.get(), last, today);
        runs.advance(today, new AccountId(end));
        return scored;
    }
}
