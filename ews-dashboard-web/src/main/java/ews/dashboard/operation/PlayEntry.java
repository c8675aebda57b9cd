package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ews.plays.entry.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets accounts into the plays that they are called into, every five seconds. */
@Configuration(proxyBeanMethods = false)
class PlayEntry {

    @Bean
    RecurringTask<Void> letIntoPlaysTask(Gate gate) {
        return Tasks.recurring("let-into-plays", FixedDelay.ofSeconds(5)).execute((_, _) -> gate.letIn());
    }
}
