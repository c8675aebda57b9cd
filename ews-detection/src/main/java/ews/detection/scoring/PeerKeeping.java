package ews.detection.scoring;

import ews.detection.peer.PeerDistributions;
import ews.detection.peer.PeerGroups;
import ews.detection.peer.PeerGroups.Group;
import ews.detection.peer.PeerSurvey;
import ews.domain.account.AccountPortion;
import ews.domain.account.Accounts;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that whoever scores a day finds the peers to compare with: computes the distributions of weeks that have
 * none, and again those of weeks whose facts changed for many accounts. Where no profile compares peers it only looks
 * whether one does. One at a time within an instance; two instances may compute the same, and put the same.
 */
@Component
class PeerKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(PeerKeeping.class);

    /** Of all accounts, in percent: if so many wait for past days, their facts may have moved the distributions. */
    private static final int MANY = 5;

    /** Not again before, so that a load that goes on for long does not compute them all the time. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** A shift that moves percentiles by more than 5 points has everybody's past days scored again. */
    private static final double SHIFT = 0.05;

    /** Weeks that are computed in one pass over all accounts, so that memory stays bounded. */
    private static final int WEEKS_A_PASS = 60;

    private final CurrentDefinitions currentDefinitions;
    private final PeerDistributions distributions;
    private final HistoryDue historyDue;
    private final Facts facts;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final ScoringDay day;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    PeerKeeping(
            CurrentDefinitions currentDefinitions,
            PeerDistributions distributions,
            HistoryDue historyDue,
            Facts facts,
            Accounts accounts,
            JdbcClient jdbc,
            OrganisationDays days,
            ScoringDay day) {
        this.currentDefinitions = currentDefinitions;
        this.distributions = distributions;
        this.historyDue = historyDue;
        this.facts = facts;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.days = days;
        this.day = day;
    }

    /** Before today's scores are computed. */
    void ensureToday() {
        ensure(() -> Optional.of(day.today()), () -> false);
    }

    /**
     * Before past days are scored from the earliest one on that waits.
     *
     * @param early also of accounts that are not due yet
     */
    void ensurePast(boolean early) {
        ensure(() -> historyDue.earliest(early), this::manyWait);
    }

    /**
     * @param from the first day that will be scored; empty if none will
     * @param again whether what was computed a while ago is computed again
     */
    private void ensure(Supplier<Optional<LocalDate>> from, BooleanSupplier again) {
        Definitions definitions = currentDefinitions.read();
        Map<Integer, Set<Measurement>> wanted = definitions.comparedWithPeers();
        if (!wanted.isEmpty()) {
            from.get().ifPresent(first -> ensure(first, again.getAsBoolean(), wanted, definitions));
        }
    }

    private void ensure(LocalDate from, boolean again, Map<Integer, Set<Measurement>> wanted, Definitions definitions) {
        oneAtATime.lock();
        try {
            Set<LocalDate> missing = missing(from, wanted, again);
            for (List<LocalDate> weeks : passes(missing)) {
                compute(weeks, wanted, definitions);
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private Set<LocalDate> missing(LocalDate from, Map<Integer, Set<Measurement>> wanted, boolean again) {
        LocalDate today = day.today();
        LocalDate limit = today.minusYears(HistoryScoring.LONGEST_YEARS);
        LocalDate first = PeerGroups.asOf(from.isBefore(limit) ? limit : from);
        Map<Group, Instant> computed = distributions.computed(first);
        Instant stale = days.now().minus(FRESH);
        var missing = new TreeSet<LocalDate>();
        for (LocalDate week = first; week.isBefore(today); week = week.plusWeeks(1)) {
            LocalDate asOf = week;
            boolean complete = wanted.entrySet().stream()
                    .flatMap(it -> it.getValue().stream().map(measurement -> new Group(asOf, it.getKey(), measurement)))
                    .allMatch(group -> {
                        Instant at = computed.get(group);
                        return at != null && !(again && at.isBefore(stale));
                    });
            if (!complete) {
                missing.add(week);
            }
        }
        return missing;
    }

    private static List<List<LocalDate>> passes(Set<LocalDate> weeks) {
        var all = List.copyOf(weeks);
        var passes = new ArrayList<List<LocalDate>>();
        for (int from = 0; from < all.size(); from += WEEKS_A_PASS) {
            passes.add(all.subList(from, Math.min(all.size(), from + WEEKS_A_PASS)));
        }
        return passes;
    }

    private void compute(List<LocalDate> weeks, Map<Integer, Set<Measurement>> wanted, Definitions definitions) {
        var survey = new PeerSurvey(weeks, wanted, definitions::segmentOf);
        var usage = new Days(weeks.getFirst().minusDays(definitions.usageDays()), weeks.getLast());
        for (AccountPortion portion : accounts.portions()) {
            for (AccountFacts account :
                    facts.between(portion.first(), portion.last(), usage).values()) {
                survey.add(account);
            }
        }
        double shift = distributions.put(survey.result());
        LOG.debug("Computed the peers of {} weeks from {} on; they moved by {}", weeks.size(), weeks.getFirst(), shift);
        if (shift > SHIFT) {
            historyDue.addEverybody(weeks.getFirst().plusDays(1));
        }
    }

    private boolean manyWait() {
        long accounts =
                jdbc.sql("select count(*) from account").query(Long.class).single();
        return historyDue.count() * 100 >= MANY * accounts;
    }
}
