package ews.detection.profile;

import ews.domain.score.HealthProfile;
import java.time.Instant;

/**
 * A profile that somebody is at work on; it counts for nothing until it is published.
 *
 * @param basedOn the version that was live when it was begun
 */
public record Draft(int segmentId, HealthProfile profile, int basedOn, String author, Instant savedAt) {}
