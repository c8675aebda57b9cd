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
        String email = attempt.getName();
        String password = attempt.getCredentials() instanceof String text ? text : "";
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!tries.begin(email, address)) {
            throw new LockedException("Too many tries");
        }
        Member member = credentials
                .memberWith(email, password)
                .orElseThrow(() -> new BadCredentialsException("No active member with this address and password"));
        tries.succeeded(email, address);
        return signIn(member);
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
