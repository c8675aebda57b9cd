package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Address;
import ews.dashboard.view.AsOf;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Archive;
import ews.domain.time.OrganisationDays;
import ews.plays.checkin.NextCheckIns;
import ews.plays.getwell.GetWellPlans;
import ews.plays.meeting.MeetingLists;
import ews.plays.touchpoint.TouchpointKind;
import ews.sensors.eventlog.EventLog;
import ews.sensors.eventlog.LoggedEvent;
import ews.sensors.fact.Merges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one account: its page, its preview and its events. */
@Controller
class AccountController {

    private static final int EVENTS_A_PAGE = 50;

    private final AccountAccess access;
    private final AccountPages pages;
    private final Choices.Reading choices;
    private final MeetingLists meetings;
    private final NextCheckIns nextCheckIns;
    private final GetWellPlans plans;
    private final Families families;
    private final Archive archive;
    private final Merges merges;
    private final EventLog events;
    private final EventLines lines;
    private final OrganisationDays days;

    AccountController(
            AccountAccess access,
            AccountPages pages,
            Choices.Reading choices,
            MeetingLists meetings,
            NextCheckIns nextCheckIns,
            GetWellPlans plans,
            Families families,
            Archive archive,
            Merges merges,
            EventLog events,
            EventLines lines,
            OrganisationDays days) {
        this.access = access;
        this.pages = pages;
        this.choices = choices;
        this.meetings = meetings;
        this.nextCheckIns = nextCheckIns;
        this.plans = plans;
        this.families = families;
        this.archive = archive;
        this.merges = merges;
        this.events = events;
        this.lines = lines;
        this.days = days;
    }

    /** @param since the day to compare with; the day before if not given */
    @GetMapping("/accounts/{id:\\d+}")
    String page(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String since,
            Viewer viewer,
            Model model) {
        Optional<AccountId> into = merges.into(new AccountId(id));
        if (into.isPresent()) {
            return "redirect:/accounts/" + into.get();
        }
        Account account = access.readable(new AccountId(id));
        LocalDate day = AsOf.parse(asOf, days.today());
        LocalDate compared = since == null || since.isBlank() ? day.minusDays(1) : AsOf.parse(since, day);
        model.addAttribute("page", pages.page(account, day, compared, viewer));
        model.addAttribute("ofSample", account.sample());
        model.addAttribute("choices", choices.of(viewer, account));
        model.addAttribute("family", families.of(account));
        model.addAttribute("archived", account.archived());
        model.addAttribute("received", account.isArchived() ? archive.received(account.id()) : 0);
        model.addAttribute("kinds", TouchpointKind.values());
        model.addAttribute("meetings", meetings.plannedWith(account.id()));
        model.addAttribute("nextCheckIn", nextCheckIns.of(account.id()).orElse(null));
        model.addAttribute("planUnderWay", plans.underWay(account.id()).orElse(null));
        return "accounts/account";
    }

    /** The drawer; without htmx there is none, so the link leads to the page. */
    @GetMapping("/accounts/{id:\\d+}/peek")
    String peek(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Viewer viewer,
            Model model) {
        if (htmx == null) {
            return "redirect:/accounts/" + id;
        }
        model.addAttribute("preview", pages.preview(access.readable(new AccountId(id)), viewer));
        return "accounts/peek :: peek";
    }

    /**
     * @param before milliseconds since 1970 before which the events of the page happened
     * @param type types to show, separated by commas; all if not given
     * @param feature that usage must be about
     */
    @GetMapping("/accounts/{id:\\d+}/events")
    String events(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String feature,
            Model model) {
        Account account = access.readable(new AccountId(id));
        Instant end = days.startOf(AsOf.parse(asOf, days.today()).plusDays(1));
        if (before != null && before < end.toEpochMilli()) {
            end = Instant.ofEpochMilli(Math.max(0, before));
        }
        List<String> types =
                Arrays.stream(type.split(",")).filter(it -> !it.isBlank()).toList();
        List<LoggedEvent> found = types.isEmpty()
                ? events.recent(account.id(), end, EVENTS_A_PAGE + 1)
                : events.recent(account.id(), end, EVENTS_A_PAGE + 1, types, feature.isBlank() ? null : feature);
        boolean more = found.size() > EVENTS_A_PAGE;
        List<EventLine> shown = lines.of(found.stream().limit(EVENTS_A_PAGE).toList());
        model.addAttribute("account", account);
        model.addAttribute("ofSample", account.sample());
        model.addAttribute("events", shown);
        model.addAttribute("only", String.join(", ", types) + (feature.isBlank() ? "" : " of " + feature));
        var address = new Address("/accounts/%d/events".formatted(id), Map.of())
                .with("type", types.isEmpty() ? null : type)
                .with("feature", feature.isBlank() ? null : feature);
        model.addAttribute(
                "older",
                more
                        ? address.with(
                                        "before",
                                        Long.toString(shown.getLast().at().toEpochMilli()))
                                .toString()
                        : null);
        return "accounts/events";
    }
}
