package ews.detection.preview;

import ews.detection.override.Overrides;
import ews.detection.rule.Rule;
import ews.detection.scoring.Definitions;
import ews.domain.account.AccountId;
import ews.domain.account.AccountPortion;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Facts;
import ews.domain.score.BandOverride;
import ews.domain.score.HealthScore;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One preview at work: goes through the portions with two workers, and tells from time to time what was found. */
final class PreviewRun {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewRun.class);

    /** Two, so that one reads while the other computes; more would slow down what the product is for. */
    private static final int WORKERS = 2;

    private static final Duration BETWEEN_NEWS = Duration.ofMillis(500);

    private final PreviewId id;
    private final Queue<AccountPortion> portions;
    private final int accounts;
    private final Trial trial;
    private final Previews previews;
    private final PreviewedAccounts previewedAccounts;
    private final Facts facts;
    private final Overrides overrides;
    private final OrganisationDays days;
    private final LocalDate today;

    private final Tally tally;
    private final BackTesting now;
    private final BackTesting proposed;
    private int done;
    private Instant told;

    PreviewRun(
            PreviewId id,
            List<AccountPortion> portions,
            Trial trial,
            List<Rule> rulesAboutBands,
            Previews previews,
            PreviewedAccounts previewedAccounts,
            Facts facts,
            Overrides overrides,
            OrganisationDays days) {
        this.id = id;
        this.portions = new ConcurrentLinkedQueue<>(portions);
        this.accounts = portions.stream().mapToInt(AccountPortion::accounts).sum();
        this.trial = trial;
        this.previews = previews;
        this.previewedAccounts = previewedAccounts;
        this.facts = facts;
        this.overrides = overrides;
        this.days = days;
        this.today = days.today();
        this.tally = new Tally(rulesAboutBands);
        this.now = new BackTesting(new Horizon(today));
        this.proposed = new BackTesting(new Horizon(today));
        this.told = Instant.MIN; // so that what is found first is told at once
    }

    void work() {
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            previews.progress(id, Preview.State.RUNNING, accounts, 0, null);
            if (trial.comparesPeers()) {
                survey(workers);
            }
            CompletableFuture.allOf(IntStream.range(0, WORKERS)
                            .mapToObj(_ -> CompletableFuture.runAsync(this::workThrough, workers))
                            .toArray(CompletableFuture[]::new))
                    .join();
            tell(Preview.State.DONE);
        } catch (CompletionException e) {
            LOG.error("Preview {} failed", id, e.getCause());
            tell(Preview.State.FAILED);
        }
    }

    private void survey(Executor workers) {
        var left = new ConcurrentLinkedQueue<>(portions);
        List<CompletableFuture<Trial.Survey>> surveys = IntStream.range(0, WORKERS)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> survey(left), workers))
                .toList();
        Trial.Survey whole = trial.survey();
        surveys.forEach(it -> whole.add(it.join()));
        whole.use();
    }

    private Trial.Survey survey(Queue<AccountPortion> left) {
        Trial.Survey survey = trial.survey();
        for (AccountPortion portion = left.poll(); portion != null; portion = left.poll()) {
            facts.between(portion.first(), portion.last(), trial.usage())
                    .values()
                    .forEach(survey::add);
        }
        return survey;
    }

    private void workThrough() {
        for (AccountPortion portion = portions.poll(); portion != null; portion = portions.poll()) {
            try {
                look(portion);
            } catch (RuntimeException e) {
                portions.clear(); // nobody needs the rest
                throw e;
            }
        }
    }

    private void look(AccountPortion portion) {
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
        HealthScore score = trial.today(account).orElse(null);
        boolean overridden = decided.stream().anyMatch(it -> it.covers(today));
        synchronized (this) {
            tally.add(
                    known,
                    score == null || overridden ? known.band() : score.band(),
                    score == null ? known.score() : score.points());
        }
    }

    private synchronized void looked(int count) {
        done += count;
        if (told.isBefore(days.now().minus(BETWEEN_NEWS))) {
            tell(Preview.State.RUNNING);
        }
    }

    private synchronized void tell(Preview.State state) {
        told = days.now();
        previews.progress(id, state, accounts, done, tally.result(now.result(), proposed.result()));
    }
}
