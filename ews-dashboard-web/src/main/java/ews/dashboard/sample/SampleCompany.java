package ews.dashboard.sample;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.DayHasPassed;
import ews.domain.time.OrganisationDays;
import ews.sensors.sample.SampleData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The company that newcomers explore: made in the background, kept going day by day, removed without a trace. */
@Component
public class SampleCompany implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCompany.class);
    static final long SEED = 2026;

    private final SampleStates states;
    private final Telling telling;
    private final SampleData data;
    private final DataSource dataSource;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final OrganisationDays days;
    private final int size;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sample-company").factory());

    SampleCompany(
            SampleStates states,
            Telling telling,
            SampleData data,
            DataSource dataSource,
            TransactionOperations transactions,
            AuditLog audit,
            OrganisationDays days,
            @Value("${ews.sample.customers:300}") int size) {
        this.states = states;
        this.telling = telling;
        this.data = data;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.audit = audit;
        this.days = days;
        this.size = size;
    }

    /** Makes the sample company in the background. Where there is one already, it only catches up. */
    public void start(Actor actor) {
        transactions.executeWithoutResult(_ -> {
            if (states.begin(days.today())) {
                audit.record(actor, "sample.started", "sample company", Map.of());
            }
        });
        goOn(actor);
    }

    public Progress progress() {
        return states.current().map(state -> state.progress(size)).orElse(Progress.NONE);
    }

    /** Removes the sample company with everything that hangs on it; what is being told stops first. */
    public void remove(Actor actor) {
        states.remove();
        try (var _ = OneAtATime.take(dataSource)) {
            transactions.executeWithoutResult(_ -> {
                data.remove();
                audit.record(actor, "sample.removed", "sample company", Map.of());
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The sample company could not be removed: " + e.getMessage(), e);
        }
    }

    /** Goes on where a stopped application left off, and tells the days since. */
    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        if (states.current().filter(state -> state.phase() != Phase.FAILED).isPresent()) {
            goOn(Actor.SYSTEM);
        }
    }

    @ApplicationModuleListener
    void on(DayHasPassed event) {
        catchUp();
    }

    private void goOn(Actor actor) {
        background.execute(() -> {
            try {
                Optional<OneAtATime> turn = OneAtATime.tryTake(dataSource);
                if (turn.isPresent()) {
                    try (var _ = turn.get()) {
                        telling.go(Company.of(SEED, size), actor);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                fail(e);
            }
        });
    }

    private void fail(Exception failure) {
        if (background.isShutdown()) {
            return;
        }
        LOG.error("The sample company could not be told to its end", failure);
        states.enter(Phase.FAILED, 0, String.valueOf(failure.getMessage()));
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
