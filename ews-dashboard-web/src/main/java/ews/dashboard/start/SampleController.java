package ews.dashboard.start;

import ews.dashboard.sample.SampleCompany;
import ews.dashboard.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts the sample company, shows how far it is, and removes it. */
@Controller
@RequestMapping("/start/sample")
class SampleController {

    private final SampleCompany sample;

    SampleController(SampleCompany sample) {
        this.sample = sample;
    }

    @PostMapping
    String explore(Viewer viewer) {
        sample.start(viewer.actor());
        return "redirect:/start/sample";
    }

    @GetMapping
    String sample(Model model) {
        addProgress(model);
        return "start/sample";
    }

    /** The part of the page that is asked for again every second. */
    @GetMapping("/progress")
    String progress(Model model) {
        addProgress(model);
        return "start/progress :: state";
    }

    @PostMapping("/removal")
    String remove(Viewer viewer, RedirectAttributes redirect) {
        sample.remove(viewer.actor());
        redirect.addFlashAttribute("message", "The sample company was removed.");
        return "redirect:/";
    }

    private void addProgress(Model model) {
        var progress = sample.progress();
        model.addAttribute("progress", progress);
        model.addAttribute("running", progress.started() && !progress.finished() && progress.failure() == null);
    }
}
