package ews.plays.touchpoint;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.outbox.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The logged engagement with the accounts. */
@Repository
public class Touchpoints {

    private static final String SELECT = """
            select t.*, e.id email_id, m.state email_state
            from touchpoint t
            left join email e on e.account_id = t.account_id and e.touchpoint_id = t.id
            left join outbox_message m on m.id = e.message_id
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final OrganisationDays days;

    Touchpoints(JdbcClient jdbc, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.days = days;
    }

    /**
     * @param time when it took place, not in the future
     * @param run of the same account that it belongs to; {@code null} if to none
     * @return the id of the touchpoint
     * @throws IllegalArgumentException if the note is missing or the time is still to come
     * @throws NoSuchElementException if there is no such account, or the account has no such run
     */
    @Transactional
    public long log(
            AccountId account, TouchpointKind kind, Instant time, String note, @Nullable RunId run, Actor actor) {
        if (time.isAfter(days.now())) {
            throw new IllegalArgumentException("A touchpoint is logged when it has taken place, and this is to come.");
        }
        long id;
        try {
            id = insert(account, kind, time, Written.required("note", note, Written.TEXT), run, actor);
        } catch (DataIntegrityViolationException e) {
            throw new NoSuchElementException(
                    "There is no account " + account + (run == null ? "" : " with run " + run));
        }
        audit.record(actor, "touchpoint.logged", "account " + account, Map.of("kind", kind.code()));
        return id;
    }

    /** What was logged for an account, the latest first. */
    public List<Touchpoint> ofAccount(AccountId account, int limit) {
        return jdbc.sql(SELECT + """
                        where t.account_id = :account
                        order by t.occurred_at desc, t.id desc limit :limit
                        """)
                .param("account", account.value())
                .param("limit", limit)
                .query(Touchpoints::touchpoint)
                .list();
    }

    /** What was logged for a run, in its order. */
    public List<Touchpoint> ofRun(AccountId account, RunId run) {
        return jdbc.sql(SELECT + """
                        where t.account_id = :account and t.run_id = :run
                        order by t.occurred_at, t.id
                        """)
                .param("account", account.value())
                .param("run", run.value())
                .query(Touchpoints::touchpoint)
                .list();
    }

    /** The day on which somebody at the account was last written to, called or met; notes do not count. */
    public Optional<LocalDate> lastDay(AccountId account) {
        return jdbc.sql("select max(occurred_at) from touchpoint where account_id = :account and kind <> 'note'")
                .param("account", account.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(time -> days.dayOf(time.toInstant()));
    }

    /** {@link #lastDay} of every account that was ever touched. */
    public Map<AccountId, LocalDate> lastDays() {
        Map<AccountId, LocalDate> last = new HashMap<>();
        jdbc.sql("select account_id, max(occurred_at) at from touchpoint where kind <> 'note' group by account_id")
                .query(row -> {
                    Instant time = row.getObject("at", OffsetDateTime.class).toInstant();
                    last.put(new AccountId(row.getLong("account_id")), days.dayOf(time));
                });
        return last;
    }

    private long insert(
            AccountId account, TouchpointKind kind, Instant time, String note, @Nullable RunId run, Actor actor) {
        return jdbc.sql("""
                        insert into touchpoint (account_id, kind, occurred_at, member_id, author, note, run_id)
                        values (:account, :kind, :time, :member, :author, :note, :run) returning id
                        """)
                .param("account", account.value())
                .param("kind", kind.code())
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("member", actor.member() == null ? null : actor.member().value())
                .param("author", actor.name())
                .param("note", note)
                .param("run", run == null ? null : run.value())
                .query(Long.class)
                .single();
    }

    private static Touchpoint touchpoint(ResultSet row, int number) throws SQLException {
        long member = row.getLong("member_id");
        long run = row.getLong("run_id");
        return new Touchpoint(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                TouchpointKind.of(row.getString("kind")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                member == 0 ? null : new MemberId(member),
                row.getString("author"),
                row.getString("note"),
                run == 0 ? null : new RunId(run),
                email(row));
    }

    private static Touchpoint.@Nullable Email email(ResultSet row) throws SQLException {
        long email = row.getLong("email_id");
        String state = row.getString("email_state");
        return email == 0 ? null : new Touchpoint.Email(email, state == null ? null : MessageState.of(state));
    }
}
