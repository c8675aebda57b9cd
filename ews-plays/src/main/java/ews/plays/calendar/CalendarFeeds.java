package ews.plays.calendar;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The secret addresses under which members' calendars can be read. Whoever has one reads, without signing in. */
@Repository
public class CalendarFeeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final JdbcClient jdbc;
    private final Members members;
    private final AuditLog audit;
    private final OrganisationDays days;

    CalendarFeeds(JdbcClient jdbc, Members members, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.members = members;
        this.audit = audit;
        this.days = days;
    }

    /** A new secret for a member; one they had before is worth nothing any more. It is told here and nowhere else. */
    @Transactional
    public String open(MemberId member, Actor actor) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                        insert into calendar_feed (member_id, token_hash, created_at) values (:member, :hash, :now)
                        on conflict (member_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
                        """)
                .param("member", member.value())
                .param("hash", hash(secret))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(actor, "calendar.opened", "member " + member, Map.of());
        return secret;
    }

    /** From then on nobody reads the member's calendar. */
    @Transactional
    public void close(MemberId member, Actor actor) {
        int closed = jdbc.sql("delete from calendar_feed where member_id = :member")
                .param("member", member.value())
                .update();
        if (closed == 1) {
            audit.record(actor, "calendar.closed", "member " + member, Map.of());
        }
    }

    /** Since when there is an address; empty if there is none. */
    public Optional<Instant> openSince(MemberId member) {
        return jdbc.sql("select created_at from calendar_feed where member_id = :member")
                .param("member", member.value())
                .query((row, _) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whose secret it is; empty for one that is not, and where the member was deactivated. */
    public Optional<Member> withSecret(String secret) {
        return jdbc.sql("select member_id from calendar_feed where token_hash = :hash")
                .param("hash", hash(secret))
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .optional()
                .flatMap(members::withId)
                .filter(Member::active);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
