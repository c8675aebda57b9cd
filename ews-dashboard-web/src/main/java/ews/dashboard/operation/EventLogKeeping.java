package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.fact.FactWriter;
import ews.sensors.fact.FactsAgain;
import ews.sensors.fact.Merges;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives days of the event log that are over their index by account, forgets old ones, places events that were missed, and moves
 * those that were placed wrongly: on one instance each.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Retention.class)
class EventLogKeeping {

    @Bean
    RecurringTask<Void> closeDaysOfEventLog(EventPartitions partitions) {
        return Tasks.recurring("close-days-of-event-log", FixedDelay.ofHours(1))
                .execute((_, _) -> partitions.closeDays());
    }

    @Bean
    RecurringTask<Void> placeMissedEvents(FactWriter facts) {
        return Tasks.recurring("place-missed-events", FixedDelay.ofMinutes(1)).execute((_, _) -> facts.placeMissed());
    }

    @Bean
    RecurringTask<Void> moveDisplacedEvents(FactsAgain facts) {
        return Tasks.recurring("move-displaced-events", FixedDelay.ofMinutes(1))
                .execute((_, _) -> facts.moveDisplaced());
    }

    @Bean
    RecurringTask<Void> forgetFactsMadeAgain(FactsAgain facts) {
        return Tasks.recurring("forget-facts-made-again", FixedDelay.ofHours(12))
                .execute((_, _) -> facts.forgetWhatIsLongAgo());
    }

    @Bean
    RecurringTask<Void> forgetOldMerges(Merges merges) {
        return Tasks.recurring("forget-old-merges", FixedDelay.ofHours(12))
                .execute((_, _) -> merges.forgetWhatIsLongAgo());
    }

    @Bean
    RecurringTask<Void> forgetOldEvents(OldEvents events) {
        return Tasks.recurring("forget-old-events", FixedDelay.ofHours(1)).execute((_, _) -> events.forget());
    }
}
