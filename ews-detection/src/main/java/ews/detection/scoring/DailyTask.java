package ews.detection.scoring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every minute whether today's run is done, which costs a few short statements: so a day begins on time in whatever zone,
 * a run that failed or was killed goes on, and one that was missed is made up for when an instance starts.
 */
@Configuration(proxyBeanMethods = false)
class DailyTask {

    @Bean
    RecurringTask<Void> dailyScoringTask(DailyScoring scoring) {
        return Tasks.recurring("daily-scoring", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> scoring.run());
    }
}
