package ews.plays.listener;

import ews.domain.account.AccountArchived;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody works for an account that is archived: its runs are given up, and its open tasks skipped. */
@Component
class ArchivedWork {

    private final RunLists runs;
    private final RunEndings endings;
    private final TaskLists taskLists;
    private final Tasks tasks;

    ArchivedWork(RunLists runs, RunEndings endings, TaskLists taskLists, Tasks tasks) {
        this.runs = runs;
        this.endings = endings;
        this.taskLists = taskLists;
        this.tasks = tasks;
    }

    @EventListener
    void on(AccountArchived archived) {
        runs.ofAccount(archived.account()).stream()
                .filter(Run::isRunning)
                .forEach(it -> endings.cancel(it.id(), AccountArchived.REASON, archived.by()));
        taskLists.ofAccount(archived.account()).stream()
                .filter(Task::isOpen)
                .forEach(it -> tasks.skip(it.id(), AccountArchived.REASON, archived.by()));
    }
}
