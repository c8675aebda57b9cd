package ews.dashboard.tasks;

import ews.dashboard.security.Viewer;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.plays.task.Task;
import ews.plays.task.TaskId;
import ews.plays.task.Tasks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the task that a request is about, and makes sure that the viewer may do what the request asks for. */
@Component
public class TaskAccess {

    private final Tasks tasks;
    private final Accounts accounts;

    TaskAccess(Tasks tasks, Accounts accounts) {
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /** @throws ResponseStatusException 404 if there is no such task */
    public Task existing(long id) {
        return tasks.withId(new TaskId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The task of an account that somebody came from and may go on with; {@code null} if it is none, or is done. */
    public @Nullable Task open(@Nullable Long id, AccountId account) {
        return Optional.ofNullable(id)
                .flatMap(it -> tasks.withId(new TaskId(it)))
                .filter(it -> it.account().equals(account) && it.isOpen())
                .orElse(null);
    }

    /** @throws ResponseStatusException 404 if there is no such task, 403 if it is not the viewer's to change */
    Task changeable(long id, Viewer viewer) {
        Task task = existing(id);
        if (!mayChange(task, viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return task;
    }

    /** Who has the task may work on it, whoever's account it is about. */
    public boolean mayChange(Task task, Viewer viewer) {
        Optional<Account> account = accounts.withId(task.account());
        return viewer.mayWork()
                && (viewer.id().equals(task.assignee())
                        || account.map(viewer::mayChange).orElse(false));
    }
}
