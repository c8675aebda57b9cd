package ews.plays.outbox;

import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages that are to be sent. */
@Repository
public class Outbox {

    /** How long messages that were sent are kept. Nothing is told again that is older. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Outbox(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /**
     * Puts a message in, unless there is one of its dedup key. It is sent if, and only if, the caller's transaction
     * commits.
     *
     * @return whether it is new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean put(NewMessage message) {
        return jdbc.sql("""
                        insert into outbox_message (channel, destination, dedup_key, subject, payload, account_id, run_id,
                                                    next_attempt_at, created_at)
                        values (:channel, :destination, :key, :subject, :payload::jsonb, :account, :run, :now, :now)
                        on conflict (dedup_key) do nothing
                        """)
                        .param("channel", message.channel().code())
                        .param("destination", message.destination())
                        .param("key", message.dedupKey())
                        .param("subject", message.subject())
                        .param("payload", json.writeValueAsString(message.payload()))
                        .param(
                                "account",
                                message.account() == null
                                        ? null
                                        : message.account().value())
                        .param(
                                "run",
                                message.run() == null ? null : message.run().value())
                        .param("now", days.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Forgets what was sent long ago. What waits or failed stays. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from outbox_message where state = 'sent' and sent_at < :before")
                .param("before", days.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
