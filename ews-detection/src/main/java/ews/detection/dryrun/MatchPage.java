package ews.detection.dryrun;

import ews.detection.dryrun.Findings.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that the condition of a rule holds for today, of some that were looked at.
 *
 * @param looked how many were looked at
 * @param undecided how many of them have too little data to say
 * @param next the id after which the next page looks; {@code null} if all have been looked at
 */
public record MatchPage(
        List<Match> matches,
        int looked,
        int undecided,
        @Nullable Long next) {}
