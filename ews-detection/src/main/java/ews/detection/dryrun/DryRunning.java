package ews.detection.dryrun;

import ews.detection.past.Passes;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.domain.account.AccountPortion;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.time.OrganisationDays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks at what rules would find, in the background and one after the other; changes nothing. */
@Component
public class DryRunning implements DisposableBean {

    /** How far back. */
    public static final int DAYS = 90;

    private static final Logger LOG = LoggerFactory.getLogger(DryRunning.class);

    private final DryRuns dryRuns;
    private final Accounts accounts;
    private final Judging judging;
    private final OrganisationDays days;
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ews-dry-run").factory());
    private volatile boolean stopping;

    DryRunning(DryRuns dryRuns, Accounts accounts, Judging judging, OrganisationDays days) {
        this.dryRuns = dryRuns;
        this.accounts = accounts;
        this.judging = judging;
        this.days = days;
    }

    /**
     * Begins to look at what a rule with this definition would find.
     *
     * @param rule the key of the rule that it may become a version of; {@code null} if it is a new one
     */
    public DryRunId start(@Nullable String rule, RuleDefinition definition, Actor actor) {
        DryRunId id = dryRuns.add(rule, definition, actor);
        oneAtATime.execute(() -> run(id, new Rule(0, "dry-run", 1, definition, true)));
        return id;
    }

    public Optional<DryRun> withId(DryRunId id) {
        return dryRuns.withId(id);
    }

    private void run(DryRunId id, Rule rule) {
        Days past = Days.endingWith(days.today(), DAYS);
        List<AccountPortion> portions = accounts.portions();
        int all = portions.stream().mapToInt(AccountPortion::accounts).sum();
        var finding = new Finding(past);
        var done = new AtomicInteger();
        Judging.Definitions definitions = judging.definitions(rule);
        try (var passes = new Passes(portions)) {
            passes.each(portion -> {
                if (stopping) {
                    throw new IllegalStateException("The application stops");
                }
                judging.each(portion, definitions, past, finding::add);
                int looked = done.addAndGet(portion.accounts());
                dryRuns.progress(id, DryRun.State.RUNNING, all, looked, finding.findings());
            });
            dryRuns.progress(id, DryRun.State.DONE, all, all, finding.findings());
        } catch (RuntimeException e) {
            LOG.error("Dry run {} failed", id, e);
            dryRuns.progress(id, DryRun.State.FAILED, all, done.get(), null);
        }
    }

    @Override
    public void destroy() {
        stopping = true;
        oneAtATime.shutdown();
    }
}
