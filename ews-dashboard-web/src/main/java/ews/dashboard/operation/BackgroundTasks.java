package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ews.sensors.csv.CsvFiles;
import ews.sensors.csv.CsvRuns;
import ews.sensors.fact.NameReplays;
import ews.sensors.naming.EventNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people asked for, and the tidying up after it: on one instance each. */
@Configuration(proxyBeanMethods = false)
class BackgroundTasks {

    @Bean
    RecurringTask<Void> workAtImports(CsvRuns runs) {
        return Tasks.recurring(Background.IMPORTS, FixedDelay.ofSeconds(5)).execute((_, _) -> runs.work());
    }

    @Bean
    RecurringTask<Void> readEventsWithOtherNames(NameReplays replays) {
        return Tasks.recurring(Background.NAMES, FixedDelay.ofSeconds(5)).execute((_, _) -> replays.work());
    }

    @Bean
    RecurringTask<Void> forgetOldImportFiles(CsvFiles files) {
        return Tasks.recurring("forget-old-import-files", FixedDelay.ofHours(6))
                .execute((_, _) -> files.forgetWhatIsLongAgo());
    }

    @Bean
    RecurringTask<Void> forgetOldEventNames(EventNames names) {
        return Tasks.recurring("forget-old-event-names", FixedDelay.ofHours(12))
                .execute((_, _) -> names.forgetOldCounts());
    }
}
