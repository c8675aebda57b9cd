package ews.dashboard.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** Tries again what one module told another and the other has not dealt with. */
@Component
class OutstandingEvents {

    /** Longer than any listener takes, so that what is being dealt with is left alone. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final IncompleteEventPublications publications;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutstandingEvents(IncompleteEventPublications publications, JdbcClient jdbc, Clock clock) {
        this.publications = publications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void takeUp() {
        releaseInterrupted();
        publications.resubmitIncompletePublicationsOlderThan(PATIENCE);
    }

    /**
     * Spring Modulith takes no publication up that is marked as taken up again, and after a crash nobody would unmark
     * it. Its own monitor of stale ones counts from the first publication, and so would take them from listeners that
     * are at work.
     */
    private void releaseInterrupted() {
        jdbc.sql("""
                        update event_publication set status = 'FAILED'
                        where status = 'RESUBMITTED' and last_resubmission_date < :before
                        """)
                .param("before", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .update();
    }
}
