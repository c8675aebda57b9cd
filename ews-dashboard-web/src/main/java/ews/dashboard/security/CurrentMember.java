package ews.dashboard.security;

import ews.domain.member.Member;
import ews.domain.member.Members;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the member of the session again at each request, so that a new role, a new password or being disabled takes
 * effect at the next one.
 */
final class CurrentMember extends OncePerRequestFilter {

    private final Members members;
    private final Credentials credentials;

    CurrentMember(Members members, Credentials credentials) {
        this.members = members;
        this.credentials = credentials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            viewer(signedIn)
                    .ifPresentOrElse(
                            viewer -> SecurityContextHolder.setContext(new SecurityContextImpl(authentication(viewer))),
                            () -> end(request.getSession(false)));
        }
        chain.doFilter(request, response);
    }

    /** Error pages know who is there, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<Viewer> viewer(SignedIn signedIn) {
        return members.withId(signedIn.member())
                .filter(Member::active)
                .filter(_ -> credentials
                        .markOf(signedIn.member())
                        .filter(mark -> mark == signedIn.passwordMark())
                        .isPresent())
                .map(Viewer::new);
    }

    private static Authentication authentication(Viewer viewer) {
        return UsernamePasswordAuthenticationToken.authenticated(
                viewer,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + viewer.role().name()));
    }

    private static void end(@Nullable HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }
}
