package ews.plays.checkin;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The check-ins that took place. When the next one is due, {@link NextCheckIns} say. */
@Repository
public class CheckIns {

    private final JdbcClient jdbc;
    private final Touchpoints touchpoints;
    private final AuditLog audit;
    private final OrganisationDays days;

    CheckIns(JdbcClient jdbc, Touchpoints touchpoints, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.touchpoints = touchpoints;
        this.audit = audit;
        this.days = days;
    }

    /**
     * Records a check-in, and logs it as a touchpoint: of the kind in which it took place, or as a note if it reached
     * nobody.
     *
     * @param kind in which it took place; a note is none
     * @throws IllegalArgumentException if the note is missing, the time is still to come, or the kind is a note
     * @throws java.util.NoSuchElementException if there is no such account
     */
    @Transactional
    public CheckIn record(
            AccountId account, TouchpointKind kind, CheckInResult result, Instant time, String note, Actor actor) {
        if (kind == TouchpointKind.NOTE) {
            throw new IllegalArgumentException("A check-in is a call, a meeting or an e-mail, not a note.");
        }
        String written = Written.required("note", note, Written.TEXT - 100);
        touchpoints.log(
                account,
                result == CheckInResult.NOT_REACHED ? TouchpointKind.NOTE : kind,
                time,
                "Check-in, %s: %s".formatted(result.label().toLowerCase(Locale.ROOT), written),
                null,
                actor);
        audit.record(actor, "check_in.recorded", "account " + account, Map.of("result", result.code()));
        return jdbc.sql("""
                        insert into check_in (account_id, occurred_at, member_id, author, result, note)
                        values (:account, :time, :member, :author, :result, :note)
                        returning *
                        """)
                .param("account", account.value())
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("member", actor.member() == null ? null : actor.member().value())
                .param("author", actor.name())
                .param("result", result.code())
                .param("note", written)
                .query(CheckIns::checkIn)
                .single();
    }

    /** The same, now. */
    public CheckIn record(AccountId account, TouchpointKind kind, CheckInResult result, String note, Actor actor) {
        return record(account, kind, result, days.now(), note, actor);
    }

    /** The check-ins of an account, the latest first. */
    public List<CheckIn> ofAccount(AccountId account, int limit) {
        return jdbc.sql("""
                        select * from check_in where account_id = :account
                        order by occurred_at desc, id desc limit :limit
                        """)
                .param("account", account.value())
                .param("limit", limit)
                .query(CheckIns::checkIn)
                .list();
    }

    /** The latest check-in that reached somebody. */
    public Optional<CheckIn> lastReached(AccountId account) {
        return jdbc.sql("""
                        select * from check_in where account_id = :account and result <> 'not_reached'
                        order by occurred_at desc, id desc limit 1
                        """)
                .param("account", account.value())
                .query(CheckIns::checkIn)
                .optional();
    }

    private static CheckIn checkIn(ResultSet row, int number) throws SQLException {
        return new CheckIn(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                CheckInResult.of(row.getString("result")),
                row.getString("note"));
    }
}
