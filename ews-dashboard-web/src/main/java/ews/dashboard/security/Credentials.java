package ews.dashboard.security;

import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The members' passwords, kept only as Argon2id hashes. */
@Repository
class Credentials {

    /** What a password is compared with where there is none, so that both answers take the same time. */
    private final String nobodysHash;

    private final JdbcClient jdbc;
    private final Members members;
    private final PasswordEncoder encoder;
    private final OrganisationDays days;

    Credentials(JdbcClient jdbc, Members members, PasswordEncoder encoder, OrganisationDays days) {
        this.jdbc = jdbc;
        this.members = members;
        this.encoder = encoder;
        this.days = days;
        this.nobodysHash = hash("nobody's password");
    }

    /** The active member with this address and password. Takes the same time whether or not there is such a member. */
    Optional<Member> memberWith(String email, String password) {
        Optional<Member> member = People.problemWithEmail(email).isPresent()
                ? Optional.empty()
                : members.withEmail(email).filter(Member::active);
        Optional<String> hash = member.flatMap(it -> hashOf(it.id()));
        boolean matches = encoder.matches(password, hash.orElse(nobodysHash));
        return matches && hash.isPresent() ? member : Optional.empty();
    }

    boolean matches(MemberId member, String password) {
        return hashOf(member).filter(hash -> encoder.matches(password, hash)).isPresent();
    }

    /** Changes with the password; tells nothing about it. */
    Optional<Integer> markOf(MemberId member) {
        return hashOf(member).map(String::hashCode);
    }

    void change(MemberId member, String password) {
        jdbc.sql("update member set password_hash = :hash where id = :id")
                .param("hash", hash(password))
                .param("id", member.value())
                .update();
    }

    void seen(MemberId member) {
        jdbc.sql("update member set seen_at = :now where id = :id")
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", member.value())
                .update();
    }

    /** Whether somebody can sign in who may do everything. */
    boolean adminExists() {
        return jdbc.sql("""
                        select exists (
                          select from member where role = 'admin' and active and password_hash is not null)
                        """).query(Boolean.class).single();
    }

    private Optional<String> hashOf(MemberId member) {
        return jdbc.sql("select password_hash from member where id = :id and password_hash is not null")
                .param("id", member.value())
                .query(String.class)
                .optional();
    }

    private String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("There is no hash of no password");
        }
        return hash;
    }
}
