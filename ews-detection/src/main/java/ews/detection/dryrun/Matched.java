package ews.detection.dryrun;

import ews.detection.dryrun.Findings.Match;
import java.util.List;

/**
 * For how many accounts the condition of a rule holds today, of those that have been looked at.
 *
 * @param accounts how many there are
 * @param looked how many have been looked at
 * @param undecided how many have too little data to say
 * @param first some of those that it holds for, at most {@value #NAMED}
 * @param after the id of the last account that was looked at
 */
public record Matched(int accounts, int looked, int matching, int undecided, List<Match> first, long after) {

    public static final int NAMED = 10;

    /** Before the first look. */
    static final Matched NOTHING = new Matched(0, 0, 0, 0, List.of(), Long.MIN_VALUE);

    public boolean isComplete() {
        return looked >= accounts;
    }
}
