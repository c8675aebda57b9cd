package ews.dashboard.security;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where members sign in; the form itself is received by the filters. */
@Controller
class SignInPage {

    @GetMapping(Routes.SIGN_IN)
    String show(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(name = "too-many", required = false) @Nullable String tooMany,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            Model model) {
        if (refused != null) {
            model.addAttribute("problem", "That e-mail address and password do not go together.");
        } else if (tooMany != null) {
            model.addAttribute("problem", "Too many tries. Wait 15 minutes, then try again.");
        } else if (expired != null) {
            model.addAttribute("problem", "The page was open for too long. Try again.");
        } else if (signedOut != null) {
            model.addAttribute("notice", "You are signed out.");
        }
        return "sign-in";
    }
}
