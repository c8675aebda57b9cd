package ews.dashboard.sample;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import ews.plays.checkin.CheckInResult;
import ews.plays.checkin.CheckIns;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.Objectives;
import ews.plays.getwell.PlanId;
import ews.plays.getwell.PlanSteps;
import ews.plays.touchpoint.TouchpointKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rounds that CSMs make: most customers were checked in with in the last quarter, some are overdue, and those in
 * trouble were spoken to before it began. One of those who slowly leave has a get-well plan that is under way. Whoever
 * was checked in with already is left alone.
 */
@Component
class Rounds {

    private static final int MOST_UNWELL = 6;

    /** Who is younger was only just welcomed. */
    private static final int NEW = 14;

    /** Which share has been forgotten since the quarter before. */
    private static final double FORGOTTEN = 0.12;

    /** Which share was called lately, and not there. */
    private static final double AWAY = 0.1;

    /** So many days earlier than others those in trouble were spoken to. */
    private static final int BEFORE = 40;

    private static final List<String> WELL = List.of(
            "%s is content. They would like to see more of what others do with it.",
            "Went through the last quarter with %s. They will tell their colleagues of the new reports.",
            "%s has no wishes just now. Asked for a reference; they will think about it.");

    private static final String NEWCOMER =
            "%s shows it to the first colleagues. They like how fast they were set up, and will call if they get stuck.";
    private static final String BEFORE_THE_TROUBLE =
            "%s said that all is as usual, and had little time. Asked for nothing.";
    private static final String UNWELL =
            "%s says that fewer and fewer colleagues open it, since nobody shows newcomers what it is for.";
    private static final String NOT_REACHED = "Called %s twice, and left a message.";
    private static final String ROOT_CAUSE = "Newcomers are not trained any more, and those who knew it move on. What"
            + " is new since last spring is known to nobody there.";

    private final Accounts accounts;
    private final Members members;
    private final CheckIns checkIns;
    private final GetWellPlans plans;
    private final Objectives objectives;
    private final PlanSteps steps;
    private final OrganisationDays days;

    Rounds(
            Accounts accounts,
            Members members,
            CheckIns checkIns,
            GetWellPlans plans,
            Objectives objectives,
            PlanSteps steps,
            OrganisationDays days) {
        this.accounts = accounts;
        this.members = members;
        this.checkIns = checkIns;
        this.plans = plans;
        this.objectives = objectives;
        this.steps = steps;
        this.days = days;
    }

    /** A customer with what the portfolio knows of them. */
    private record Visited(Customer customer, Account account, Member csm) {

        String contact() {
            return customer.people().getFirst().name();
        }

        Actor actor() {
            return Actor.of(csm);
        }
    }

    void make(Company company) {
        List<Visited> unwell = customers(company)
                .filter(it -> it.customer().story() instanceof SlowDecline)
                .limit(MOST_UNWELL)
                .toList();
        unwell.stream()
                .filter(it -> checkIns.ofAccount(it.account().id(), 1).isEmpty())
                .forEach(it -> checkIn(it, CheckInResult.NEEDS_PLAN, UNWELL, 6));
        unwell.stream()
                .findFirst()
                .filter(it -> plans.ofAccount(it.account().id()).isEmpty())
                .ifPresent(this::plan);
        customers(company).filter(it -> it.customer().startedAgo() > NEW).forEach(this::visit);
    }

    private Stream<Visited> customers(Company company) {
        return company.customers().stream()
                .filter(customer -> customer.isCustomer(0))
                .flatMap(customer -> visited(customer).stream());
    }

    private void visit(Visited it) {
        if (!checkIns.ofAccount(it.account().id(), 1).isEmpty()) {
            return;
        }
        Customer customer = it.customer();
        var dice = Dice.of(SampleCompany.SEED, "rounds " + customer.key(), 0);
        int ago = Math.min(
                dice.chance(FORGOTTEN) ? dice.between(92, 130) : dice.between(3, 85), customer.startedAgo() - 7);
        if (isInTrouble(customer)) {
            int before = Math.min(ago + BEFORE, customer.startedAgo() - 7);
            checkIn(it, CheckInResult.WENT_WELL, BEFORE_THE_TROUBLE, before);
            return;
        }
        boolean isNew = !customer.stage(0).equals("established");
        checkIn(it, CheckInResult.WENT_WELL, isNew ? NEWCOMER : dice.one(WELL), ago);
        if (dice.chance(AWAY)) {
            checkIn(it, CheckInResult.NOT_REACHED, NOT_REACHED, 1);
        }
    }

    /** In the stories in which people stop to use it, or to pay. */
    private static boolean isInTrouble(Customer customer) {
        return switch (customer.story()) {
            case SlowDecline _, SuddenSilence _, ChampionLeft _, OverdueInvoices _, TrialDying _, OnboardingStuck _ ->
                true;
            case Steady _,
                    SeatGrowth _,
                    NewFeature _,
                    LowReporting _,
                    Seasonal _,
                    CameBack _,
                    RecoveredByPlay _,
                    OnboardingWell _,
                    TrialConverting _,
                    JustSigned _ -> false;
        };
    }

    /** Real members have nothing done in their name. */
    private Optional<Visited> visited(Customer customer) {
        return accounts.withKey(customer.key())
                .flatMap(account -> Optional.ofNullable(account.csm())
                        .flatMap(members::withId)
                        .filter(Member::sample)
                        .map(csm -> new Visited(customer, account, csm)));
    }

    private void checkIn(Visited it, CheckInResult result, String note, int daysAgo) {
        checkIns.record(
                it.account().id(),
                TouchpointKind.CALL,
                result,
                days.now().minus(Duration.ofDays(daysAgo)),
                note.formatted(it.contact()),
                it.actor());
    }

    private void plan(Visited it) {
        LocalDate today = days.today();
        PlanId plan = plans.start(it.account().id(), ROOT_CAUSE, it.actor());
        objectives.add(
                plan,
                "Everybody who has a seat works with it",
                new Measurement("seat_utilization", 28),
                true,
                70,
                today.plusDays(75),
                it.actor());
        objectives.add(
                plan,
                "New colleagues start every month",
                new Measurement("new_users", 28),
                true,
                3,
                today.plusDays(60),
                it.actor());
        steps.addOurs(plan, "Show the team what is new since spring", it.csm().id(), today.plusDays(3), it.actor());
        steps.addTheirs(plan, "Name somebody who trains newcomers", it.contact(), today.plusDays(10), it.actor());
        steps.addOurs(plan, "Train whoever they name", it.csm().id(), today.plusDays(24), it.actor());
        steps.addTheirs(plan, "Invite the colleagues who stopped", it.contact(), today.plusDays(31), it.actor());
        plans.agree(plan, it.actor());
        plans.withId(plan)
                .map(GetWellPlan::steps)
                .ifPresent(written -> steps.done(plan, written.getFirst().id(), it.actor()));
    }
}
