package ews.dashboard.security;

import ews.domain.member.Member;
import ews.domain.member.Members;
import jakarta.servlet.DispatcherType;
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

    private static final String VIEWER = CurrentMember.class.getName() + ".viewer";

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
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                remember(request.getAttribute(VIEWER));
            } else {
                Viewer viewer = viewer(signedIn).orElse(null);
                request.setAttribute(VIEWER, viewer);
                remember(viewer);
                if (viewer == null) {
                    end(request.getSession(false));
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static void remember(@Nullable Object viewer) {
        if (viewer instanceof Viewer known) {
            SecurityContextHolder.setContext(new SecurityContextImpl(authentication(known)));
        } else {
            SecurityContextHolder.clearContext();
        }
    }

    /** Error pages know who is there, too, without reading it again: the database may be what is wrong. */
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
