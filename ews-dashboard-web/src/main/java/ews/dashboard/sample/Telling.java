package ews.dashboard.sample;

import ews.domain.audit.Actor;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.source.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the sample company: first customer by customer, each with its whole year, so that nobody is scored (or raises
 * an alert) with half a past; those whom a play brings back are helped when everybody
 * has been scored; then, day by day, what has happened since. Whoever repeats a part of it does no harm: the
 * events have the same ids again.
 */
@Component
class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** If for so long no account gets its score, none will. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SampleStates states;
    private final Narrator narrator;
    private final Rescues rescues;
    private final Rounds rounds;
    private final Members members;
    private final OrganisationDays days;

    Telling(
            SampleStates states,
            Narrator narrator,
            Rescues rescues,
            Rounds rounds,
            Members members,
            OrganisationDays days) {
        this.states = states;
        this.narrator = narrator;
        this.rescues = rescues;
        this.rounds = rounds;
        this.members = members;
        this.days = days;
    }

    /** Tells what has not been told yet, and waits for the scores. Stops when the sample company is removed. */
    void go(Company company, Actor actor) throws InterruptedException {
        SampleState state = states.current().orElse(null);
        if (state == null || state.isUpToDate(days.today())) {
            return;
        }
        Source source = narrator.source(actor);
        Colleague manager = company.manager();
        members.ensure(manager.email(), manager.name(), Role.MANAGER, true);
        company.csms().forEach(csm -> members.ensure(csm.email(), csm.name(), Role.CSM, true));
        var chronicle = new Chronicle(company, state.anchor(), days.zone());
        boolean wanted = tellTheYear(chronicle, source, state.customers())
                && tellWhatCameAfter(chronicle, source, state.toldUntil().plusDays(1));
        if (wanted && state.phase() != Phase.READY && awaitScores() && help(company, source)) {
            states.enter(Phase.READY, 0, null);
            LOG.info("The sample company is ready");
        }
    }

    private boolean help(Company company, Source source) throws InterruptedException {
        rescues.work(company, source);
        if (!awaitScores()) {
            return false;
        }
        rescues.finish(company);
        rounds.make(company);
        return true;
    }

    private boolean tellTheYear(Chronicle chronicle, Source source, int from) {
        List<Customer> customers = chronicle.company().customers();
        LocalDate last = chronicle.anchor().minusDays(1);
        var batch = new ArrayList<SampleEvent>();
        for (int told = from; told < customers.size(); told++) {
            List<SampleEvent> events = chronicle.of(customers.get(told), chronicle.firstDay(), last);
            if (batch.size() + events.size() > NativeDialect.MOST_EVENTS) {
                narrator.send(source, batch);
                batch.clear();
                if (!states.told(told, last)) {
                    return false;
                }
            }
            batch.addAll(events);
        }
        if (batch.isEmpty()) {
            return true;
        }
        narrator.send(source, batch);
        return states.told(customers.size(), last);
    }

    private boolean tellWhatCameAfter(Chronicle chronicle, Source source, LocalDate from) {
        List<Customer> customers = chronicle.company().customers();
        for (LocalDate day = from; day.isBefore(days.today()); day = day.plusDays(1)) {
            var batch = new ArrayList<SampleEvent>();
            for (Customer customer : customers) {
                batch.addAll(chronicle.of(customer, day, day));
            }
            narrator.send(source, batch);
            if (!states.told(customers.size(), day)) {
                return false;
            }
        }
        return true;
    }

    private boolean awaitScores() throws InterruptedException {
        int waiting = states.waiting();
        Duration stalled = Duration.ZERO;
        while (waiting > 0) {
            if (!states.enter(Phase.SCORING, waiting, null)) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
            int now = states.waiting();
            stalled = now == waiting ? stalled.plus(BETWEEN_LOOKS) : Duration.ZERO;
            if (stalled.compareTo(PATIENCE) > 0) {
                throw new IllegalStateException(
                        "%d accounts wait for their scores, and nothing happens".formatted(now));
            }
            waiting = now;
        }
        return true;
    }
}
