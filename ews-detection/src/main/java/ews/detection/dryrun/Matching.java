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

    /** What was found among the accounts of a portion. */
    private record Found(List<Match> matches, int undecided) {}

    /** @param before what an earlier step has found, to go on with; {@code null} for the first */
    public Matched look(RuleDefinition definition, @Nullable Matched before) {
        List<AccountPortion> portions = accounts.portions();
        Matched soFar = before == null ? Matched.NOTHING : before;
        var step = new Step(soFar);
        Definitions definitions = definitions(definition);
        for (AccountPortion portion : portions) {
            if (portion.first().value() > step.after && step.looked - soFar.looked() < STEP) {
                step.add(portion, found(portion, definitions));
            }
        }
        return step.of(portions.stream().mapToInt(AccountPortion::accounts).sum());
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
        Definitions definitions = definitions(definition);
        var matches = new ArrayList<Match>();
        int undecided = 0;
        int looked = 0;
        for (AccountPortion portion : left) {
            Found found = found(portion, definitions);
            matches.addAll(found.matches);
            undecided += found.undecided;
            looked += portion.accounts();
            if (looked >= STEP && !portion.equals(left.getLast())) {
                return new MatchPage(matches, looked, undecided, portion.last().value());
            }
        }
        return new MatchPage(matches, looked, undecided, null);
    }

    /** Tells the accounts whose condition holds today, one portion after the other. */
    void each(Rule rule, Consumer<List<AccountId>> take) {
        Definitions definitions = judging.definitions(rule);
        accounts.portions()
                .forEach(portion -> take.accept(found(portion, definitions).matches.stream()
                        .map(Match::account)
                        .toList()));
    }

    private Definitions definitions(RuleDefinition definition) {
        return judging.definitions(new Rule(0, "new", 1, definition, true));
    }

    private Found found(AccountPortion portion, Definitions definitions) {
        LocalDate today = days.today();
        var matches = new ArrayList<Match>();
        var undecided = new ArrayList<AccountId>();
        judging.each(portion, definitions, new Days(today, today), (account, now, _) -> {
            switch (now) {
                case Verdict.Raised _ -> matches.add(new Match(account.account(), now.reason()));
                case Verdict.Undecided _ -> undecided.add(account.account());
                case Verdict.Quiet _ -> {}
            }
        });
        return new Found(matches, undecided.size());
    }

    private static final class Step {

        private final Matched before;
        private final List<Match> first;
        private int looked;
        private int matching;
        private int undecided;
        private long after;

        Step(Matched before) {
            this.before = before;
            this.first = new ArrayList<>(before.first());
            this.looked = before.looked();
            this.matching = before.matching();
            this.undecided = before.undecided();
            this.after = before.after();
        }

        void add(AccountPortion portion, Found found) {
            found.matches.stream().limit(Matched.NAMED - first.size()).forEach(first::add);
            matching += found.matches.size();
            undecided += found.undecided;
            looked += portion.accounts();
            after = portion.last().value();
        }

        Matched of(int accounts) {
            // What was added or erased meanwhile must not make it look for ever.
            boolean all = accounts <= looked || looked == before.looked();
            return new Matched(accounts, all ? accounts : looked, matching, undecided, List.copyOf(first), after);
        }
    }
}
