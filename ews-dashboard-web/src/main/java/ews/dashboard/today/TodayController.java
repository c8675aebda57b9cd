package ews.dashboard.today;

import ews.dashboard.accounts.AccountRow;
import ews.dashboard.accounts.Owner;
import ews.dashboard.accounts.Portfolio;
import ews.dashboard.health.HealthReports;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.When;
import ews.detection.alert.AlertCounts;
import ews.detection.alert.AlertFilter;
import ews.detection.alert.AlertLists;
import ews.detection.alert.AlertSelection;
import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.checkin.NextCheckIns;
import ews.plays.getwell.PlanSteps;
import ews.plays.run.RunLists;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page. */
@Controller
class TodayController {

    private static final int MOST_ALERTS = 200;
    private static final int MOST_SHOWN = 40;
    private static final int MOST_ASIDE = 6;

    private final AlertLists alerts;
    private final AlertCounts counts;
    private final TaskLists tasks;
    private final RunLists runs;
    private final Portfolio portfolio;
    private final BandMoves moves;
    private final HealthReports reports;
    private final NextCheckIns checkIns;
    private final PlanSteps planSteps;
    private final Visits visits;
    private final When when;
    private final OrganisationDays days;

    TodayController(
            AlertLists alerts,
            AlertCounts counts,
            TaskLists tasks,
            RunLists runs,
            Portfolio portfolio,
            BandMoves moves,
            HealthReports reports,
            NextCheckIns checkIns,
            PlanSteps planSteps,
            Visits visits,
            When when,
            OrganisationDays days) {
        this.alerts = alerts;
        this.counts = counts;
        this.tasks = tasks;
        this.runs = runs;
        this.portfolio = portfolio;
        this.moves = moves;
        this.reports = reports;
        this.checkIns = checkIns;
        this.planSteps = planSteps;
        this.visits = visits;
        this.when = when;
        this.days = days;
    }

    @GetMapping("/today")
    String today(Viewer viewer, Model model) {
        LocalDate today = days.today();
        MemberId me = viewer.id();
        // Who leads and has no accounts of their own looks after everybody's.
        boolean without = portfolio.isEmpty(new Owner.Csm(me));
        boolean everybody = viewer.leads() && without;
        Owner owner = everybody ? new Owner.Everybody() : new Owner.Csm(me);
        LocalDate since = visits.visit(me).orElse(null);
        List<Task> open = tasks.openOf(me);
        Queue queue = queue(me, everybody, open, today);
        model.addAttribute(
                "page",
                new TodayPage(
                        everybody,
                        without && !everybody,
                        TodayPage.summary(queue, everybody),
                        lines(queue),
                        counts.ofOpen(everybody ? null : me).getOrDefault(AlertSelection.DIGEST, 0),
                        since,
                        since == null ? List.of() : moves.since(since, everybody ? null : me),
                        portfolio.renewing(owner).stream()
                                .limit(MOST_ASIDE)
                                .map(entry -> AccountRow.of(entry, when))
                                .toList(),
                        checkInsDue(everybody ? null : me, today),
                        open.stream()
                                .filter(task -> task.due().isAfter(today))
                                .limit(MOST_ASIDE)
                                .toList(),
                        viewer.leads() ? reports.load(today) : List.of()));
        return "today/today";
    }

    /** Of everybody's only how many: who leads looks at the list. */
    private CheckInsDue checkInsDue(@Nullable MemberId csm, LocalDate today) {
        return CheckInsDue.of(
                checkIns.dueByDay(csm, today),
                csm == null ? List.of() : checkIns.due(csm, today.plusDays(CheckInsDue.DAYS_AHEAD), 1, MOST_ASIDE),
                today);
    }

    private Queue queue(MemberId me, boolean everybody, List<Task> open, LocalDate today) {
        var queue = new Queue.Builder();
        alerts.page(new AlertFilter(AlertSelection.WAITING, null, everybody ? null : me), null, MOST_ALERTS)
                .alerts()
                .forEach(alert -> queue.add(alert.account(), Reason.of(alert)));
        open.stream()
                .filter(task -> !task.due().isAfter(today))
                .forEach(task -> queue.add(task.account(), Reason.of(task, today)));
        planSteps.dueOf(me, today).forEach(step -> queue.add(step.account(), Reason.of(step, today)));
        runs.awaitingOutcomeOf(me).forEach(run -> queue.add(run.account(), Reason.awaitingOutcome(run)));
        portfolio
                .poorAndFalling(everybody ? new Owner.Everybody() : new Owner.Csm(me))
                .forEach(entry ->
                        queue.add(entry.id(), Reason.poorAndFalling(entry.id().value(), entry.story())));
        return queue.build();
    }

    private List<TodayPage.Line> lines(Queue queue) {
        List<Queue.Item> shown = queue.items().stream().limit(MOST_SHOWN).toList();
        Map<AccountId, Portfolio.Entry> accounts =
                portfolio.entriesOf(shown.stream().map(Queue.Item::account).toList()).stream()
                        .collect(Collectors.toMap(Portfolio.Entry::id, Function.identity()));
        return shown.stream()
                .filter(item -> accounts.containsKey(item.account()))
                .map(item -> new TodayPage.Line(
                        AccountRow.of(Objects.requireNonNull(accounts.get(item.account())), when), item.reasons()))
                .toList();
    }
}
