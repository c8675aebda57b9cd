package ews.detection.dryrun;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would find among the accounts that were looked at.
 *
 * @param matching how many accounts its condition holds for now
 * @param undecided how many accounts have too little data to say
 * @param matches some of those that it holds for, at most {@value #MOST}
 * @param first the first of the past days
 * @param daily alerts that would have been raised on each of the past days, from {@code first} on
 * @param alerts how many alerts that are
 * @param alerted for how many accounts
 * @param raised the latest of them, at most {@value #MOST}
 * @param judged how many alerts are old enough, or right already, to say whether the account cancelled within 90 days
 * @param followed how many of those were followed by a cancellation
 * @param cancelled how many accounts cancelled during the past days
 * @param warned how many of those had got an alert before
 */
public record Findings(
        int matching,
        int undecided,
        List<Match> matches,
        LocalDate first,
        List<Integer> daily,
        int alerts,
        int alerted,
        List<Raised> raised,
        int judged,
        int followed,
        int cancelled,
        int warned) {

    public static final int MOST = 50;

    /** An account that the condition holds for now, and how its alert would read. */
    public record Match(AccountId account, String title) {}

    /**
     * An alert that would have been raised.
     *
     * @param resolved the day on which it would have been resolved by itself; {@code null} if never so far
     * @param cancelled the day of the cancellation that followed; {@code null} if none did so far
     */
    public record Raised(
            AccountId account,
            LocalDate day,
            String title,
            @Nullable LocalDate resolved,
            @Nullable LocalDate cancelled) {}
}
