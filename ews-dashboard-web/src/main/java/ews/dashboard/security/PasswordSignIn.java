package ews.dashboard.security;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs members in by e-mail address and password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    /** By RFC 5321, and what nobody's address can be: neither database nor memory need to see anything else. */
    private static final int LONGEST_EMAIL = 320;

    private static final String IMPOSSIBLE = "?";

    private final Credentials credentials;
    private final SignInTries tries;
    private final AuditLog audit;

    PasswordSignIn(Credentials credentials, SignInTries tries, AuditLog audit) {
        this.credentials = credentials;
        this.tries = tries;
        this.audit = audit;
    }

    /**
     * @throws LockedException after too many tries, whether or not there is such a member
     * @throws BadCredentialsException if there is no active member with this address and password
     */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = isPossible(attempt.getName()) ? attempt.getName() : IMPOSSIBLE;
        String password = attempt.getCredentials() instanceof String text ? text : "";
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!tries.allowed(email, address)) {
            throw new LockedException("Too many tries");
        }
        Member member = email.equals(IMPOSSIBLE)
                ? null
                : credentials.memberWith(email, password).orElse(null);
        if (member == null) {
            tries.failed(email, address);
            throw new BadCredentialsException("No active member with this address and password");
        }
        tries.succeeded(email, address);
        return signIn(member);
    }

    private static boolean isPossible(String email) {
        return email.length() <= LONGEST_EMAIL && email.chars().noneMatch(Character::isISOControl);
    }

    /** The member is who they say they are: note it. */
    Authentication signIn(Member member) {
        credentials.seen(member.id());
        audit.record(Actor.of(member), "member.signed_in", member.email(), Map.of());
        int mark = credentials.markOf(member.id()).orElseThrow();
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(member.id().value(), mark), null, List.of());
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.equals(authentication);
    }
}
