package ews.dashboard.checkins;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.view.When;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import ews.plays.checkin.CheckInResult;
import ews.plays.checkin.CheckIns;
import ews.plays.checkin.NextCheckIn;
import ews.plays.checkin.NextCheckIns;
import ews.plays.touchpoint.TouchpointKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a check-in: the health of the account, what follows from it, and how the check-in went. */
@Controller
class CheckInController {

    private static final List<TouchpointKind> KINDS =
            List.of(TouchpointKind.CALL, TouchpointKind.MEETING, TouchpointKind.EMAIL);

    private final AccountAccess access;
    private final CheckInPages pages;
    private final CheckIns checkIns;
    private final NextCheckIns next;
    private final OrganisationDays days;

    CheckInController(
            AccountAccess access, CheckInPages pages, CheckIns checkIns, NextCheckIns next, OrganisationDays days) {
        this.access = access;
        this.pages = pages;
        this.checkIns = checkIns;
        this.next = next;
        this.days = days;
    }

    @GetMapping("/accounts/{id:\\d+}/check-in")
    String page(@PathVariable long id, Viewer viewer, Model model) {
        return show(access.readable(new AccountId(id)), CheckInForm.blank(days.today()), new Fields(), viewer, model);
    }

    /** Goes on to the get-well plan where one is needed, and else back to the account. */
    @PostMapping("/accounts/{id:\\d+}/check-in")
    String log(
            @PathVariable long id,
            @ModelAttribute("form") CheckInForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        var fields = new Fields();
        Optional<CheckInForm.Said> said = form.read(fields, days.today());
        if (said.isEmpty()) {
            return show(account, form, fields, viewer, model);
        }
        CheckInForm.Said it = said.get();
        try {
            checkIns.record(account.id(), it.kind(), it.result(), momentOf(it.day()), it.note(), viewer.actor());
        } catch (IllegalArgumentException e) {
            fields.wrong("check-in", String.valueOf(e.getMessage()));
            return show(account, form, fields, viewer, model);
        }
        once.addFlashAttribute("message", logged(account, it.result()));
        return it.result() == CheckInResult.NEEDS_PLAN
                ? "redirect:/accounts/%s/check-in#plan".formatted(account.id())
                : "redirect:/accounts/" + account.id();
    }

    private String logged(Account account, CheckInResult result) {
        String after = next.of(account.id())
                .map(NextCheckIn::due)
                .map(due -> " The next check-in is due on %s.".formatted(When.day(due)))
                .orElse("");
        return "Logged." + after + (result == CheckInResult.NEEDS_PLAN ? " Now go on with the get-well plan." : "");
    }

    private String show(Account account, CheckInForm form, Fields fields, Viewer viewer, Model model) {
        model.addAttribute("page", pages.of(account, viewer));
        model.addAttribute("ofSample", account.sample());
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("results", CheckInResult.values());
        model.addAttribute("longestNote", CheckInForm.LONGEST_NOTE);
        return "checkins/check-in";
    }

    /** Now for today; the middle of a past day, since nobody remembers the hour. */
    private Instant momentOf(LocalDate day) {
        return day.equals(days.today()) ? days.now() : days.startOf(day).plusSeconds(12 * 3600);
    }
}
