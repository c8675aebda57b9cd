package ews.dashboard.setup.holiday;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.domain.TransitionRefused;
import ews.domain.holiday.Holiday;
import ews.domain.holiday.OrganisationHolidays;
import ews.domain.holiday.PublicHolidays;
import ews.domain.holiday.Region;
import ews.domain.time.OrganisationDays;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/holidays")
class HolidaysController {

    private static final String PAGE = "redirect:/setup/holidays";

    /** How many tasks on holidays are named. */
    private static final int NAMED = 20;

    private final OrganisationHolidays holidays;
    private final TaskLists tasks;
    private final OrganisationDays days;

    HolidaysController(OrganisationHolidays holidays, TaskLists tasks, OrganisationDays days) {
        this.holidays = holidays;
        this.tasks = tasks;
        this.days = days;
    }

    /** @param country whose parts to offer; without, those of the country whose holidays there are */
    @GetMapping
    String all(@RequestParam(required = false) @Nullable String country, Model model) {
        return show(HolidayForm.BLANK, country, new Fields(), model);
    }

    /** @param region a code, or empty for none */
    @PostMapping("/region")
    String follow(@RequestParam String region, Viewer viewer, RedirectAttributes redirect) {
        Optional<Region> chosen = PublicHolidays.region(typed(region));
        if (chosen.isEmpty() && !typed(region).isEmpty()) {
            redirect.addFlashAttribute(
                    "problem", "There are no holidays of “%s”. Choose one of the list.".formatted(region));
            return PAGE;
        }
        holidays.follow(chosen.orElse(null), viewer.actor());
        redirect.addFlashAttribute(
                "message",
                chosen.map(it -> "The public holidays of %s are in the calendar.".formatted(it.name()))
                        .orElse("Only your own days are in the calendar."));
        return PAGE;
    }

    @PostMapping
    String add(@ModelAttribute("form") HolidayForm form, Viewer viewer, Model model, RedirectAttributes redirect) {
        var fields = new Fields();
        Optional<HolidayForm.Details> details = form.read(fields, days.today());
        details.ifPresent(it -> add(it, viewer, fields));
        if (!fields.areRight()) {
            return show(form, null, fields, model);
        }
        redirect.addFlashAttribute("message", "It is in the calendar.");
        return PAGE;
    }

    private void add(HolidayForm.Details details, Viewer viewer, Fields fields) {
        try {
            holidays.add(details.day(), details.name(), viewer.actor());
        } catch (TransitionRefused e) {
            fields.wrong("day", String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/{day}/removal")
    String remove(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Viewer viewer) {
        holidays.remove(existing(day), viewer.actor());
        return PAGE;
    }

    /** On a public holiday, people work. */
    @PostMapping("/{day}/off")
    String work(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Viewer viewer) {
        holidays.work(existing(day), true, viewer.actor());
        return PAGE;
    }

    /** On a public holiday, nobody works. */
    @PostMapping("/{day}/on")
    String rest(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Viewer viewer) {
        holidays.work(existing(day), false, viewer.actor());
        return PAGE;
    }

    private LocalDate existing(LocalDate day) {
        return holidays.all().stream()
                .map(Holiday::day)
                .filter(day::equals)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(HolidayForm form, @Nullable String country, Fields fields, Model model) {
        Optional<Region> region = holidays.region();
        String chosen = country == null
                ? region.map(Region::country).orElse("")
                : typed(country).toLowerCase(Locale.ROOT);
        List<Task> due = tasks.openOnHolidays();
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("region", region.orElse(null));
        model.addAttribute("countries", PublicHolidays.countries());
        model.addAttribute("whole", PublicHolidays.region(chosen).orElse(null));
        model.addAttribute("parts", PublicHolidays.partsOf(chosen));
        model.addAttribute("years", HolidayYear.of(holidays.all(), days.today()));
        model.addAttribute("due", due.subList(0, Math.min(NAMED, due.size())));
        model.addAttribute("moreDue", Math.max(0, due.size() - NAMED));
        return "setup/holidays";
    }
}
