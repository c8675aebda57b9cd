package ews.dashboard.security;

import ews.domain.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What members change about themselves. */
@Controller
@RequestMapping("/me")
class MyPage {

    private final Credentials credentials;
    private final PasswordRules rules;
    private final SignInTries tries;
    private final SessionStart sessions;
    private final AuditLog audit;

    MyPage(Credentials credentials, PasswordRules rules, SignInTries tries, SessionStart sessions, AuditLog audit) {
        this.credentials = credentials;
        this.rules = rules;
        this.tries = tries;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping
    String show() {
        return "me";
    }

    /** The other sessions of the member end, because their mark of the password is no longer right. */
    @PostMapping("/password")
    String changePassword(
            @RequestParam String current,
            @RequestParam String password,
            Viewer viewer,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> problem =
                wrong(viewer, current, request.getRemoteAddr()).or(() -> rules.problem(password, viewer.email()));
        if (problem.isPresent()) {
            redirect.addFlashAttribute("problem", problem.get());
        } else {
            credentials.change(viewer.id(), password);
            audit.record(viewer.actor(), "member.password_changed", viewer.email(), Map.of());
            sessions.begin(viewer.member(), request, response);
            redirect.addFlashAttribute("message", "The password is changed. Your other sessions are signed out.");
        }
        return "redirect:/me";
    }

    private Optional<String> wrong(Viewer viewer, String current, String address) {
        if (!tries.begin(viewer.email(), address)) {
            return Optional.of("Too many tries. Wait 15 minutes, then try again.");
        }
        if (!credentials.matches(viewer.id(), current)) {
            return Optional.of("The current password is not right.");
        }
        tries.succeeded(viewer.email(), address);
        return Optional.empty();
    }
}
