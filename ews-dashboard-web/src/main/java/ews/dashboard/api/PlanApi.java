package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ews.domain.account.Accounts;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.metric.Measurement;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.ObjectiveProgress;
import ews.plays.getwell.PlanId;
import ews.plays.getwell.PlanStatus;
import ews.plays.getwell.PlanStep;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Get-well plans, to read. */
@RestController
class PlanApi {

    private static final List<String> STATUSES =
            Stream.of(PlanStatus.values()).map(PlanStatus::code).toList();

    private final PlanList list;
    private final GetWellPlans plans;
    private final Accounts accounts;
    private final Members members;

    PlanApi(PlanList list, GetWellPlans plans, Accounts accounts, Members members) {
        this.list = list;
        this.plans = plans;
        this.accounts = accounts;
        this.members = members;
    }

    /** A plan with what is to be better, and what is done for it. */
    record Whole(@JsonUnwrapped PlanList.Item plan, List<Goal> objectives, List<Work> stepList) {}

    /**
     * An objective.
     *
     * @param days the window of the metric; {@code null} where it has none
     * @param subject the feature or attribute that it is about, if it is about one
     * @param start the value when it was set; {@code null} where there was no data
     * @param now the value of today; {@code null} where there is no data
     * @param progress how much of the way is done, in percent
     */
    record Goal(
            long id,
            String title,
            String metric,
            @Nullable Integer days,
            @Nullable String subject,
            String comparison,
            double target,
            @Nullable Double start,
            @Nullable Double now,
            double progress,
            boolean met,
            LocalDate startedOn,
            LocalDate dueOn) {

        static Goal of(ObjectiveProgress it) {
            Measurement measured = it.objective().measurement();
            return new Goal(
                    it.objective().id(),
                    it.objective().title(),
                    measured.metric(),
                    measured.definition().windowed() ? (Integer) measured.days() : null,
                    measured.subject(),
                    it.objective().atLeast() ? "at_least" : "at_most",
                    it.objective().target(),
                    it.objective().start(),
                    it.now().isPresent() ? (Double) it.now().getAsDouble() : null,
                    it.percent(),
                    it.isMet(),
                    it.objective().startedOn(),
                    it.objective().due());
        }
    }

    /**
     * A step.
     *
     * @param member the e-mail address of who of us does it
     * @param contact the name of who at the customer does it
     */
    record Work(
            long id,
            String title,
            @Nullable String member,
            @Nullable String contact,
            LocalDate dueOn,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {

        static Work of(PlanStep step, Map<MemberId, String> emails) {
            return new Work(
                    step.id(),
                    step.title(),
                    step.member() == null ? null : emails.get(step.member()),
                    step.contact(),
                    step.due(),
                    step.doneAt(),
                    step.doneBy());
        }
    }

    @GetMapping("/v1/get-well-plans")
    Page<PlanList.Item> plans(HttpServletRequest request) {
        var parameters = new Parameters(request, "account", "status", "cursor", "limit");
        return list.page(
                parameters.account(accounts).orElse(null),
                parameters.oneOf("status", STATUSES).orElse(null),
                parameters.cursor(1).orElse(null),
                parameters.limit());
    }

    @GetMapping("/v1/get-well-plans/{plan}")
    Whole plan(@PathVariable String plan, HttpServletRequest request) {
        new Parameters(request);
        Optional<PlanId> id =
                plan.matches("[0-9]{1,18}") ? Optional.of(new PlanId(Long.parseLong(plan))) : Optional.empty();
        return id.flatMap(plans::withId)
                .map(this::whole)
                .orElseThrow(() -> Problem.notFound("There is no get-well plan with the id \"%s\".".formatted(plan)));
    }

    private Whole whole(GetWellPlan plan) {
        Map<MemberId, String> emails = members.all().stream().collect(Collectors.toMap(Member::id, Member::email));
        return new Whole(
                list.withId(plan.id().value()).orElseThrow(),
                plans.progress(plan).stream().map(Goal::of).toList(),
                plan.steps().stream().map(step -> Work.of(step, emails)).toList());
    }
}
