package ews.plays.followup;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one policy that there is. */
@Repository
public class EscalationPolicies {

    private final JdbcClient jdbc;
    private final Holidays holidays;
    private final OrganisationDays days;
    private final AuditLog audit;

    EscalationPolicies(JdbcClient jdbc, Holidays holidays, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.days = days;
        this.audit = audit;
    }

    public EscalationPolicy current() {
        return jdbc.sql("select * from escalation_policy")
                .query((row, _) -> new EscalationPolicy(
                        row.getInt("remind_after"), row.getInt("escalate_after"), row.getInt("alert_after")))
                .single();
    }

    /** An alert with which nobody has dealt since this day, or for longer, is left lying. */
    public LocalDate alertsSince() {
        return DueDays.atLatest(days.today(), current().alertAfter(), holidays.workingDays());
    }

    /** Counts from now on, also for what is overdue already; what was told stays told. */
    @Transactional
    public void change(EscalationPolicy policy, Actor actor) {
        if (policy.equals(current())) {
            return;
        }
        jdbc.sql("""
                        update escalation_policy
                        set remind_after = :remind, escalate_after = :escalate, alert_after = :alert
                        """)
                .param("remind", policy.remindAfter())
                .param("escalate", policy.escalateAfter())
                .param("alert", policy.alertAfter())
                .update();
        audit.record(
                actor,
                "escalation.changed",
                "follow-up",
                Map.of(
                        "remindAfter", policy.remindAfter(),
                        "escalateAfter", policy.escalateAfter(),
                        "alertAfter", policy.alertAfter()));
    }
}
