package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.AsOf;
import ews.dashboard.view.Figures;
import ews.detection.alert.AlertLists;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.OwnerChange;
import ews.plays.run.Owners;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import ews.plays.watchlist.WatchLists;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with one account, by those who may. */
@Controller
class AccountActions {

    private final AccountAccess access;
    private final AlertLists alerts;
    private final Plays plays;
    private final Runs runs;
    private final Tasks tasks;
    private final Touchpoints touchpoints;
    private final WatchLists watchLists;
    private final Owners owners;
    private final OrganisationDays days;

    AccountActions(
            AccountAccess access,
            AlertLists alerts,
            Plays plays,
            Runs runs,
            Tasks tasks,
            Touchpoints touchpoints,
            WatchLists watchLists,
            Owners owners,
            OrganisationDays days) {
        this.access = access;
        this.alerts = alerts;
        this.plays = plays;
        this.runs = runs;
        this.tasks = tasks;
        this.touchpoints = touchpoints;
        this.watchLists = watchLists;
        this.owners = owners;
        this.days = days;
    }

    @PostMapping("/accounts/{id:\\d+}/touchpoints")
    String log(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam String day,
            @RequestParam String note,
            Viewer viewer,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        return answer(account, once).after(() -> {
            touchpoints.log(
                    account.id(),
                    TouchpointKind.of(kind),
                    momentOf(AsOf.parse(day, days.today())),
                    note,
                    null,
                    viewer.actor());
            return "Logged.";
        });
    }

    @PostMapping("/accounts/{id:\\d+}/tasks")
    String addTask(
            @PathVariable long id,
            @RequestParam String title,
            @RequestParam LocalDate due,
            @RequestParam long assignee,
            Viewer viewer,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        return answer(account, once).after(() -> {
            tasks.add(account.id(), title, "", due, new MemberId(assignee), viewer.actor());
            return "The task was added.";
        });
    }

    /** Starts a play, because of an alert or for a reason of the viewer's own, and opens its run. */
    @PostMapping("/accounts/{id:\\d+}/plays")
    String start(
            @PathVariable long id,
            @RequestParam String play,
            @RequestParam(required = false) @Nullable Long alert,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        Play chosen = plays.withKey(play).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String why = alert == null ? reason : titleOf(new AlertId(alert), account);
        return answer(account, once).opening(() -> {
            Run run = runs.start(account.id(), chosen, alert == null ? null : new AlertId(alert), why, viewer.actor());
            return "/runs/" + run.id();
        });
    }

    @PostMapping("/accounts/{id:\\d+}/watch-lists")
    String watch(
            @PathVariable long id,
            @RequestParam String list,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable LocalDate until,
            Viewer viewer,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        return answer(account, once).after(() -> {
            watchLists.add(account.id(), list, reason, until, null, viewer.actor());
            return "It is on the watch list.";
        });
    }

    @PostMapping("/accounts/{id:\\d+}/watch-lists/remove")
    String unwatch(@PathVariable long id, @RequestParam String list, Viewer viewer, RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        return answer(account, once).after(() -> {
            watchLists.remove(account.id(), list, "Taken off by hand.", viewer.actor());
            return "It is off the watch list.";
        });
    }

    /** @param moving which open tasks go along; as the policy says if not given */
    @PostMapping("/accounts/{id:\\d+}/assign")
    String assign(
            @PathVariable long id,
            @RequestParam long assignee,
            @RequestParam(required = false) @Nullable String moving,
            Viewer viewer,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        return answer(account, once).after(() -> {
            var csm = new MemberId(assignee);
            int moved = moving == null
                    ? owners.reassign(account.id(), csm, viewer.actor())
                    : owners.reassign(account.id(), csm, OwnerChange.of(moving), viewer.actor());
            return moved == 0
                    ? "The account has a new CSM."
                    : "The account and %s moved.".formatted(Figures.count(moved, "open task", "open tasks"));
        });
    }

    private String titleOf(AlertId id, Account account) {
        return alerts.withId(id)
                .filter(alert -> alert.account().equals(account.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .title();
    }

    /** Now for today; the middle of a past day, since nobody remembers the hour. */
    private Instant momentOf(LocalDate day) {
        return day.equals(days.today()) ? days.now() : days.startOf(day).plusSeconds(12 * 3600);
    }

    private static Answer answer(Account account, RedirectAttributes once) {
        return new Answer("/accounts/" + account.id(), once);
    }
}
