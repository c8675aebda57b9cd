package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute, on one instance, for events that wait for a listener. */
@Configuration(proxyBeanMethods = false)
class OutstandingEventChecks {

    @Bean
    RecurringTask<Void> resubmitOutstandingEvents(OutstandingEvents events) {
        return Tasks.recurring("resubmit-outstanding-events", FixedDelay.ofMinutes(1))
                .execute((_, _) -> events.takeUp());
    }
}
