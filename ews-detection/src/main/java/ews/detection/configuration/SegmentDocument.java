package ews.detection.configuration;

import ews.domain.score.HealthProfile;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A segment as a document. */
public final class SegmentDocument {

    static final String KEY = "key";
    static final String NAME = "name";
    private static final String CONDITIONS = "conditions";
    private static final String PROFILE = "profile";

    private static final int MOST_CONDITIONS = 10;
    private static final int LONGEST_NAME = 60;
    private static final Pattern KEYS = Pattern.compile("[\\p{L}\\p{N}_]{1,80}");

    private SegmentDocument() {}

    static ObjectNode write(Configuration.Segment segment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put(KEY, segment.key());
        write(segment.name(), segment.conditions(), node);
        node.set(PROFILE, ProfileDocument.write(segment.profile()));
        return node;
    }

    /** The last segment has no conditions, and so no field for them. */
    public static void write(String name, List<Condition> conditions, ObjectNode into) {
        into.put(NAME, name);
        conditions.forEach(it -> into.withArray(CONDITIONS).add(ConditionDocument.write(it)));
    }

    /** What a segment is called, and who is in it. */
    public record Rule(String name, List<Condition> conditions) {}

    /**
     * @param node with a name and conditions
     * @throws InvalidDocument if it is something else
     */
    public static Rule read(JsonNode node) {
        var problems = new ArrayList<String>();
        var place = new Place("", node, problems);
        Optional<String> name = name(place.only(NAME, CONDITIONS));
        List<Condition> conditions = conditions(place);
        if (!problems.isEmpty()) {
            throw new InvalidDocument(problems);
        }
        return new Rule(name.orElseThrow(), conditions);
    }

    static Optional<Configuration.Segment> read(Place place) {
        place.only(KEY, NAME, CONDITIONS, PROFILE);
        Optional<String> key = place.text(KEY, 80);
        if (key.isPresent() && !isKey(key.get())) {
            place.wrong(KEY, "may have letters, digits and underscores");
        }
        Optional<String> name = name(place);
        List<Condition> conditions = conditions(place);
        Optional<HealthProfile> profile = ProfileDocument.read(place.field(PROFILE));
        return key.isPresent() && name.isPresent() && profile.isPresent()
                ? Optional.of(new Configuration.Segment(key.get(), name.get(), conditions, profile.get()))
                : Optional.empty();
    }

    public static boolean isKey(String key) {
        return KEYS.matcher(key).matches();
    }

    private static Optional<String> name(Place place) {
        Optional<String> name = place.text(NAME, LONGEST_NAME);
        if (name.isPresent() && name.get().codePoints().noneMatch(Character::isLetterOrDigit)) {
            place.wrong(NAME, "must have at least one letter or digit");
        }
        return name;
    }

    private static List<Condition> conditions(Place place) {
        var conditions = new ArrayList<Condition>();
        place.items(CONDITIONS, 0, MOST_CONDITIONS)
                .forEach(it -> ConditionDocument.read(it).ifPresent(conditions::add));
        return conditions;
    }
}
