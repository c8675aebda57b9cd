package ews.plays.effect;

import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.plays.effect.Matches.Candidate;
import ews.plays.effect.Matches.Unmatched;
import ews.plays.play.Goal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the account most like that of a run that did not get the play, and whether it reached the same goal in the same
 * time. That is done once for each run and kept: when its time is over, and so is that of all that may be matched.
 *
 * <p>For a run that an alert started, that is an account
 *
 * <ul>
 *   <li>for which the same rule raised an alert at most {@value #APART} days before or after,
 *   <li>that was in the same segment and had the same band on the day of its alert as the account of the run on that of
 *       its own,
 *   <li>whose alert was not over on the day from which its days are counted: as many days after its alert as the run
 *       started after the other one,
 *   <li>that had no run of the play, not even a cancelled one, for as long as the goal may take before that day and after.
 * </ul>
 *
 * Of several, one that got no other play in that time comes before one that did; then it is the one whose alert was raised
 * nearest in time, then the one with the nearest score. For a run without
 * an alert it is an account that on the day on which the run started was in the same segment, had the same band then and
 * {@value #BEFORE} days before, and a score at most {@value #SCORE} tenths apart; of several, again one that got no other play, and then the nearest one.
 *
 * <p>Each account is taken once for a play, and each run has one match, so that both sides have the same number of
 * accounts. Accounts of the sample company are matched among themselves. A run for which nobody is found has no match.
 *
 * <p>What this cannot do: people chose which accounts get a play, or a rule did, for reasons that no match knows (a
 * sponsor who left, a hunch); where no other account is like it, it is compared with one that got another play; and what brought the account
 * in besides its alert and its health, such as a renewal date, is not compared. Where that matters, a share should be held
 * out instead.
 */
@Component
public class MatchSearch {

    /** How far apart in time the alerts may be, in days. */
    static final int APART = 28;

    /** How far back a band is compared where there is no alert, in days. */
    static final int BEFORE = 28;

    /** How far apart scores may be where there is no alert, in tenths of a point. */
    static final int SCORE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(MatchSearch.class);

    private final Matches matches;
    private final Facts facts;
    private final TransactionTemplate transaction;

    MatchSearch(Matches matches, Facts facts, PlatformTransactionManager transactions) {
        this.matches = matches;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** For all runs whose time is over; once more on the same day does no harm. One that fails keeps no other from it. */
    public void matchUp() {
        for (Unmatched run : matches.unmatched()) {
            try {
                transaction.executeWithoutResult(_ -> match(run));
            } catch (RuntimeException e) {
                LOG.error("No match could be looked for for run {}; it is tried again tomorrow", run.id(), e);
            }
        }
    }

    private void match(Unmatched run) {
        Optional<Candidate> nearest = matches.nearest(run);
        if (nearest.isPresent()) {
            matches.keep(run, nearest.get(), reachedOn(run.goal(), nearest.get()));
        } else {
            matches.keepNone(run);
        }
    }

    /** The day on which the goal would have been noted as reached, as for runs: the one after it had been held long enough. */
    private @Nullable LocalDate reachedOn(Goal goal, Candidate candidate) {
        LocalDate start = candidate.from();
        LocalDate last = start.plusDays(goal.within() - 1L);
        Map<AccountId, AccountFacts> known = facts.of(
                List.of(candidate.account()), Days.endingWith(last, Math.max(1, goal.usageDays(goal.within()))));
        AccountFacts account = known.get(candidate.account());
        if (account == null) {
            return null;
        }
        return start.datesUntil(last.plusDays(1))
                .filter(day -> goal.daysReached(account, start, day) >= goal.days())
                .findFirst()
                .map(day -> day.plusDays(1))
                .orElse(null);
    }
}
