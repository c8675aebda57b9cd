package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Tries again what one module told another and the other has not dealt with: on one instance, every minute. */
@Configuration(proxyBeanMethods = false)
class OutstandingEvents {

    /** Longer than any listener takes, so that what is being dealt with is left alone. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> resubmitOutstandingEvents(IncompleteEventPublications publications) {
        return Tasks.recurring("resubmit-outstanding-events", FixedDelay.ofMinutes(1))
                .execute((_, _) -> publications.resubmitIncompletePublicationsOlderThan(PATIENCE));
    }
}
