package ews.dashboard.security;

import ews.domain.member.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins a new session for a member who just proved who they are by other means than the form. */
@Component
class SessionStart {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final PasswordSignIn passwordSignIn;

    SessionStart(PasswordSignIn passwordSignIn) {
        this.passwordSignIn = passwordSignIn;
    }

    void begin(Member member, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        sessions.saveContext(new SecurityContextImpl(passwordSignIn.signIn(member)), request, response);
    }
}
