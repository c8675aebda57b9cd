package ews.plays.run;

import ews.domain.play.RunId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the runs that wait go on where their wait is over. What one run cannot do keeps no other from going on. */
@Component
public class WaitingRuns {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRuns.class);

    /** How many go on in one transaction. */
    private static final int PORTION = 500;

    private final Positions positions;
    private final Advance advance;
    private final TransactionTemplate transaction;

    WaitingRuns(Positions positions, Advance advance, PlatformTransactionManager transactions) {
        this.positions = positions;
        this.advance = advance;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Once more does no harm: a step that is taken is not taken again. */
    public void goOn() {
        List<RunId> waiting = positions.waiting();
        for (int first = 0; first < waiting.size(); first += PORTION) {
            List<RunId> portion = waiting.subList(first, Math.min(waiting.size(), first + PORTION));
            try {
                goOn(portion);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Runs {} to {} could not go on together: {}",
                        portion.getFirst(),
                        portion.getLast(),
                        e.toString());
                portion.forEach(this::goOnAlone);
            }
        }
    }

    private void goOnAlone(RunId run) {
        try {
            goOn(List.of(run));
        } catch (RuntimeException e) {
            LOG.error("Run {} cannot go on; it is tried again tomorrow", run, e);
        }
    }

    private void goOn(List<RunId> runs) {
        transaction.executeWithoutResult(_ -> advance.goOn(runs));
    }
}
