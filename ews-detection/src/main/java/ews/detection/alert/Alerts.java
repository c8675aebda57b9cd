package ews.detection.alert;

import ews.domain.TransitionRefused;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with alerts. Each change names the states that it starts from, in the statement that makes it; an alert
 * in another state is left as it is, and a {@link TransitionRefused} names that state. What a person did can be
 * {@linkplain Undoing undone} for a while.
 */
@Repository
public class Alerts {

    private static final int LONGEST_SNOOZE_DAYS = 365;

    private final JdbcClient jdbc;
    private final Undoing undoing;
    private final AuditLog audit;
    private final OrganisationDays days;

    Alerts(JdbcClient jdbc, Undoing undoing, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.undoing = undoing;
        this.audit = audit;
        this.days = days;
    }

    /** Says that somebody has seen an alert that waits, and takes care of it. */
    @Transactional
    public Undo acknowledge(AlertId alert, Actor actor) {
        Undo undo = change(
                alert,
                "acknowledged",
                actor,
                jdbc.sql("""
                        update alert
                        set status = 'acknowledged', acknowledged_by = :member, snoozed_until = null,
                            snoozed_at_value = null, snoozed_worse_at = null, worse_on = null, revision = revision + 1
                        where id = :id and (status = 'open' or status = 'acknowledged' and snoozed_until <= :today)
                        returning revision
                        """)
                        .param("today", days.today())
                        .param(
                                "member",
                                actor.member() == null ? null : actor.member().value()));
        record(actor, "alert.acknowledged", alert, Map.of());
        return undo;
    }

    /**
     * Puts an alert that no play is running for aside until the beginning of a day, or until it gets worse.
     *
     * @param orWorse whether it comes back earlier when it is worse than it was when it was last seen, if it can be
     * @throws IllegalArgumentException if the day is not after today, or more than a year away
     */
    @Transactional
    public Undo snooze(AlertId alert, LocalDate until, boolean orWorse, Actor actor) {
        LocalDate today = days.today();
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_SNOOZE_DAYS))) {
            throw new IllegalArgumentException("Snooze until a day after today, at most %d days ahead; not until %s"
                    .formatted(LONGEST_SNOOZE_DAYS, until));
        }
        Undo undo = change(
                alert, "snoozed", actor, jdbc.sql("""
                        update alert
                        set snoozed_until = :until, worse_on = null, revision = revision + 1,
                            (snoozed_at_value, snoozed_worse_at) = (
                              select value, worse_at from alert_occurrence seen
                              where :orWorse and seen.account_id = alert.account_id and seen.alert_id = alert.id
                              order by day desc limit 1)
                        where id = :id and status in ('open', 'acknowledged')
                        returning revision
                        """).param("until", until).param("orWorse", orWorse));
        record(actor, "alert.snoozed", alert, Map.of("until", until, "orWorse", orWorse));
        return undo;
    }

    /** Ends a snooze early; without one, nothing changes. */
    @Transactional
    public Undo wake(AlertId alert, Actor actor) {
        Undo undo = change(alert, "woken", actor, jdbc.sql("""
                        update alert
                        set snoozed_until = null, snoozed_at_value = null, snoozed_worse_at = null, worse_on = null,
                            revision = revision + 1
                        where id = :id and status in ('open', 'acknowledged')
                        returning revision
                        """));
        record(actor, "alert.woken", alert, Map.of());
        return undo;
    }

    /** Ends an alert whose condition may still hold; the rule stays quiet for a while, see the rule's cool-down. */
    @Transactional
    public Undo close(AlertId alert, CloseReason reason, @Nullable String note, Actor actor) {
        String text = note == null || note.isBlank() ? null : note.strip();
        Undo undo = change(
                alert,
                "closed",
                actor,
                jdbc.sql("""
                        update alert
                        set status = 'closed', closed_reason = :reason, closed_note = :note, ended_at = :now,
                            ended_by = :actor, revision = revision + 1
                        where id = :id and status in ('open', 'acknowledged', 'in_play')
                        returning revision
                        """)
                        .param("reason", reason.code())
                        .param("note", text)
                        .param("now", days.now().atOffset(ZoneOffset.UTC))
                        .param("actor", actor.name()));
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("reason", reason.code());
        detail.put("note", text);
        record(actor, "alert.closed", alert, detail);
        return undo;
    }

    private Undo change(AlertId alert, String participle, Actor actor, StatementSpec update) {
        undoing.keep(alert, actor);
        return update.param("id", alert.value())
                .query(Integer.class)
                .optional()
                .map(revision -> new Undo(alert, revision))
                .orElseThrow(() -> new TransitionRefused(
                        "Alert %s is %s, so it cannot be %s".formatted(alert, statusOf(alert), participle)));
    }

    private String statusOf(AlertId alert) {
        return jdbc.sql("select status from alert where id = :id")
                .param("id", alert.value())
                .query((row, _) ->
                        AlertStatus.of(row.getString("status")).label().toLowerCase(Locale.ROOT))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no alert " + alert));
    }

    private void record(Actor actor, String action, AlertId alert, Map<String, @Nullable Object> detail) {
        audit.record(actor, action, "alert " + alert, detail);
    }
}
