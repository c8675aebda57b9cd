package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ews.sensors.csv.CsvFiles;
import ews.sensors.csv.CsvRuns;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Works at imports on one instance, and calls for it when there is one to begin with. */
@Component
public class ImportWork {

    private static final String TASK = "work-at-imports";

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    ImportWork(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Without waiting for its turn, if nobody works at them already. */
    public void soon() {
        scheduler.ifAvailable(it -> {
            try {
                it.reschedule(TaskInstanceId.of(TASK, RecurringTask.INSTANCE), clock.instant());
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException _) {
                // Whoever works looks for more before going; and at the very start, its turn comes soon.
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class ImportTasks {

        @Bean
        RecurringTask<Void> workAtImports(CsvRuns runs) {
            return Tasks.recurring(TASK, FixedDelay.ofSeconds(5)).execute((_, _) -> runs.work());
        }

        @Bean
        RecurringTask<Void> forgetOldImportFiles(CsvFiles files) {
            return Tasks.recurring("forget-old-import-files", FixedDelay.ofHours(6))
                    .execute((_, _) -> files.forgetWhatIsLongAgo());
        }
    }
}
