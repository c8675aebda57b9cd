package ews.detection.preview;

import ews.detection.profile.ProfileVersion;
import ews.detection.segment.Segments;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Segments and profiles as they would be.
 *
 * @param segments all, in their order; the last one takes the rest
 * @param profiles of all segments, by the segment's id
 */
public record Proposal(List<Segment> segments, Map<Integer, HealthProfile> profiles) {

    /** The id of a segment that is not there yet. */
    public static final int NEW = -1;

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

    /** The same with another name or other conditions for one segment. */
    public Proposal with(Segment segment) {
        return new Proposal(
                segments.stream()
                        .map(it -> it.id() == segment.id() ? segment : it)
                        .toList(),
                profiles);
    }

    /**
     * The same with a new segment, which has the id {@value #NEW}.
     *
     * @param before the segment that it comes before; the last one if there is none with this id
     */
    public Proposal adding(String name, List<Condition> conditions, int before, HealthProfile profile) {
        var more = new ArrayList<>(segments);
        int place = segments.stream().map(Segment::id).toList().indexOf(before);
        more.add(
                place < 0 ? segments.size() - 1 : place,
                new Segment(NEW, Segments.keyOf(name, segments), name, conditions));
        var changed = new HashMap<>(profiles);
        changed.put(NEW, profile);
        return new Proposal(more, changed);
    }

    /**
     * Segments in another order.
     *
     * @param ids of all of them
     * @throws IllegalArgumentException with a sentence for whoever asked, if one is missing or cannot be there
     */
    public static List<Segment> ordered(List<Segment> segments, List<Integer> ids) {
        Segments.checkOrder(ids, segments);
        return segments.stream()
                .sorted(Comparator.comparingInt(it -> ids.indexOf(it.id())))
                .toList();
    }

    public Optional<Segment> segment(int id) {
        return segments.stream().filter(it -> it.id() == id).findFirst();
    }

    public Optional<HealthProfile> profileOf(int segmentId) {
        return Optional.ofNullable(profiles.get(segmentId));
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
