package ews.detection.scoring;

import ews.domain.score.HealthScore;
import ews.domain.score.ScoreChange;
import ews.domain.segment.Segment;

/**
 * The health of an account as of a day, and what changed before it.
 *
 * @param score of that day; of the day of the cancellation where the account was cancelled before
 * @param segment the one that the account belonged to
 * @param profileVersion the number of the version of the segment's profile that was effective
 * @param since7Days against the score 7 days before {@code score}
 * @param since30Days against the score 30 days before {@code score}
 * @param sinceChosen against the score of a day that somebody chose, or of the day before
 */
public record AccountHealth(
        HealthScore score,
        Segment segment,
        int profileVersion,
        ScoreChange since7Days,
        ScoreChange since30Days,
        ScoreChange sinceChosen) {}
