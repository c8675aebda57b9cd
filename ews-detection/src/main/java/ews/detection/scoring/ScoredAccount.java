package ews.detection.scoring;

import ews.domain.fact.AccountFacts;
import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import ews.domain.segment.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account that a live or daily run has just scored.
 *
 * @param facts what the score was computed from; usage goes back far enough for the longest windows and their
 *     comparisons
 * @param before the last stored score, of today or an earlier day; {@code null} if this is the first
 * @param past the scores of the days that listeners ask for; none of days without one
 * @param receivedAt when the first of the events that led to this was received; {@code null} in daily runs
 */
public record ScoredAccount(
        AccountFacts facts,
        @Nullable HealthScore before,
        HealthScore score,
        Map<LocalDate, Points> past,
        Segment segment,
        @Nullable Instant receivedAt) {}
