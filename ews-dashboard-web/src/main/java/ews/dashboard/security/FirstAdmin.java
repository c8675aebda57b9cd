package ews.dashboard.security;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first admin is made by whoever can read what the server prints when it starts: a link with a secret. It works
 * once, and only as long as there is no admin.
 */
@Component
public class FirstAdmin {

    private final Members members;
    private final Credentials credentials;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    private byte @Nullable [] secretHash;

    FirstAdmin(Members members, Credentials credentials, AuditLog audit, TransactionTemplate transaction) {
        this.members = members;
        this.credentials = credentials;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The path of a new link, which replaces an earlier one; empty if there is an admin. */
    public synchronized Optional<String> link() {
        if (credentials.adminExists()) {
            return Optional.empty();
        }
        String secret = Secrets.random();
        secretHash = Secrets.hash(secret);
        return Optional.of("/welcome?secret=" + secret);
    }

    synchronized boolean accepts(String secret) {
        return secretHash != null && Secrets.same(secretHash, secret) && !credentials.adminExists();
    }

    /** Empty if the secret does not count, or does not any more. */
    synchronized Optional<Member> make(String secret, String name, String email, String password) {
        if (!accepts(secret)) {
            return Optional.empty();
        }
        Member admin = make(name, email, password);
        secretHash = null;
        return Optional.of(admin);
    }

    /**
     * Makes the admin that an operator configured, unless there is one.
     *
     * @throws IllegalArgumentException if nobody can have this e-mail address
     */
    public synchronized boolean ensure(String email, String password) {
        if (credentials.adminExists()) {
            return false;
        }
        People.problemWithEmail(email).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        make(email.replaceFirst("@.*", ""), email, password);
        return true;
    }

    private Member make(String name, String email, String password) {
        return transaction.execute(_ -> {
            Member member = members.ensure(email.strip(), name.strip(), Role.ADMIN, false);
            members.change(member.id(), member.email(), name.strip(), Role.ADMIN, true);
            credentials.change(member.id(), password);
            audit.record(Actor.SYSTEM, "member.first_admin", member.email(), Map.of("name", name.strip()));
            return members.withId(member.id()).orElseThrow();
        });
    }
}
