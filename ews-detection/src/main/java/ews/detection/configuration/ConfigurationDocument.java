package ews.detection.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All configuration as one document. */
final class ConfigurationDocument {

    private static final String SEGMENTS = "segments";
    private static final int MOST_SEGMENTS = 100;

    private ConfigurationDocument() {}

    static ObjectNode write(Configuration configuration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        configuration.segments().forEach(it -> node.withArray(SEGMENTS).add(SegmentDocument.write(it)));
        return node;
    }

    /** @throws InvalidDocument with everything that is wrong */
    static Configuration read(JsonNode node) {
        var problems = new ArrayList<String>();
        Place document = new Place("", node, problems).only(SEGMENTS);
        List<Place> places = document.items(SEGMENTS, 1, MOST_SEGMENTS);
        var segments = new ArrayList<Configuration.Segment>();
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            boolean last = i == places.size() - 1;
            SegmentDocument.read(place).ifPresent(segment -> {
                if (!keys.add(segment.key())) {
                    place.wrong(SegmentDocument.KEY, "another segment has this key");
                }
                if (!names.add(segment.name().toLowerCase(Locale.ROOT))) {
                    place.wrong(SegmentDocument.NAME, "another segment has this name");
                }
                if (last != segment.conditions().isEmpty()) {
                    place.wrong(
                            "conditions",
                            last
                                    ? "the last segment takes everybody else, so it has none; leave them out"
                                    : "at least one, or no segment after it would get any account");
                }
                segments.add(segment);
            });
        }
        if (!problems.isEmpty()) {
            throw new InvalidDocument(problems);
        }
        return new Configuration(segments);
    }
}
