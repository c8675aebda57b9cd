package ews.dashboard.emails;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.tasks.TaskAccess;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.play.RunId;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.task.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an email or a meeting with contacts is about.
 *
 * @param run in which it is; {@code null} if in none
 * @param task for which it is; {@code null} if for none
 */
public record Occasion(
        Account account, @Nullable Run run, @Nullable Task task) {

    /** Its name in the models of pages. */
    public static final String ABOUT = "about";

    public @Nullable RunId runId() {
        return run == null ? null : run.id();
    }

    /** The address of a page, from which one comes back to the task. */
    public String leadingBack(String page) {
        return task == null ? page : page + "?task=" + task.id();
    }

    /** Finds it, and makes sure that the viewer may write about it. */
    @Component
    public static class Reading {

        private final AccountAccess accounts;
        private final TaskAccess tasks;
        private final RunLists runs;

        Reading(AccountAccess accounts, TaskAccess tasks, RunLists runs) {
            this.accounts = accounts;
            this.tasks = tasks;
            this.runs = runs;
        }

        /**
         * Who may change the account may write to its contacts, and so may who has the task.
         *
         * @param run {@code null} for that of the task, if it has one
         * @throws ResponseStatusException 404 if there is no such account, or the run or the task is not of it; 403 if
         *     it is not the viewer's to write about
         */
        public Occasion of(long id, @Nullable Long run, @Nullable Long task, Viewer viewer) {
            Account account = accounts.readable(new AccountId(id));
            Task found = task == null ? null : of(account, task);
            if (!viewer.mayChange(account) && (found == null || !tasks.mayChange(found, viewer))) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            RunId runId = run != null ? new RunId(run) : found == null ? null : found.run();
            return new Occasion(account, runId == null ? null : of(account, runId), found);
        }

        private Task of(Account account, long id) {
            return Optional.of(tasks.existing(id))
                    .filter(it -> it.account().equals(account.id()))
                    .orElseThrow(Reading::notFound);
        }

        private Run of(Account account, RunId id) {
            return runs.withId(id)
                    .filter(it -> it.account().equals(account.id()))
                    .orElseThrow(Reading::notFound);
        }

        private static ResponseStatusException notFound() {
            return new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
