package ews.detection.profile;

import ews.domain.score.HealthProfile;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A health profile as it was published; it never changes.
 *
 * @param version counts from 1 in each segment
 * @param effectiveFrom the first day that it counts for
 */
public record ProfileVersion(
        int id,
        int segmentId,
        int version,
        HealthProfile profile,
        String reason,
        String publishedBy,
        Instant publishedAt,
        LocalDate effectiveFrom) {}
