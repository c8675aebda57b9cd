package ews.plays.getwell;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done with plans: kept in the audit log, and read from there. */
@Repository
class PlanHistory {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    PlanHistory(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param what the change is about, in words */
    void record(Actor actor, String action, AccountId account, PlanId plan, String what) {
        audit.record(actor, action, subject(account, plan), what.isEmpty() ? Map.of() : Map.of("what", what));
    }

    /** The latest first. */
    List<PlanChange> of(AccountId account, PlanId plan) {
        return jdbc.sql("""
                        select at, actor, action, coalesce(detail ->> 'what', '') what from audit_entry
                        where subject = :subject order by id desc
                        """)
                .param("subject", subject(account, plan))
                .query((row, _) -> new PlanChange(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("what")))
                .list();
    }

    private static String subject(AccountId account, PlanId plan) {
        return "get-well plan %s of account %s".formatted(plan, account);
    }
}
