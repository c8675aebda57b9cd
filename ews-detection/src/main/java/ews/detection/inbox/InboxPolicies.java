package ews.detection.inbox;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one policy that there is. */
@Repository
public class InboxPolicies {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final OrganisationDays days;

    InboxPolicies(JdbcClient jdbc, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.days = days;
    }

    public InboxPolicy current() {
        return jdbc.sql("select * from inbox_policy")
                .query(InboxPolicies::policy)
                .single();
    }

    /** When the quiet hours end that are now; empty if there are none now. */
    public Optional<ZonedDateTime> quietUntil() {
        return current().quietUntil(days.now().atZone(days.zone()));
    }

    /** Counts from now on; what quiet hours have held back comes within a minute where they are over by that. */
    @Transactional
    public void change(InboxPolicy policy, Actor actor) {
        if (policy.equals(current())) {
            return;
        }
        QuietHours quiet = policy.quietHours();
        jdbc.sql("""
                        update inbox_policy
                        set budget = :budget, quiet_from = :from, quiet_to = :to, quiet_weekends = :weekends
                        """)
                .param("budget", policy.budget(), Types.INTEGER)
                .param("from", quiet == null ? null : quiet.from(), Types.TIME)
                .param("to", quiet == null ? null : quiet.to(), Types.TIME)
                .param("weekends", quiet != null && quiet.weekends())
                .update();
        audit.record(actor, "inbox.changed", "inbox", said(policy));
    }

    private static Map<String, @Nullable Object> said(InboxPolicy policy) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("budget", policy.budget());
        QuietHours quiet = policy.quietHours();
        if (quiet != null) {
            said.put("quietFrom", quiet.from() == null ? null : quiet.from().toString());
            said.put("quietTo", quiet.to() == null ? null : quiet.to().toString());
            said.put("quietWeekends", quiet.weekends());
        }
        return said;
    }

    private static InboxPolicy policy(ResultSet row, int number) throws SQLException {
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        boolean weekends = row.getBoolean("quiet_weekends");
        return new InboxPolicy(
                row.getObject("budget", Integer.class),
                from == null && !weekends
                        ? null
                        : new QuietHours(from, row.getObject("quiet_to", LocalTime.class), weekends));
    }
}
