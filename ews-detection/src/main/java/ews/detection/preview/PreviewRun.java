package ews.detection.preview;

import ews.detection.override.Overrides;
import ews.detection.past.Horizon;
import ews.detection.past.Passes;
import ews.detection.past.RocCurve;
import ews.detection.peer.PeerCandidates;
import ews.detection.rule.Rule;
import ews.detection.scoring.Definitions;
import ews.domain.account.AccountId;
import ews.domain.account.AccountPortion;
import ews.domain.account.Accounts;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Facts;
import ews.domain.score.BandOverride;
import ews.domain.score.HealthScore;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/** One preview at work: goes through the portions with two workers, and tells from time to time what was found. */
final class PreviewRun {

    private static final Duration BETWEEN_NEWS = Duration.ofMillis(500);

    /** Whoever could have shown what is found is going away. */
    static final class Stopped extends RuntimeException {}

    private final PreviewId id;
    private final Accounts accounts;
    private final List<AccountPortion> portions;
    private final int total;
    private final Trial trial;
    private final Previews previews;
    private final PreviewedAccounts previewedAccounts;
    private final Facts facts;
    private final Overrides overrides;
    private final OrganisationDays days;
    private final LocalDate today;
    private final BooleanSupplier stopping;

    private final Tally tally;
    private final BackTesting now;
    private final BackTesting proposed;
    private Preview.State begun = Preview.State.WAITING;
    private int done;
    private Instant told;

    PreviewRun(
            PreviewId id,
            Accounts accounts,
            Trial trial,
            List<Rule> rulesAboutBands,
            Previews previews,
            PreviewedAccounts previewedAccounts,
            Facts facts,
            Overrides overrides,
            OrganisationDays days,
            BooleanSupplier stopping) {
        this.id = id;
        this.accounts = accounts;
        this.portions = accounts.portions();
        this.total = portions.stream().mapToInt(AccountPortion::accounts).sum();
        this.trial = trial;
        this.previews = previews;
        this.previewedAccounts = previewedAccounts;
        this.facts = facts;
        this.overrides = overrides;
        this.days = days;
        this.today = days.today();
        this.stopping = stopping;
        this.tally = new Tally(rulesAboutBands, trial.segments());
        this.now = new BackTesting(new Horizon(today));
        this.proposed = new BackTesting(new Horizon(today));
        this.told = Instant.MIN; // so that what is found first is told at once
    }

    void work() {
        try (var passes = new Passes(portions)) {
            if (trial.comparesPeers()) {
                begin(Preview.State.SURVEYING);
                survey(passes);
            }
            begin(Preview.State.RUNNING);
            passes.each(this::look);
            tell(Preview.State.DONE);
        } catch (CompletionException e) {
            if (begun == Preview.State.RUNNING) {
                tell(Preview.State.FAILED); // a part is better than nothing
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private synchronized void begin(Preview.State with) {
        begun = with;
        done = 0;
        previews.progress(id, with, total, 0, null);
    }

    /** In rounds, until those who are left cannot change who the peers are. */
    private void survey(Passes passes) {
        Trial.Survey whole = trial.survey();
        var left = new PeerCandidates(accounts.firstSeen());
        for (List<List<AccountId>> round = left.next(); !round.isEmpty(); round = left.next()) {
            passes.gather(round, trial::survey, this::survey).forEach(whole::add);
            whole.narrow(left);
        }
        whole.use();
    }

    private void survey(Trial.Survey survey, List<AccountId> portion) {
        goOn();
        Collection<AccountFacts> read = facts.of(portion, trial.usage()).values();
        read.forEach(survey::add);
        looked(read.size());
    }

    private void goOn() {
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
    }

    private void look(AccountPortion portion) {
        goOn();
        Map<AccountId, Present> present = previewedAccounts.present(portion);
        Map<AccountId, AccountFacts> read = facts.between(portion.first(), portion.last(), trial.usage());
        Map<AccountId, List<BandOverride>> decided = overrides.of(read.keySet());
        for (AccountFacts account : read.values()) {
            lookBack(account);
            Present known = present.get(account.account());
            if (known != null && Definitions.lastDay(account, today).equals(today)) {
                lookAt(known, account, decided.getOrDefault(account.account(), List.of()));
            }
        }
        looked(read.size());
    }

    private void lookBack(AccountFacts account) {
        trial.past(account).ifPresent(past -> {
            int[] counts = RocCurve.countsOf(account.account());
            synchronized (this) {
                now.add(past.byNow(), counts);
                proposed.add(past.byProposed(), counts);
            }
        });
    }

    private void lookAt(Present known, AccountFacts account, List<BandOverride> decided) {
        Trial.Today proposed = trial.today(account);
        HealthScore score = proposed.score();
        boolean overridden = decided.stream().anyMatch(it -> it.covers(today));
        synchronized (this) {
            tally.add(
                    known,
                    proposed,
                    score == null || overridden ? known.band() : score.band(),
                    score == null ? known.score() : score.points());
        }
    }

    private synchronized void looked(int count) {
        done += count;
        if (told.isBefore(days.now().minus(BETWEEN_NEWS))) {
            tell(begun);
        }
    }

    private synchronized void tell(Preview.State state) {
        told = days.now();
        boolean found = begun == Preview.State.RUNNING;
        previews.progress(id, state, total, done, found ? tally.result(now.result(), proposed.result()) : null);
    }
}
