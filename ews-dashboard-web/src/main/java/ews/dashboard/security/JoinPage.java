package ews.dashboard.security;

import ews.domain.member.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invited member sets a password. */
@Controller
@RequestMapping("/join")
class JoinPage {

    private final Invitations invitations;
    private final PasswordRules rules;
    private final SessionStart sessions;

    JoinPage(Invitations invitations, PasswordRules rules, SessionStart sessions) {
        this.invitations = invitations;
        this.rules = rules;
        this.sessions = sessions;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return form(token, invitations.invited(token), null, model, response);
    }

    @PostMapping
    String join(
            @RequestParam String token,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Member> invited = invitations.invited(token);
        Optional<String> problem = invited.flatMap(member -> rules.problem(password, member.email()));
        if (problem.isPresent()) {
            return form(token, invited, problem.get(), model, response);
        }
        Optional<Member> joined = invitations.accept(token, password);
        joined.ifPresent(member -> sessions.begin(member, request, response));
        return joined.isPresent() ? "redirect:/" : form(token, joined, null, model, response);
    }

    private static String form(
            String token,
            Optional<Member> invited,
            @Nullable String problem,
            Model model,
            HttpServletResponse response) {
        HttpStatus status = invited.isEmpty()
                ? HttpStatus.GONE
                : problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        response.setStatus(status.value());
        model.addAttribute("invited", invited.orElse(null));
        model.addAttribute("token", token);
        model.addAttribute("problem", problem);
        return "join";
    }
}
