package ews.dashboard.setup.person;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.sensors.fact.Erasures;
import ews.sensors.fact.Erasures.Erased;
import ews.sensors.fact.PersonFound;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finds a person at accounts by key or e-mail address, and erases them. */
@Controller
@RequestMapping("/setup/people")
class ErasureController {

    private static final String CONFIRMATION = "erase";

    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    /** @param q a key or an e-mail address, whole */
    @GetMapping
    String find(@RequestParam(required = false) @Nullable String q, Model model) {
        return page(typed(q), null, Set.of(), model);
    }

    /**
     * @param user each as {@code <account>-<user>}, by their ids
     * @param confirm the word {@code erase}, so that nobody does it by mistake
     */
    @PostMapping("/erasure")
    String erase(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Set<String> user,
            @RequestParam(required = false) @Nullable String confirm,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        String asked = typed(q);
        Set<String> chosen = user == null ? Set.of() : user;
        List<PersonFound> people = erasures.find(asked).stream()
                .filter(it -> chosen.contains(choice(it)))
                .toList();
        if (people.isEmpty() && erasures.waiting(asked) == 0) {
            return page(asked, "Choose at least one of them.", chosen, model);
        }
        if (!typed(confirm).equalsIgnoreCase(CONFIRMATION)) {
            return page(asked, "Type “erase” to say that you mean it: it cannot be undone.", chosen, model);
        }
        Erased erased = erasures.erase(asked, people, viewer.actor());
        redirect.addFlashAttribute(
                "message",
                "The person was erased: at %s, in %s and %s. What they did goes on to count."
                        .formatted(
                                many(erased.accounts(), "account"),
                                many(erased.events(), "event"),
                                many(erased.texts(), "text")));
        return "redirect:/setup/people";
    }

    private static String many(int number, String what) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private String page(String asked, @Nullable String wrong, Set<String> chosen, Model model) {
        List<PersonFound> people = asked.isEmpty() ? List.of() : erasures.find(asked);
        model.addAttribute("q", asked);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "people",
                people.stream()
                        .map(it -> new Row(it, choice(it), wrong == null || chosen.contains(choice(it))))
                        .toList());
        model.addAttribute("waiting", asked.isEmpty() ? 0 : erasures.waiting(asked));
        return "setup/people";
    }

    /** @param choice by which the form names the person */
    record Row(PersonFound person, String choice, boolean chosen) {}

    private static String choice(PersonFound person) {
        return person.account() + "-" + person.user();
    }
}
