package ews.detection.configuration;

import ews.domain.score.HealthProfile;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an admin sets up, by keys and names: it means the same in every installation.
 *
 * @param segments in their order; the last one takes the rest
 */
public record Configuration(List<Segment> segments) {

    /**
     * A segment with the profile that counts for it.
     *
     * @param key names it in files and in the API, and never changes
     */
    public record Segment(String key, String name, List<Condition> conditions, HealthProfile profile) {

        public Segment {
            conditions = List.copyOf(conditions);
        }
    }

    public Configuration {
        segments = List.copyOf(segments);
    }

    public Optional<Segment> segment(String key) {
        return segments.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** The same without a segment. */
    public Configuration without(String key) {
        return new Configuration(
                segments.stream().filter(it -> !it.key().equals(key)).toList());
    }

    /** The same with a segment at a place, 0 being the first; it leaves the place that it had. */
    public Configuration with(Segment segment, int place) {
        var others = new ArrayList<>(without(segment.key()).segments);
        others.add(Math.clamp(place, 0, others.size()), segment);
        return new Configuration(others);
    }
}
