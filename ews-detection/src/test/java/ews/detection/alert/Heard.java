package ews.detection.alert;

import ews.domain.alert.AlertRaised;
import ews.domain.alert.AlertResolved;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What other modules hear: what was published, and what of it was committed. */
@Component
class Heard {

    final List<AlertRaised> raised = new CopyOnWriteArrayList<>();
    final List<AlertResolved> resolved = new CopyOnWriteArrayList<>();
    final List<AlertRaised> publishedInTransaction = new CopyOnWriteArrayList<>();

    void forget() {
        raised.clear();
        resolved.clear();
        publishedInTransaction.clear();
    }

    @EventListener
    void published(AlertRaised event) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            publishedInTransaction.add(event);
        }
    }

    @TransactionalEventListener
    void on(AlertRaised event) {
        raised.add(event);
    }

    @TransactionalEventListener
    void on(AlertResolved event) {
        resolved.add(event);
    }
}
