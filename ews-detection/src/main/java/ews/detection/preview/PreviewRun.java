package ews.detection.preview;

import ews.detection.override.Overrides;
import ews.detection.past.Horizon;
import ews.detection.past.Passes;
import ews.detection.past.RocCurve;
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
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One preview at work: goes through the portions with two workers, and tells from time to time what was found. */
final class PreviewRun {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewRun.class);

    private static final Duration BETWEEN_NEWS = Duration.ofMillis(500);

    private final PreviewId id;
    private final List<AccountPortion> portions;
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
        this.portions = portions;
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
        try (var passes = new Passes(portions)) {
            previews.progress(id, Preview.State.RUNNING, accounts, 0, null);
            if (trial.comparesPeers()) {
                Trial.Survey whole = trial.survey();
                passes.gather(trial::survey, this::survey).forEach(whole::add);
                whole.use();
            }
            passes.each(this::look);
            tell(Preview.State.DONE);
        } catch (CompletionException e) {
            LOG.error("Preview {} failed", id, e.getCause());
            tell(Preview.State.FAILED);
        }
    }

    private void survey(Trial.Survey survey, AccountPortion portion) {
        facts.between(portion.first(), portion.last(), trial.usage()).values().forEach(survey::add);
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
