package ews.dashboard.security;

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

/** Where the first admin is made, with the link that the server printed. */
@Controller
@RequestMapping("/welcome")
class WelcomePage {

    private final FirstAdmin firstAdmin;
    private final PasswordRules rules;
    private final SessionStart sessions;

    WelcomePage(FirstAdmin firstAdmin, PasswordRules rules, SessionStart sessions) {
        this.firstAdmin = firstAdmin;
        this.rules = rules;
        this.sessions = sessions;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String secret, Model model, HttpServletResponse response) {
        return form(secret, null, model, response);
    }

    @PostMapping
    String make(
            @RequestParam String secret,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> problem = People.problemWithName(name)
                .or(() -> People.problemWithEmail(email))
                .or(() -> rules.problem(password, email));
        if (problem.isPresent()) {
            model.addAttribute("name", name);
            model.addAttribute("email", email);
            return form(secret, problem.get(), model, response);
        }
        return firstAdmin
                .make(secret, name, email, password)
                .map(admin -> {
                    sessions.begin(admin, request, response);
                    return "redirect:/";
                })
                .orElseGet(() -> form(secret, null, model, response));
    }

    private String form(String secret, @Nullable String problem, Model model, HttpServletResponse response) {
        boolean open = firstAdmin.accepts(secret);
        response.setStatus(
                (!open ? HttpStatus.GONE : problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("open", open);
        model.addAttribute("secret", secret);
        model.addAttribute("problem", problem);
        return "welcome";
    }
}
