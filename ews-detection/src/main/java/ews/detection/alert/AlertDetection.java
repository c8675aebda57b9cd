package ews.detection.alert;

import ews.detection.alert.Occurrences.Finding;
import ews.detection.alert.Standings.Key;
import ews.detection.alert.Standings.Written;
import ews.detection.inbox.InboxPolicies;
import ews.detection.rule.Evidence;
import ews.detection.rule.Occasion;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.detection.rule.Verdict;
import ews.detection.scoring.ScoredAccount;
import ews.detection.scoring.ScoringListener;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertRaised;
import ews.domain.alert.AlertResolved;
import ews.domain.source.Reservation;
import ews.domain.source.Reservations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges every scored account by every rule, and raises, continues and resolves alerts. Runs in the transaction that
 * stores the scores: the alerts and what other modules are told about them exist with the scores or not at all.
 */
@Component
class AlertDetection implements ScoringListener {

    /** The same order everywhere, so that transactions that run at the same time never wait for each other in a circle. */
    private static final Comparator<NewAlert> IN_ORDER = Comparator.comparing(NewAlert::account)
            .thenComparing(it -> it.rule().id());

    private final Rules rules;
    private final Standings standings;
    private final Occurrences occurrences;
    private final PendingConditions pendingConditions;
    private final UserNames names;
    private final Reservations reservations;
    private final InboxPolicies policies;
    private final AlertLatency latency;
    private final ApplicationEventPublisher publisher;

    AlertDetection(
            Rules rules,
            Standings standings,
            Occurrences occurrences,
            PendingConditions pendingConditions,
            UserNames names,
            Reservations reservations,
            InboxPolicies policies,
            AlertLatency latency,
            ApplicationEventPublisher publisher) {
        this.rules = rules;
        this.standings = standings;
        this.occurrences = occurrences;
        this.pendingConditions = pendingConditions;
        this.names = names;
        this.reservations = reservations;
        this.policies = policies;
        this.latency = latency;
        this.publisher = publisher;
    }

    /** What is to be written for one batch of accounts. */
    private static final class Steps {
        final List<NewAlert> raised = new ArrayList<>();
        final List<Standing> left = new ArrayList<>();
        final List<Finding> seen = new ArrayList<>();
        final List<Finding> woken = new ArrayList<>();
        final List<Key> waiting = new ArrayList<>();
        final List<Key> noLongerPending = new ArrayList<>();
        final Map<Step, List<Standing>> taken = new EnumMap<>(Step.class);

        List<Standing> of(Step step) {
            return taken.getOrDefault(step, List.of());
        }
    }

    @Override
    public Needs needs() {
        return rules.all().stream()
                .map(rule -> new Needs(rule.usageDays(), rule.scoresOf()))
                .reduce(Needs.NOTHING, Needs::and);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void scored(List<ScoredAccount> accounts, LocalDate today) {
        List<Rule> all = rules.all();
        List<AccountId> ids = accounts.stream().map(it -> it.facts().account()).toList();
        Map<Key, Standing> last = standings.of(ids);
        Map<Key, PendingCondition> pending = pendingConditions.of(ids);
        Map<AccountId, List<Reservation>> reserved = reservations.of(ids);
        var steps = new Steps();
        for (ScoredAccount account : accounts) {
            var occasion = new Occasion(
                    account.facts(),
                    account.segment().key(),
                    account.before(),
                    account.score(),
                    account.past(),
                    today,
                    reserved.getOrDefault(account.facts().account(), List.of()));
            boolean left = account.facts().isCancelled(today);
            for (Rule rule : all) {
                var key = new Key(account.facts().account(), rule.id());
                Standing standing = last.get(key);
                if (!left && (rule.enabled() || standing != null)) {
                    decide(account, rule, standing, pending.get(key), rule.judge(occasion), today, steps);
                } else if (left && standing != null && standing.isOpen()) {
                    steps.left.add(standing);
                }
            }
        }
        write(steps, all, today);
    }

    private static void decide(
            ScoredAccount account,
            Rule rule,
            @Nullable Standing last,
            @Nullable PendingCondition pending,
            Verdict verdict,
            LocalDate today,
            Steps steps) {
        AccountId id = account.facts().account();
        Step step = Step.of(rule, last, pending, verdict, today);
        PendingCondition next = PendingCondition.after(step, verdict, pending, new Key(id, rule.id()), today);
        if (pending == null && next != null) {
            steps.waiting.add(next.key());
        } else if (pending != null && next == null) {
            steps.noLongerPending.add(pending.key());
        }
        if (last != null && verdict instanceof Verdict.Raised(var found)) {
            continued(last, found, step, today, steps);
        }
        if (step == Step.RAISE && verdict instanceof Verdict.Raised(var evidence)) {
            steps.raised.add(
                    new NewAlert(id, rule, evidence, last == null ? null : last.alert(), account.receivedAt()));
        } else if (step != Step.NOTHING && step != Step.WAIT && last != null) {
            steps.taken.computeIfAbsent(step, _ -> new ArrayList<>()).add(last);
        }
    }

    private static void continued(Standing last, Evidence evidence, Step step, LocalDate today, Steps steps) {
        var finding = new Finding(last, evidence.title(), evidence.severity());
        if (last.wakesFor(evidence.severity(), today)) {
            steps.woken.add(finding);
        }
        if (step == Step.SEE_AGAIN) {
            steps.seen.add(finding);
        }
    }

    private void write(Steps steps, List<Rule> all, LocalDate today) {
        pendingConditions.remove(steps.noLongerPending);
        pendingConditions.add(steps.waiting, today, false);
        raise(steps.raised.stream().sorted(IN_ORDER).toList(), today);
        standings.seeAgain(steps.of(Step.SEE_AGAIN), today);
        occurrences.seen(steps.seen, today);
        standings.wake(steps.woken.stream().map(Finding::standing).toList(), today);
        occurrences.gotWorse(steps.woken, today);
        standings.doubt(steps.of(Step.DOUBT), today);
        standings.clear(steps.of(Step.CLEAR), today);
        standings.close(steps.left, CloseReason.ACCOUNT_CANCELLED, today);
        Map<Integer, Rule> byId = all.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        for (Written resolved : standings.resolve(steps.of(Step.RESOLVE), today)) {
            Rule rule = byId.get(resolved.key().rule());
            if (rule != null) {
                publisher.publishEvent(
                        new AlertResolved(resolved.alert(), resolved.key().account(), rule.key()));
            }
        }
    }

    private void raise(List<NewAlert> alerts, LocalDate today) {
        if (alerts.isEmpty()) {
            return;
        }
        boolean held = policies.quietUntil().isPresent();
        Map<Key, NewAlert> byKey = alerts.stream()
                .collect(Collectors.toMap(it -> new Key(it.account(), it.rule().id()), Function.identity()));
        var raised = new ArrayList<NewAlert>();
        List<Written> all = standings.raise(names.addTo(alerts), held, today);
        occurrences.first(all, byKey, today);
        for (Written written : all) {
            NewAlert alert = byKey.get(written.key());
            if (alert != null) {
                raised.add(alert);
                if (!held) {
                    publish(written, alert);
                }
            }
        }
        latency.recordAfterCommit(raised);
    }

    private void publish(Written written, NewAlert alert) {
        publisher.publishEvent(new AlertRaised(
                written.alert(),
                alert.account(),
                alert.rule().key(),
                alert.evidence().title(),
                alert.rule().play()));
    }
}
