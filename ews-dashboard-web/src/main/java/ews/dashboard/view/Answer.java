package ews.dashboard.view;

import ews.domain.TransitionRefused;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The answer to a form: a redirect to a page, which says once what was done, or why it was not. What somebody can put
 * right themselves is told; everything else is an error page.
 */
public record Answer(String page, RedirectAttributes once) {

    /** What happens on the page that comes next. */
    static final String MESSAGE = "message";

    static final String PROBLEM = "problem";

    public Answer {
        // Spring would fill in what stands between braces.
        page = page.replace("{", "%7B").replace("}", "%7D");
    }

    /** @param command does something and says what, in one sentence */
    public String after(Supplier<String> command) {
        try {
            once.addFlashAttribute(MESSAGE, command.get());
        } catch (IllegalArgumentException | TransitionRefused e) {
            once.addFlashAttribute(PROBLEM, e.getMessage());
        }
        return "redirect:" + page;
    }

    /** @param command does something and says which page shows it */
    public String opening(Supplier<String> command) {
        try {
            return "redirect:" + command.get();
        } catch (IllegalArgumentException | TransitionRefused e) {
            once.addFlashAttribute(PROBLEM, e.getMessage());
            return "redirect:" + page;
        }
    }
}
