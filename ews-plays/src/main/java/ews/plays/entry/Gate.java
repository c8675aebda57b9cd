package ews.plays.entry;

import ews.domain.TransitionRefused;
import ews.plays.entry.Calls.Call;
import ews.plays.play.Plays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets in who waits, one after the other, each in a transaction of its own: an entrance is gone when its run is there, so
 * that none is lost and none is let in twice, however many instances are at work.
 */
@Component
public class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Calls calls;
    private final Entrances entrances;
    private final Plays plays;
    private final TransactionTemplate transaction;

    Gate(Calls calls, Entrances entrances, Plays plays, PlatformTransactionManager transactions) {
        this.calls = calls;
        this.entrances = entrances;
        this.plays = plays;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Until nobody waits any more. */
    public void letIn() {
        while (letNextIn()) {}
    }

    private boolean letNextIn() {
        var taken = new AtomicReference<@Nullable Call>();
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                Optional<Call> next = calls.take();
                next.ifPresent(taken::set);
                next.ifPresent(this::enter);
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            Call call = taken.get();
            if (call == null) {
                throw e;
            }
            LOG.error("Account {} could not come into the play {}", call.account(), call.play(), e);
            transaction.executeWithoutResult(_ -> calls.failed(call, reason(e)));
            return true;
        }
    }

    /** As people can read it, who are shown it; what only programmers understand is in the log. */
    private static String reason(RuntimeException e) {
        return (e instanceof IllegalArgumentException || e instanceof TransitionRefused) && e.getMessage() != null
                ? e.getMessage()
                : "EWS met an error; its log says which (%s)."
                        .formatted(e.getClass().getSimpleName());
    }

    private void enter(Call call) {
        plays.withKey(call.play())
                .ifPresent(play -> entrances.enter(call.account(), play, call.alert(), call.reason()));
    }
}
