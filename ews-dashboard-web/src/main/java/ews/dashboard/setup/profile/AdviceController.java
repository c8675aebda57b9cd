package ews.dashboard.setup.profile;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The part of a profile's page that changes while somebody types; it depends on nothing but the form. */
@Controller
class AdviceController {

    @PostMapping("/setup/profile-advice")
    String advice(@ModelAttribute("form") ProfileForm form) {
        return "setup/profile-advice :: advice";
    }
}
