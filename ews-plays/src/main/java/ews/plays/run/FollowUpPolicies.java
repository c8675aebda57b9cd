package ews.plays.run;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one policy that there is: what becomes of open tasks when an account gets another CSM. */
@Repository
public class FollowUpPolicies {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    FollowUpPolicies(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public OwnerChange ownerChange() {
        return OwnerChange.of(jdbc.sql("select owner_change from follow_up_policy")
                .query(String.class)
                .single());
    }

    /** Counts from now on, where nobody says otherwise. */
    @Transactional
    public void change(OwnerChange ownerChange, Actor actor) {
        int changed = jdbc.sql("update follow_up_policy set owner_change = :to where owner_change <> :to")
                .param("to", ownerChange.code())
                .update();
        if (changed == 1) {
            audit.record(actor, "follow_up.changed", "follow-up", Map.of("ownerChange", ownerChange.code()));
        }
    }
}
