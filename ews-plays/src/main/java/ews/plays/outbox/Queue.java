package ews.plays.outbox;

import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Hands messages out to be sent, and notes what became of them. No connection is held while one is on its way: who takes
 * a message has it for {@link #TO_SEND}, and if nothing was noted by then, somebody else sends it again.
 */
@Repository
class Queue {

    static final Duration TO_SEND = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Queue(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** The lanes of these channels in which a message is due. */
    List<String> dueLanes(Set<Channel> channels) {
        return jdbc.sql("""
                        select lane from (select 'email' as channel, 'email' as lane
                                          union all select 'webhook', 'webhook ' || id from webhook
                                          union all select 'slack', 'slack ' || id from slack_channel) lanes
                        where channel = any(:channels)
                          and exists (select from outbox_message it
                                      where it.lane = lanes.lane and it.state = 'waiting' and it.next_attempt_at <= :now)
                        """)
                .param("channels", channels.stream().map(Channel::code).toArray(String[]::new))
                .param("now", now())
                .query((row, _) -> row.getString("lane"))
                .list();
    }

    /** The message of a lane that is due for the longest time, now the caller's. */
    Optional<Message> take(String lane) {
        return jdbc.sql("""
                        update outbox_message set attempts = attempts + 1, next_attempt_at = :again
                        where id = (select id from outbox_message
                                    where lane = :lane and state = 'waiting' and next_attempt_at <= :now
                                    order by next_attempt_at limit 1 for update skip locked)
                        returning id, channel, destination, subject, payload::text as payload, attempts
                        """)
                .param("again", now().plus(TO_SEND))
                .param("lane", lane)
                .param("now", now())
                .query(Queue::message)
                .optional();
    }

    /** Counts even for who took longer than {@link #TO_SEND}: it was received. */
    void sent(Message message) {
        jdbc.sql("""
                        update outbox_message set state = 'sent', sent_at = :now, last_error = null
                        where id = :id and state <> 'sent'
                        """).param("now", now()).param("id", message.id().value()).update();
    }

    void failed(Message message, String reason) {
        jdbc.sql("""
                        update outbox_message set state = 'failed', last_error = :reason
                        where id = :id and state = 'waiting' and attempts = :attempt
                        """)
                .param("reason", reason)
                .param("id", message.id().value())
                .param("attempt", message.attempt())
                .update();
    }

    void again(Message message, Duration pause, String reason) {
        jdbc.sql("""
                        update outbox_message set next_attempt_at = :next, last_error = :reason
                        where id = :id and state = 'waiting' and attempts = :attempt
                        """)
                .param("next", now().plus(pause))
                .param("reason", reason)
                .param("id", message.id().value())
                .param("attempt", message.attempt())
                .update();
    }

    /** Lets everything else that goes to the same receiver wait, too, since it wants to be left alone. */
    void rest(Message message, Duration pause) {
        jdbc.sql("""
                        update outbox_message set next_attempt_at = :next
                        where state = 'waiting' and next_attempt_at < :next
                          and lane = (select lane from outbox_message where id = :id)
                        """)
                .param("next", now().plus(pause))
                .param("id", message.id().value())
                .update();
    }

    private OffsetDateTime now() {
        return days.now().atOffset(ZoneOffset.UTC);
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                Channel.of(row.getString("channel")),
                row.getString("destination"),
                row.getString("subject"),
                row.getString("payload"),
                row.getInt("attempts"));
    }
}
