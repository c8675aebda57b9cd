package ews.detection.scoring;

import ews.domain.score.Band;
import ews.domain.score.Points;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of an account's score history.
 *
 * @param score {@code null} where the band is unknown
 * @param segmentId the segment that the account belonged to; it may have been deleted since
 * @param profileVersionId of the version by which it was scored
 */
public record ScoredDay(LocalDate day, @Nullable Points score, Band band, int segmentId, int profileVersionId) {}
