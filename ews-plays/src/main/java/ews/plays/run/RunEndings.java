package ews.plays.run;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.play.Outcome;
import ews.domain.play.RunCancelled;
import ews.domain.play.RunFinished;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.task.Tasks;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How runs end: with an outcome that a person tells, or cancelled for a reason. A run ends once; ending it again is
 * {@linkplain TransitionRefused refused}. No task is left open behind it.
 */
@Repository
public class RunEndings {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final Tasks tasks;
    private final RunLists lists;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    RunEndings(
            JdbcClient jdbc,
            OrganisationDays days,
            Tasks tasks,
            RunLists lists,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.days = days;
        this.tasks = tasks;
        this.lists = lists;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Tells how a run ended whose tasks are all done or skipped, and publishes {@link RunFinished}.
     *
     * @throws TransitionRefused if a task is open, or the run has ended already
     */
    @Transactional
    public Run finish(RunId id, Outcome outcome, String note, Actor actor) {
        return finish(id, outcome, note, null, actor);
    }

    /** Like {@link #finish}, and skips the tasks that are still open, with this reason. */
    @Transactional
    public Run finishSkipping(RunId id, String skipReason, Outcome outcome, String note, Actor actor) {
        return finish(id, outcome, note, Written.required("reason", skipReason, Written.TEXT), actor);
    }

    /**
     * Ends a run whose goal is reached, as facts prove, skips what is still open of it, and publishes {@link RunFinished}.
     *
     * @param proof what is so, in words
     */
    @Transactional
    public Run prove(RunId id, String proof) {
        String note = "Proven by facts: %s.".formatted(proof);
        end(id, "finished", Outcome.SAVED, note);
        jdbc.sql("update run set proven_at = ended_at where id = :id")
                .param("id", id.value())
                .update();
        tasks.skipOpen(id, "The goal of the play is reached.", Actor.SYSTEM);
        Run run = existing(id);
        record(run, "run.proven", Map.of("outcome", Outcome.SAVED.code(), "note", note), Actor.SYSTEM);
        events.publishEvent(new RunFinished(id, run.account(), run.alert(), Outcome.SAVED, note, Actor.SYSTEM));
        return run;
    }

    /** Gives a run up: skips its open tasks and publishes {@link RunCancelled}. */
    @Transactional
    public Run cancel(RunId id, String reason, Actor actor) {
        String written = Written.required("reason", reason, Written.TEXT);
        end(id, "cancelled", null, written);
        tasks.skipOpen(id, written, actor);
        Run run = existing(id);
        record(run, "run.cancelled", Map.of("reason", written), actor);
        events.publishEvent(new RunCancelled(id, run.account(), run.alert(), written));
        return run;
    }

    private Run finish(RunId id, Outcome outcome, String note, @Nullable String skipReason, Actor actor) {
        if (actor.member() == null) {
            throw new IllegalArgumentException("Only a person can tell how a run ended.");
        }
        String written = Written.required("note", note, Written.TEXT);
        end(id, "finished", outcome, written);
        if (skipReason != null) {
            tasks.skipOpen(id, skipReason, actor);
        }
        Run run = existing(id);
        if (run.openTasks() > 0) {
            throw new TransitionRefused(
                    "The run \"%s\" of %s is running, with %d of its %d tasks open: do them, or skip them with a reason."
                            .formatted(run.playName(), run.accountName(), run.openTasks(), run.tasks()));
        }
        record(run, "run.finished", Map.of("outcome", outcome.code(), "note", written), actor);
        events.publishEvent(new RunFinished(id, run.account(), run.alert(), outcome, written, actor));
        return run;
    }

    /** Comes first, because it also keeps others from ending the run or its tasks meanwhile. */
    private void end(RunId id, String status, @Nullable Outcome outcome, String note) {
        int ended = jdbc.sql("""
                        update run set status = :to, ended_at = :now, outcome = :outcome, outcome_note = :note
                        where id = :id and status = 'running'
                        """)
                .param("to", status)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("outcome", outcome == null ? null : outcome.code())
                .param("note", note)
                .param("id", id.value())
                .update();
        if (ended == 0) {
            Run run = existing(id);
            throw new TransitionRefused("The run \"%s\" of %s is %s already."
                    .formatted(run.playName(), run.accountName(), inWords(run.state())));
        }
    }

    private static String inWords(RunState state) {
        return switch (state) {
            case RunState.Running running -> running.code();
            case RunState.Finished finished ->
                "finished (%s)".formatted(finished.outcome().label());
            case RunState.Cancelled cancelled -> "cancelled (%s)".formatted(cancelled.reason());
        };
    }

    private Run existing(RunId id) {
        return lists.withId(id).orElseThrow(() -> new NoSuchElementException("There is no run " + id));
    }

    private void record(Run run, String action, Map<String, @Nullable Object> detail, Actor actor) {
        audit.record(
                actor, action, "run %s \"%s\" of %s".formatted(run.id(), run.playName(), run.accountName()), detail);
    }
}
