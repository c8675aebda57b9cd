package ews.dashboard.start;

import ews.dashboard.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a new installation begins. */
@Controller
class StartController {

    private final Checklist steps;

    StartController(Checklist steps) {
        this.steps = steps;
    }

    /** An admin of an installation without accounts has nothing to do today but to start. */
    @GetMapping("/")
    String home(Viewer viewer) {
        return viewer.isAdmin() && !steps.anyAccount() ? "redirect:/start" : "redirect:/today";
    }

    @GetMapping("/start")
    String start(Model model) {
        model.addAttribute("steps", steps.all());
        model.addAttribute("anyAccount", steps.anyAccount());
        return "start/start";
    }
}
