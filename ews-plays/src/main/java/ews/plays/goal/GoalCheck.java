package ews.plays.goal;

import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Goal;
import ews.plays.run.RunEndings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once a day which goals have been reached, as of the day that has passed. A running run whose goal is reached has
 * ended by proof. What ended otherwise, or was held out, is looked at until its time is over, so that plays can be
 * compared with their absence.
 */
@Component
public class GoalCheck {

    private static final Logger LOG = LoggerFactory.getLogger(GoalCheck.class);

    /** How many are looked at together. */
    private static final int PORTION = 200;

    private final Pursuits pursuits;
    private final Facts facts;
    private final RunEndings endings;
    private final OrganisationDays days;
    private final TransactionTemplate transaction;

    GoalCheck(
            Pursuits pursuits,
            Facts facts,
            RunEndings endings,
            OrganisationDays days,
            PlatformTransactionManager transactions) {
        this.pursuits = pursuits;
        this.facts = facts;
        this.endings = endings;
        this.days = days;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Once more on the same day does no harm. */
    public void check() {
        LocalDate today = days.today();
        List<Pursuit> open = pursuits.open();
        for (int first = 0; first < open.size(); first += PORTION) {
            check(open.subList(first, Math.min(open.size(), first + PORTION)), today);
        }
        pursuits.giveUp();
    }

    private void check(List<Pursuit> portion, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        int usage = portion.stream()
                .mapToInt(it -> it.goal().usageDays((int) ChronoUnit.DAYS.between(it.start(), yesterday)))
                .max()
                .orElse(1);
        Map<AccountId, AccountFacts> known = facts.of(
                portion.stream().map(Pursuit::account).distinct().toList(),
                Days.endingWith(yesterday, Math.max(1, usage)));
        for (Pursuit pursuit : portion) {
            AccountFacts account = known.get(pursuit.account());
            LocalDate day = pursuit.lookedAtOn(today);
            if (account != null && isReached(pursuit, account, day.minusDays(1))) {
                reach(pursuit, day);
            }
        }
    }

    private static boolean isReached(Pursuit pursuit, AccountFacts account, LocalDate asOf) {
        Goal goal = pursuit.goal();
        return goal.daysReached(account, pursuit.start(), asOf) >= goal.days();
    }

    /** One that fails keeps no other from being looked at. */
    private void reach(Pursuit pursuit, LocalDate day) {
        try {
            transaction.executeWithoutResult(_ -> {
                pursuits.reached(pursuit, day);
                if (pursuit.running() && pursuit.run() != null) {
                    endings.prove(pursuit.run(), pursuit.goal().text());
                }
            });
        } catch (RuntimeException e) {
            LOG.error("The goal of {} could not be noted; it is tried again tomorrow", pursuit, e);
        }
    }
}
