package ews.dashboard.checkins;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Address;
import ews.dashboard.view.Paging;
import ews.dashboard.view.Whose;
import ews.domain.time.OrganisationDays;
import ews.plays.checkin.NextCheckIns;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which accounts are due for a check-in, and which will be soon. */
@Controller
class CheckInListController {

    private final NextCheckIns next;
    private final Whose.Reading whose;
    private final OrganisationDays days;

    CheckInListController(NextCheckIns next, Whose.Reading whose, OrganisationDays days) {
        this.next = next;
        this.whose = whose;
        this.days = days;
    }

    /** @param member whose accounts: who leads sees everybody's unless they say otherwise */
    @GetMapping("/tasks/check-ins")
    String list(
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String page,
            Viewer viewer,
            Model model) {
        LocalDate today = days.today();
        LocalDate until = today.plusDays(CheckInList.DAYS_AHEAD);
        Whose of = whose.of(member, viewer, viewer.leads() ? "all" : "me");
        SortedMap<LocalDate, Long> byDay = next.dueByDay(of.member(), until);
        var paging = Paging.of(
                Paging.number(page),
                byDay.values().stream().mapToLong(it -> it).sum(),
                CheckInList.PAGE_SIZE,
                new Address("/tasks/check-ins", Map.of("member", of.code())));
        model.addAttribute("whose", of);
        model.addAttribute(
                "list",
                CheckInList.of(
                        next.due(of.member(), until, paging.page(), CheckInList.PAGE_SIZE), byDay, paging, today));
        return "checkins/list";
    }
}
