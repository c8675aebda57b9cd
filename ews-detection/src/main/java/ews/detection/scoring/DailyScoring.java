package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.time.DayHasPassed;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(DailyScoring.class);

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
        Optional<AccountId> first = runs.next(today);
        first.ifPresent(from -> scoreOrLeaveToLive(from, today));
        return first.isPresent();
    }

    private void scoreOrLeaveToLive(AccountId from, LocalDate today) {
        try {
            meters.time(
                    ScoringMeters.Kind.DAILY,
                    () -> advance(from, today, (first, last) -> {
                        shards.lock(first, last);
                        return scoring.scoreAll(first, last, today);
                    }));
        } catch (RuntimeException e) {
            if (Parked.isDatabaseDown(e)) {
                throw e;
            }
            log.warn(
                    "Accounts from {} on could not be scored together; live scoring takes each of them alone", from, e);
            advance(from, today, (first, last) -> runs.leaveToLive(first, last, today));
        }
    }

    /** Does something with the next range, unless another instance has got ahead meanwhile. */
    private int advance(AccountId from, LocalDate today, ToIntBiFunction<AccountId, AccountId> action) {
        Integer done = transactions.execute(_ -> {
            if (!runs.lock(today, from)) {
                return 0;
            }
            Optional<AccountId> first = runs.firstAccountFrom(from);
            if (first.isEmpty()) {
                runs.finish(today);
                return 0;
            }
            long end = (first.get().value() / RANGE + 1) * RANGE;
            int accounts = action.applyAsInt(first.get(), new AccountId(end - 1));
            runs.advance(today, new AccountId(end));
            return accounts;
        });
        return done == null ? 0 : done;
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
}
