package ews.dashboard.security;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How members get their first password, or a new one: an admin hands them a link. It works once and for a week; of a
 * member's links only the newest works.
 */
@Repository
public class Invitations {

    static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Members members;
    private final Credentials credentials;
    private final AuditLog audit;
    private final OrganisationDays days;

    Invitations(JdbcClient jdbc, Members members, Credentials credentials, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.members = members;
        this.credentials = credentials;
        this.audit = audit;
        this.days = days;
    }

    /** A new link for this member; an earlier one stops working. */
    @Transactional
    public Invitation invite(MemberId member, Actor by) {
        String token = Secrets.random();
        Instant expires = days.now().plus(VALID);
        jdbc.sql("""
                        insert into invitation (token_hash, member_id, expires_at) values (:hash, :member, :expires)
                        on conflict (member_id) do update
                        set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                        """)
                .param("hash", Secrets.hash(token))
                .param("member", member.value())
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        audit.record(by, "member.invited", members.withId(member).orElseThrow().email(), Map.of());
        return new Invitation("/join?token=" + token, expires);
    }

    /** The member whom this token invites; empty if it was used, replaced or is too old. */
    Optional<Member> invited(String token) {
        return jdbc.sql("select member_id from invitation where token_hash = :hash and expires_at > :now")
                .param("hash", Secrets.hash(token))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .flatMap(id -> members.withId(new MemberId(id)))
                .filter(Member::active);
    }

    /** Sets the password, and uses the token up; empty if the token does not count. */
    @Transactional
    Optional<Member> accept(String token, String password) {
        Optional<Member> invited = invited(token);
        if (invited.isEmpty() || !used(token)) {
            return Optional.empty();
        }
        Member member = invited.get();
        credentials.change(member.id(), password);
        audit.record(Actor.of(member), "member.joined", member.email(), Map.of());
        return invited;
    }

    /** Of two who come with the same token, one gets in. */
    private boolean used(String token) {
        return jdbc.sql("delete from invitation where token_hash = :hash")
                        .param("hash", Secrets.hash(token))
                        .update()
                == 1;
    }
}
