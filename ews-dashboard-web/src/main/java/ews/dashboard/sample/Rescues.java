package ews.dashboard.sample;

import ews.detection.alert.AlertLists;
import ews.detection.alert.AlertStatus;
import ews.detection.alert.Alerts;
import ews.detection.alert.CloseReason;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.play.Outcome;
import ews.domain.time.OrganisationDays;
import ews.plays.play.AssigneeRole;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import ews.sensors.source.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What CSMs and their manager do for customers whom a play brings back: they work on the run that the customer's alert
 * has started, as people do on the pages, and as if it had been two weeks ago: what helps does so later. Where no
 * alert started the play, nobody helps.
 */
@Component
class Rescues {

    private static final Logger LOG = LoggerFactory.getLogger(Rescues.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** Runs start within seconds of their alerts; if for so long none does, its rule or its play is switched off. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CALL = "Called %s. Since their company changed how people sign in, many colleagues do"
            + " not get in any more. They thought that we knew.";
    private static final String PLAN = "Went through it with %s: everybody who is gone stopped in the same days, when"
            + " their sign-in changed. Support repairs the connection with their IT; no discount is needed.";
    private static final String INVITATION =
            "Wrote to everybody who is gone that we know, and invited them to the training.";
    private static final String ENDING = "They were locked out since their sign-in changed. It took their IT and our"
            + " support two weeks to repair it; the colleagues who were gone came back the same day.";

    private static final String SAME = "The same people, who were locked out and are back.";

    private final Narrator narrator;
    private final Accounts accounts;
    private final Members members;
    private final RunLists runs;
    private final RunEndings endings;
    private final TaskLists taskLists;
    private final Tasks tasks;
    private final Touchpoints touchpoints;
    private final AlertLists alertLists;
    private final Alerts alerts;
    private final Backdating backdating;
    private final OrganisationDays days;

    Rescues(
            Narrator narrator,
            Accounts accounts,
            Members members,
            RunLists runs,
            RunEndings endings,
            TaskLists taskLists,
            Tasks tasks,
            Touchpoints touchpoints,
            AlertLists alertLists,
            Alerts alerts,
            Backdating backdating,
            OrganisationDays days) {
        this.narrator = narrator;
        this.accounts = accounts;
        this.members = members;
        this.runs = runs;
        this.endings = endings;
        this.taskLists = taskLists;
        this.tasks = tasks;
        this.touchpoints = touchpoints;
        this.alertLists = alertLists;
        this.alerts = alerts;
        this.backdating = backdating;
        this.days = days;
    }

    /** Does the tasks of their runs, whereupon the customers' people come back. */
    void work(Company company, Source source) throws InterruptedException {
        for (Customer customer : recovering(company)) {
            Optional<Run> run = awaitRun(customer);
            Optional<Member> csm = run.flatMap(it -> sample(it.owner()));
            if (run.isPresent() && run.get().isRunning() && csm.isPresent()) {
                work(customer, run.get(), csm.get());
                backdating.twoWeeks(run.get());
                narrator.send(source, Comeback.of(customer, days.today(), days.now()));
            } else {
                LOG.info(
                        "{} has no run of the play {} that its CSM could work on",
                        customer.name(),
                        RecoveredByPlay.PLAY);
            }
        }
    }

    /** Tells how the runs ended whose tasks are done. */
    void finish(Company company) {
        for (Customer customer : recovering(company)) {
            run(customer)
                    .filter(Run::isDone)
                    .ifPresent(run -> sample(run.owner()).ifPresent(csm -> finish(run, Actor.of(csm))));
        }
    }

    /** Other rules have found the same: their alerts are the one that the run was for. */
    private void finish(Run run, Actor csm) {
        endings.finish(run.id(), Outcome.SAVED, ENDING, csm);
        alertLists.ofAccount(run.account()).stream()
                .filter(it -> it.status() == AlertStatus.OPEN
                        && RecoveredByPlay.PLAY.equals(it.play())
                        && !it.id().equals(run.alert()))
                .forEach(it -> alerts.close(it.id(), CloseReason.DUPLICATE, SAME, csm));
    }

    private static List<Customer> recovering(Company company) {
        return company.customers().stream()
                .filter(customer -> customer.story() instanceof RecoveredByPlay)
                .toList();
    }

    private void work(Customer customer, Run run, Member csm) {
        if (touchpoints.ofRun(run.account(), run.id()).isEmpty()) {
            String contact = customer.people().getFirst().name();
            touchpoints.log(
                    run.account(), TouchpointKind.CALL, days.now(), CALL.formatted(contact), run.id(), Actor.of(csm));
        }
        for (Task task : taskLists.ofRun(run.id())) {
            if (task.isOpen()) {
                Member member = sample(task.assignee()).orElse(csm);
                tasks.done(task.id(), note(task.role(), csm), Actor.of(member));
            }
        }
    }

    private static String note(AssigneeRole role, Member csm) {
        return switch (role) {
            case MANAGER -> PLAN.formatted(csm.name());
            case CSM, SPONSOR, MEMBER -> INVITATION;
        };
    }

    private Optional<Run> awaitRun(Customer customer) throws InterruptedException {
        Optional<Run> run = run(customer);
        for (Duration waited = Duration.ZERO;
                run.isEmpty() && waited.compareTo(PATIENCE) < 0;
                waited = waited.plus(BETWEEN_LOOKS)) {
            Thread.sleep(BETWEEN_LOOKS);
            run = run(customer);
        }
        return run;
    }

    /** The run that an alert of the customer has started. */
    private Optional<Run> run(Customer customer) {
        Optional<AccountId> account = accounts.withKey(customer.key()).map(it -> it.id());
        return account.stream()
                .flatMap(it -> runs.ofAccount(it).stream())
                .filter(it -> it.alert() != null && it.playKey().equals(RecoveredByPlay.PLAY))
                .findFirst();
    }

    /** Real members have nothing done in their name. */
    private Optional<Member> sample(@Nullable MemberId id) {
        return Optional.ofNullable(id).flatMap(members::withId).filter(Member::sample);
    }
}
