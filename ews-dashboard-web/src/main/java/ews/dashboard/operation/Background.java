package ews.dashboard.operation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Work that people ask for on a page, and that one instance does in the background. */
@Component
public class Background {

    static final String IMPORTS = "work-at-imports";
    static final String NAMES = "read-events-with-other-names";

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Background(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** There is an import to work at. */
    public void imports() {
        soon(IMPORTS);
    }

    /** There are stored events to be read with other names. */
    public void names() {
        soon(NAMES);
    }

    /** Without waiting for its turn, if nobody works at it already. */
    private void soon(String task) {
        scheduler.ifAvailable(it -> {
            try {
                it.reschedule(TaskInstanceId.of(task, RecurringTask.INSTANCE), clock.instant());
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException _) {
                // Whoever works looks for more before going; and at the very start, its turn comes soon.
            }
        });
    }
}
