package ews.plays.outbox;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Messages as people look at them: what was sent, what waits, what failed and why. */
@Repository
public class Deliveries {

    private static final String SELECT = """
            select it.id, it.channel, coalesce(webhook.name, slack_channel.name, it.destination) as receiver, it.subject, it.state,
                   it.attempts, it.next_attempt_at, it.last_error, it.created_at, it.sent_at,
                   account.id as account_id, account.name as account_name
            from outbox_message it
            left join webhook on it.channel = 'webhook' and webhook.id::text = it.destination
            left join slack_channel on it.channel = 'slack' and slack_channel.id::text = it.destination
            left join account on account.id = it.account_id
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;

    Deliveries(JdbcClient jdbc, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
    }

    /**
     * The newest messages.
     *
     * @param state {@code null} for all
     * @param channel {@code null} for all
     * @param before only those that are older than this one; {@code null} to begin with the newest
     */
    public List<MessageRow> newest(
            @Nullable MessageState state, @Nullable Channel channel, @Nullable MessageId before, int limit) {
        return jdbc.sql(SELECT + """
                        where (:state::text is null or it.state = :state)
                          and (:channel::text is null or it.channel = :channel)
                          and (:before::uuid is null or it.id < :before)
                        order by it.id desc limit :limit
                        """)
                .param("state", state == null ? null : state.code())
                .param("channel", channel == null ? null : channel.code())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(Deliveries::row)
                .list();
    }

    /** What was put in for a run, the oldest first. */
    public List<MessageRow> ofRun(AccountId account, RunId run) {
        return jdbc.sql(SELECT + "where it.account_id = :account and it.run_id = :run order by it.id")
                .param("account", account.value())
                .param("run", run.value())
                .query(Deliveries::row)
                .list();
    }

    /**
     * Sends a message that failed once more, with the same id.
     *
     * @throws NoSuchElementException if there is no such message
     * @throws TransitionRefused if it did not fail
     */
    @Transactional
    public void sendAgain(MessageId id, Actor actor) {
        int changed = jdbc.sql("""
                        update outbox_message set state = 'waiting', attempts = 0, next_attempt_at = :now
                        where id = :id and state = 'failed'
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        if (changed == 0) {
            throw new TransitionRefused(
                    "This message is %s: only one that failed can be sent again.".formatted(state(id)));
        }
        audit.record(actor, "message.sent_again", "message " + id, Map.of());
    }

    private String state(MessageId id) {
        return jdbc.sql("select state from outbox_message where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no message " + id));
    }

    private static MessageRow row(ResultSet row, int number) throws SQLException {
        return new MessageRow(
                new MessageId(row.getObject("id", UUID.class)),
                Channel.of(row.getString("channel")),
                row.getString("receiver"),
                row.getString("subject"),
                MessageState.of(row.getString("state")),
                row.getInt("attempts"),
                moment(row, "next_attempt_at"),
                row.getString("last_error"),
                moment(row, "created_at"),
                row.getObject("sent_at") == null ? null : moment(row, "sent_at"),
                row.getObject("account_id", Long.class),
                row.getString("account_name"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
