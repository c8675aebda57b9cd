package ews.detection.dryrun;

import ews.detection.dryrun.Findings.Match;
import ews.detection.dryrun.Judging.Definitions;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.Verdict;
import ews.domain.account.AccountId;
import ews.domain.account.AccountPortion;
import ews.domain.account.Accounts;
import ews.domain.fact.Days;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for whom the condition of a rule holds today, a step at a time, so that the answer is there while somebody types. */
@Component
public class Matching {

    /** As many as are judged in a fraction of a second. */
    public static final int STEP = 4_000;

    private final Accounts accounts;
    private final Judging judging;
    private final OrganisationDays days;

    Matching(Accounts accounts, Judging judging, OrganisationDays days) {
        this.accounts = accounts;
        this.judging = judging;
        this.days = days;
    }

    /** @param before what an earlier step has found, to go on with; {@code null} for the first */
    public Matched look(RuleDefinition definition, @Nullable Matched before) {
        List<AccountPortion> portions = accounts.portions();
        var step = new Step(
                before, portions.stream().mapToInt(AccountPortion::accounts).sum());
        Definitions definitions = judging.definitions(new Rule(0, "new", 1, definition, true));
        for (AccountPortion portion : portions) {
            if (portion.first().value() > step.after && step.looked - step.begin < STEP) {
                step.take(portion, definitions);
            }
        }
        return step.matched();
    }

    /**
     * Looks at about {@value #STEP} accounts, and leaves none out that it holds for.
     *
     * @param after the id after which to look; {@link Long#MIN_VALUE} to begin
     */
    public MatchPage page(RuleDefinition definition, long after) {
        List<AccountPortion> left = accounts.portions().stream()
                .filter(it -> it.first().value() > after)
                .toList();
        Definitions definitions = judging.definitions(new Rule(0, "new", 1, definition, true));
        LocalDate today = days.today();
        var matches = new ArrayList<Match>();
        var undecided = new AtomicInteger();
        int looked = 0;
        for (AccountPortion portion : left) {
            judging.each(portion, definitions, new Days(today, today), (account, now, _) -> {
                switch (now) {
                    case Verdict.Raised _ -> matches.add(new Match(account.account(), now.reason()));
                    case Verdict.Undecided _ -> undecided.incrementAndGet();
                    case Verdict.Quiet _ -> {}
                }
            });
            looked += portion.accounts();
            if (looked >= STEP) {
                boolean last = portion.equals(left.getLast());
                return new MatchPage(
                        matches,
                        looked,
                        undecided.get(),
                        last ? null : (Long) portion.last().value());
            }
        }
        return new MatchPage(matches, looked, undecided.get(), null);
    }

    /** Tells the accounts whose condition holds today, one portion after the other. */
    void each(Rule rule, Consumer<List<AccountId>> take) {
        Definitions definitions = judging.definitions(rule);
        LocalDate today = days.today();
        for (AccountPortion portion : accounts.portions()) {
            var matching = new ArrayList<AccountId>();
            judging.each(portion, definitions, new Days(today, today), (account, now, _) -> {
                if (now instanceof Verdict.Raised) {
                    matching.add(account.account());
                }
            });
            take.accept(matching);
        }
    }

    private final class Step {

        private final int accounts;
        private final int begin;
        private final List<Match> first;
        private int looked;
        private int matching;
        private int undecided;
        private long after;

        Step(@Nullable Matched before, int accounts) {
            this.accounts = accounts;
            this.begin = before == null ? 0 : before.looked();
            this.looked = begin;
            this.matching = before == null ? 0 : before.matching();
            this.undecided = before == null ? 0 : before.undecided();
            this.first = new ArrayList<>(before == null ? List.of() : before.first());
            this.after = before == null ? Long.MIN_VALUE : before.after();
        }

        void take(AccountPortion portion, Definitions definitions) {
            LocalDate today = days.today();
            judging.each(portion, definitions, new Days(today, today), (account, now, _) -> {
                matching += now instanceof Verdict.Raised ? 1 : 0;
                undecided += now instanceof Verdict.Undecided ? 1 : 0;
                if (now instanceof Verdict.Raised && first.size() < Matched.NAMED) {
                    first.add(new Match(account.account(), now.reason()));
                }
            });
            looked += portion.accounts();
            after = portion.last().value();
        }

        Matched matched() {
            // What was added or erased meanwhile must not make it look for ever.
            boolean all = accounts <= looked || looked == begin;
            return new Matched(accounts, all ? accounts : looked, matching, undecided, List.copyOf(first), after);
        }
    }
}
