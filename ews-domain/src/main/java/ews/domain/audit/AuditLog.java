package ews.domain.audit;

import ews.domain.time.OrganisationDays;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Records who changed what. Write in the same transaction as the change, so that neither exists without the other. */
@Repository
public class AuditLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    AuditLog(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /**
     * @param action what happened, as a dotted name: {@code profile.published}
     * @param subject what it happened to, readable: {@code segment Enterprise}
     * @param detail what changed; never a secret
     */
    public void record(Actor actor, String action, String subject, Map<String, @Nullable Object> detail) {
        jdbc.sql("""
                        insert into audit_entry (at, member_id, actor, action, subject, detail)
                        values (:at, :member, :actor, :action, :subject, :detail::jsonb)
                        """)
                .param("at", days.now().atOffset(ZoneOffset.UTC))
                .param("member", actor.member() == null ? null : actor.member().value())
                .param("actor", actor.name())
                .param("action", action)
                .param("subject", subject)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }
}
