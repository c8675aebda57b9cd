package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The palette, as options for the dialog, and as a page of its own where there is no JavaScript. */
@Controller
class FindPage {

    private final Find find;

    FindPage(Find find) {
        this.find = find;
    }

    @GetMapping("/find")
    String page(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("hits", find.matching(q, viewer));
        return "find";
    }

    @HxRequest
    @GetMapping("/find")
    String options(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        model.addAttribute("hits", find.matching(q, viewer));
        return "fragments/find :: options";
    }
}
