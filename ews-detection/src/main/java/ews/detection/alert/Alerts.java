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
 * in another state is left as it is, and a {@link TransitionRefused} names that state.
 */
@Repository
public class Alerts {

    private static final int LONGEST_SNOOZE_DAYS = 365;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final OrganisationDays days;

    Alerts(JdbcClient jdbc, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.days = days;
    }

    /** Says that somebody has seen an open alert and takes care of it. */
    @Transactional
    public void acknowledge(AlertId alert, Actor actor) {
        change(
                alert,
                "acknowledged",
                jdbc.sql("""
                update alert set status = 'acknowledged', acknowledged_by = :member where id = :id and status = 'open'
                """)
                        .param(
                                "member",
                                actor.member() == null ? null : actor.member().value()));
        record(actor, "alert.acknowledged", alert, Map.of());
    }

    /**
     * Puts an alert that no play is running for aside until the beginning of a day.
     *
     * @throws IllegalArgumentException if the day is not after today, or more than a year away
     */
    @Transactional
    public void snooze(AlertId alert, LocalDate until, Actor actor) {
        LocalDate today = days.today();
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_SNOOZE_DAYS))) {
            throw new IllegalArgumentException("Snooze until a day after today, at most %d days ahead; not until %s"
                    .formatted(LONGEST_SNOOZE_DAYS, until));
        }
        change(alert, "snoozed", jdbc.sql("""
                update alert set snoozed_until = :until where id = :id and status in ('open', 'acknowledged')
                """).param("until", until));
        record(actor, "alert.snoozed", alert, Map.of("until", until));
    }

    /** Ends a snooze early; without one, nothing changes. */
    @Transactional
    public void wake(AlertId alert, Actor actor) {
        change(alert, "woken", jdbc.sql("""
                update alert set snoozed_until = null where id = :id and status in ('open', 'acknowledged')
                """));
        record(actor, "alert.woken", alert, Map.of());
    }

    /** Ends an alert whose condition may still hold; the rule stays quiet for a while, see the rule's hold time. */
    @Transactional
    public void close(AlertId alert, CloseReason reason, @Nullable String note, Actor actor) {
        String text = note == null || note.isBlank() ? null : note.strip();
        change(
                alert,
                "closed",
                jdbc.sql("""
                update alert set status = 'closed', closed_reason = :reason, closed_note = :note, ended_at = :now,
                                 ended_by = :actor
                where id = :id and status in ('open', 'acknowledged', 'in_play')
                """)
                        .param("reason", reason.code())
                        .param("note", text)
                        .param("now", days.now().atOffset(ZoneOffset.UTC))
                        .param("actor", actor.name()));
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("reason", reason.code());
        detail.put("note", text);
        record(actor, "alert.closed", alert, detail);
    }

    private void change(AlertId alert, String participle, StatementSpec update) {
        if (update.param("id", alert.value()).update() == 0) {
            throw new TransitionRefused(
                    "Alert %s is %s, so it cannot be %s".formatted(alert, statusOf(alert), participle));
        }
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
