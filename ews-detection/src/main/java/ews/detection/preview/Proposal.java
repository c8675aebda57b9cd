package ews.detection.preview;

import ews.detection.profile.ProfileVersion;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments and profiles as they would be.
 *
 * @param segments all, in their order; the last one takes the rest
 * @param profiles of all segments, by the segment's id
 */
public record Proposal(List<Segment> segments, Map<Integer, HealthProfile> profiles) {

    public Proposal {
        segments = List.copyOf(segments);
        profiles = Map.copyOf(profiles);
        for (Segment segment : segments) {
            if (!profiles.containsKey(segment.id())) {
                throw new IllegalArgumentException("Segment %s has no profile".formatted(segment.name()));
            }
        }
    }

    /** The same with another profile for one segment. */
    public Proposal with(int segmentId, HealthProfile profile) {
        var changed = new HashMap<>(profiles);
        changed.put(segmentId, profile);
        return new Proposal(segments, changed);
    }

    /** As versions that have counted ever since; their ids are those of the segments. */
    List<ProfileVersion> versions() {
        var versions = new ArrayList<ProfileVersion>();
        profiles.forEach((segment, profile) ->
                versions.add(new ProfileVersion(segment, segment, 1, profile, "", "", Instant.EPOCH, LocalDate.EPOCH)));
        return versions;
    }

    /** Whether an account of this segment may get another score than now. */
    boolean differs(Proposal now, int segmentId) {
        HealthProfile profile = profiles.get(segmentId);
        return profile == null || !profile.equals(now.profiles.get(segmentId));
    }
}
