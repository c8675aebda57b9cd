package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ews.plays.followup.FollowUp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute for overdue tasks that nobody was told of. */
@Configuration(proxyBeanMethods = false)
class FollowUpChecks {

    @Bean
    RecurringTask<Void> followUpTask(FollowUp followUp) {
        return Tasks.recurring("follow-up", FixedDelay.ofMinutes(1)).execute((_, _) -> followUp.check());
    }
}
