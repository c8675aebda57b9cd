package ews.detection.alert;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute whether quiet hours are over, which costs two short statements. */
@Configuration(proxyBeanMethods = false)
class ReleaseTask {

    @Bean
    RecurringTask<Void> alertReleaseTask(Releases releases) {
        return Tasks.recurring("alert-release", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> releases.release());
    }
}
