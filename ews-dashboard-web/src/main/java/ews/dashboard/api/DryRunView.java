package ews.dashboard.api;

import ews.detection.configuration.RuleDocument;
import ews.detection.dryrun.DryRun;
import ews.detection.dryrun.Findings;
import ews.domain.account.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a dry run is, and what was found so far.
 *
 * @param key of the rule that it may become a version of; {@code null} if it is a new one
 * @param accounts how many there are to look at
 * @param done how many have been looked at
 */
record DryRunView(
        String id,
        @Nullable String key,
        JsonNode rule,
        String state,
        String author,
        Instant startedAt,
        int accounts,
        int done,
        @Nullable FindingsView findings) {

    /**
     * Accounts are named by their keys; those that were erased since are left out.
     *
     * @param now what holds today
     * @param daily alerts that would have been raised on each day, from {@code first} on
     * @param raised the latest of them
     */
    record FindingsView(
            NowView now,
            LocalDate first,
            List<Integer> daily,
            int alerts,
            int alerted,
            List<RaisedView> raised,
            CancellationsView cancellations) {}

    /** @param items some of the accounts that it holds for */
    record NowView(int matching, int undecided, List<ItemView> items) {}

    /** An account, and how its alert would read. */
    record ItemView(String account, String title) {}

    /** An alert that would have been raised. */
    record RaisedView(
            String account,
            LocalDate day,
            String title,
            @Nullable LocalDate resolved,
            @Nullable LocalDate cancelled) {}

    /**
     * Who cancelled.
     *
     * @param judged alerts that are old enough, or right already, to say whether the account cancelled within 90 days
     * @param followed how many of those were followed by a cancellation
     * @param accounts that cancelled during these days
     * @param warned how many of those had got an alert before
     */
    record CancellationsView(int judged, int followed, int accounts, int warned) {}

    static DryRunView of(DryRun run, Map<AccountId, String> keys) {
        Findings found = run.findings();
        return new DryRunView(
                run.id().toString(),
                run.rule(),
                RuleDocument.write(run.definition()),
                run.state().name().toLowerCase(Locale.ROOT),
                run.author(),
                run.startedAt(),
                run.accounts(),
                run.done(),
                found == null ? null : of(found, keys));
    }

    private static FindingsView of(Findings found, Map<AccountId, String> keys) {
        return new FindingsView(
                new NowView(
                        found.matching(),
                        found.undecided(),
                        found.matches().stream()
                                .filter(it -> keys.containsKey(it.account()))
                                .map(it -> new ItemView(keys.getOrDefault(it.account(), ""), it.title()))
                                .toList()),
                found.first(),
                found.daily(),
                found.alerts(),
                found.alerted(),
                found.raised().stream()
                        .filter(it -> keys.containsKey(it.account()))
                        .map(it -> new RaisedView(
                                keys.getOrDefault(it.account(), ""),
                                it.day(),
                                it.title(),
                                it.resolved(),
                                it.cancelled()))
                        .toList(),
                new CancellationsView(found.judged(), found.followed(), found.cancelled(), found.warned()));
    }
}
