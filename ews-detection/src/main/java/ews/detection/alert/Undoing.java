package ews.detection.alert;

import ews.domain.TransitionRefused;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what somebody has just done with an alert: it is again exactly as it was, if nothing else has changed it
 * since. What is true of the account goes on meanwhile and is not taken back.
 */
@Repository
public class Undoing {

    /** How long something can be taken back. */
    public static final Duration WHILE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final OrganisationDays days;

    Undoing(JdbcClient jdbc, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.days = days;
    }

    /**
     * Takes back what the actor did.
     *
     * @throws TransitionRefused if somebody else did it, if it is too long ago, or if the alert has changed since
     */
    @Transactional
    public void undo(Undo undo, Actor actor) {
        int undone = jdbc.sql("""
                        update alert a
                        set status = u.status, acknowledged_by = u.acknowledged_by, snoozed_until = u.snoozed_until,
                            snoozed_at_value = u.snoozed_at_value, snoozed_worse_at = u.snoozed_worse_at,
                            worse_on = u.worse_on, ended_at = null, ended_by = null, closed_reason = null,
                            closed_note = null, revision = a.revision + 1
                        from alert_undo u
                        where u.account_id = a.account_id and u.alert_id = a.id and a.id = :id
                          and a.revision = :revision and u.revision = :revision
                          and (u.member_id = :member or u.source = :source) and u.made_at > :earliest
                          and not exists (select from alert next where next.account_id = a.account_id and next.previous_id = a.id)
                        """)
                .param("id", undo.alert().value())
                .param("revision", undo.revision())
                .param("member", member(actor))
                .param("source", source(actor))
                .param("earliest", days.now().minus(WHILE).atOffset(ZoneOffset.UTC))
                .update();
        if (undone == 0) {
            throw new TransitionRefused(
                    "Alert %s has changed since, so that it stays as it is now".formatted(undo.alert()));
        }
        audit.record(actor, "alert.undone", "alert " + undo.alert(), Map.of());
    }

    /** Keeps how the alert is before the actor changes it, in the same transaction; nobody else changes it meanwhile. */
    void keep(AlertId alert, Actor actor) {
        jdbc.sql("""
                        insert into alert_undo (account_id, alert_id, revision, member_id, source, made_at, status,
                                                acknowledged_by, snoozed_until, snoozed_at_value, snoozed_worse_at, worse_on)
                        select account_id, id, revision + 1, :member, :source, :now, status, acknowledged_by,
                               snoozed_until, snoozed_at_value, snoozed_worse_at, worse_on
                        from alert where id = :id for update
                        on conflict (account_id, alert_id) do update
                        set revision = excluded.revision, member_id = excluded.member_id, source = excluded.source,
                            made_at = excluded.made_at,
                            status = excluded.status, acknowledged_by = excluded.acknowledged_by,
                            snoozed_until = excluded.snoozed_until, snoozed_at_value = excluded.snoozed_at_value,
                            snoozed_worse_at = excluded.snoozed_worse_at, worse_on = excluded.worse_on
                        """)
                .param("id", alert.value())
                .param("member", member(actor))
                .param("source", source(actor))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Long member(Actor actor) {
        return actor.member() == null ? null : (Long) actor.member().value();
    }

    /** The name of what calls the API; {@code null} for a member. */
    private static @Nullable String source(Actor actor) {
        return actor.member() == null ? actor.name() : null;
    }
}
