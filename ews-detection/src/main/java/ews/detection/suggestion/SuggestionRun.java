package ews.detection.suggestion;

import ews.detection.past.Passes;
import ews.detection.peer.PeerSurvey;
import ews.detection.suggestion.Learning.Learned;
import ews.domain.account.AccountPortion;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Facts;
import ews.domain.score.HealthProfile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One suggestion at work: looks at the past, learns from its earlier part, and judges by the later one. */
final class SuggestionRun {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionRun.class);

    private final SuggestionId id;
    private final HealthProfile profile;
    private final List<AccountPortion> portions;
    private final Periods periods;
    private final Hindsight hindsight;
    private final Suggestions suggestions;
    private final Facts facts;
    private final int steps;
    private final AtomicInteger done = new AtomicInteger();

    SuggestionRun(
            SuggestionId id,
            HealthProfile profile,
            List<AccountPortion> portions,
            Periods periods,
            Hindsight hindsight,
            Suggestions suggestions,
            Facts facts) {
        this.id = id;
        this.profile = profile;
        this.portions = portions;
        this.periods = periods;
        this.hindsight = hindsight;
        this.suggestions = suggestions;
        this.facts = facts;
        this.steps = portions.size() * (hindsight.comparesPeers() ? 3 : 2);
    }

    void work() {
        try (var passes = new Passes(portions)) {
            suggestions.progress(id, Suggestion.State.RUNNING, steps, 0, null);
            suggestions.progress(id, Suggestion.State.DONE, steps, steps, find(passes));
        } catch (RuntimeException e) {
            LOG.error("Suggestion {} failed", id, e);
            suggestions.progress(id, Suggestion.State.FAILED, steps, done.get(), null);
        }
    }

    private Finding find(Passes passes) {
        var gathered = new Gathered(periods);
        if (!periods.isEmpty()) {
            if (hindsight.comparesPeers()) {
                survey(passes);
            }
            passes.gather(() -> new Gathered(periods), this::look).forEach(gathered::add);
        }
        Span training = gathered.training();
        Span judged = gathered.judged();
        int needed = Enough.toLearnFrom(profile.indicators().size());
        if (training.cancellations() < needed || judged.cancellations() < Enough.TO_JUDGE) {
            return new Finding.TooFew(training, needed, judged, Enough.TO_JUDGE);
        }
        Optional<List<Learned>> learned = Learning.weights(profile, gathered.lessons());
        if (learned.isEmpty()) {
            return new Finding.Nothing(training, judged);
        }
        var contest = new Contest(profile, learned.get());
        passes.gather(() -> new Contest(profile, learned.get()), this::judge).forEach(contest::add);
        return contest.result(training, judged);
    }

    private void survey(Passes passes) {
        PeerSurvey whole = hindsight.survey();
        passes.gather(hindsight::survey, (survey, portion) -> {
                    read(portion).forEach(survey::add);
                    tell();
                })
                .forEach(whole::add);
        hindsight.compareWith(whole);
    }

    private void look(Gathered gathered, AccountPortion portion) {
        for (AccountFacts account : read(portion)) {
            gathered.learnFrom(hindsight.looks(account, periods.training(), profile));
            gathered.judgeBy(hindsight.looks(account, periods.judged(), profile));
        }
        tell();
    }

    private void judge(Contest contest, AccountPortion portion) {
        read(portion).forEach(account -> hindsight.compare(account, periods.judged(), contest));
        tell();
    }

    private Collection<AccountFacts> read(AccountPortion portion) {
        return facts.between(portion.first(), portion.last(), hindsight.usage()).values();
    }

    private void tell() {
        suggestions.progress(id, Suggestion.State.RUNNING, steps, done.incrementAndGet(), null);
    }
}
