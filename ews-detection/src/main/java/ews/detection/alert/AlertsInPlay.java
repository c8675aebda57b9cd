package ews.detection.alert;

import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.play.Outcome;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * What runs of plays do to alerts. A run is told of more than once, and its end perhaps before its start: the alert keeps
 * the run that ended, so that each run ends once for it. An alert that has ended stays as it ended.
 */
@Repository
class AlertsInPlay {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final OrganisationDays days;

    AlertsInPlay(JdbcClient jdbc, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.days = days;
    }

    /** Somebody works on the alert: it is in play. What it was before is kept, should the run be given up. */
    void started(AlertId alert, RunId run) {
        update(alert, run, jdbc.sql("""
                update alert set status = 'in_play', revision = revision + 1
                where id = :id and status in ('open', 'acknowledged') and ended_run_id is distinct from :run
                """));
    }

    /** The run was given up, so that the alert is again what it was: waiting for somebody, in hand, or put aside. */
    void cancelled(AlertId alert, RunId run) {
        update(alert, run, jdbc.sql("""
                update alert set status = case when status <> 'in_play' then status
                                               when acknowledged_by is null then 'open' else 'acknowledged' end,
                                 ended_run_id = :run, revision = revision + 1
                where id = :id and status in ('open', 'acknowledged', 'in_play')
                  and ended_run_id is distinct from :run
                """));
    }

    /**
     * What people achieved is noted, and facts decide whether the alert is over: it is back with who told the outcome,
     * and is resolved by its rule. Where nothing is left to wait for, it is closed in their name.
     */
    void finished(AlertId alert, RunId run, Outcome outcome, String note, Actor by) {
        switch (outcome) {
            case SAVED, IMPROVED, NO_CHANGE -> acknowledge(alert, run, outcome, by);
            case LOST -> close(alert, run, outcome, CloseReason.LOST, note, by);
            case FALSE_ALARM -> close(alert, run, outcome, CloseReason.FALSE_ALARM, note, by);
        }
    }

    private void acknowledge(AlertId alert, RunId run, Outcome outcome, Actor by) {
        int changed = update(
                alert,
                run,
                jdbc.sql("""
                update alert set status = 'acknowledged', acknowledged_by = coalesce(acknowledged_by, :member),
                                 ended_run_id = :run, run_outcome = :outcome, run_ended_at = :now,
                                 snoozed_until = null, snoozed_at_value = null, snoozed_worse_at = null, worse_on = null,
                                 revision = revision + 1
                where id = :id and status in ('open', 'acknowledged', 'in_play')
                  and ended_run_id is distinct from :run
                """)
                        .param("outcome", outcome.code())
                        .param("now", now())
                        .param(
                                "member",
                                by.member() == null ? null : by.member().value()));
        if (changed > 0) {
            record(by, "alert.acknowledged", alert, Map.of("run", run.value(), "outcome", outcome.code()));
        }
    }

    private void close(AlertId alert, RunId run, Outcome outcome, CloseReason reason, String note, Actor by) {
        int changed = update(
                alert,
                run,
                jdbc.sql("""
                update alert set status = 'closed', closed_reason = :reason, closed_note = :note, ended_at = :now,
                                 ended_by = :actor, ended_run_id = :run, run_outcome = :outcome, run_ended_at = :now,
                                 revision = revision + 1
                where id = :id and status in ('open', 'acknowledged', 'in_play')
                  and ended_run_id is distinct from :run
                """)
                        .param("outcome", outcome.code())
                        .param("reason", reason.code())
                        .param("note", note)
                        .param("now", now())
                        .param("actor", by.name()));
        if (changed > 0) {
            record(by, "alert.closed", alert, Map.of("reason", reason.code(), "note", note, "run", run.value()));
        }
    }

    private OffsetDateTime now() {
        return days.now().atOffset(ZoneOffset.UTC);
    }

    private static int update(AlertId alert, RunId run, StatementSpec update) {
        return update.param("id", alert.value()).param("run", run.value()).update();
    }

    private void record(Actor by, String action, AlertId alert, Map<String, @Nullable Object> detail) {
        audit.record(by, action, "alert " + alert, detail);
    }
}
