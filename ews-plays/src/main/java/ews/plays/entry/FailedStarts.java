package ews.plays.entry;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.plays.play.Play;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that were called into a play and could not come in, each until somebody has dealt with it. */
@Repository
public class FailedStarts {

    private static final String GONE =
            "This start is not in the list any more: somebody has tried it again or dismissed it.";

    private final JdbcClient jdbc;
    private final AuditLog audit;

    FailedStarts(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * One of them.
     *
     * @param reason what called the account, as a sentence
     * @param failure why it could not come in
     */
    public record FailedStart(
            long id, AccountId account, String accountName, String reason, String failure, Instant calledAt) {}

    /** Those of a play, the longest waiting first. */
    public List<FailedStart> ofPlay(String play, int limit) {
        return jdbc.sql("""
                        select c.id, c.account_id, a.name, c.reason, c.failure, c.written_at
                        from play_call c join play p on p.id = c.play_id join account a on a.id = c.account_id
                        where p.key = :play and c.failure is not null
                        order by c.id limit :limit
                        """)
                .param("play", play)
                .param("limit", limit)
                .query((row, _) -> new FailedStart(
                        row.getLong("id"),
                        new AccountId(row.getLong("account_id")),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getString("failure"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Lets the account wait at the play once more, which it comes into within moments if it may.
     *
     * @throws IllegalArgumentException if the play is off, or somebody was faster
     */
    @Transactional
    public void tryAgain(Play play, long start, Actor actor) {
        if (!play.enabled()) {
            throw new IllegalArgumentException("%s is off: switch it on first.".formatted(play.name()));
        }
        dealtWith("""
                        update play_call c set failure = null from play p, account a
                        where c.id = :id and c.failure is not null and p.id = c.play_id and p.key = :play and a.id = c.account_id
                        returning a.name
                        """, play, start, "play.start_tried_again", actor);
    }

    /**
     * Gives it up; the account can be started by hand all the same.
     *
     * @throws IllegalArgumentException if somebody was faster
     */
    @Transactional
    public void dismiss(Play play, long start, Actor actor) {
        dealtWith("""
                        delete from play_call c using play p, account a
                        where c.id = :id and c.failure is not null and p.id = c.play_id and p.key = :play and a.id = c.account_id
                        returning a.name
                        """, play, start, "play.start_dismissed", actor);
    }

    private void dealtWith(String sql, Play play, long start, String action, Actor actor) {
        String account = jdbc.sql(sql)
                .param("id", start)
                .param("play", play.key())
                .query((row, _) -> row.getString("name"))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException(GONE));
        audit.record(actor, action, "play " + play.name(), Map.of("key", play.key(), "account", account));
    }
}
