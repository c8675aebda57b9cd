package ews.plays;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The fields of one object of a document, read one by one; what is wrong is gathered, each with its place. */
public final class Fields {

    private final JsonNode node;
    private final String place;
    private final List<String> problems;

    private Fields(JsonNode node, String place, List<String> problems) {
        this.node = node;
        this.place = place;
        this.problems = problems;
    }

    /**
     * @param place by which people find it: {@code templates[2]}
     * @param problems gets everything that is wrong, other fields than the known ones included: a typo must not pass in
     *     silence
     * @return empty, and a problem, if it is no object
     */
    public static Optional<Fields> of(JsonNode node, String place, List<String> problems, List<String> known) {
        if (!node.isObject()) {
            problems.add("%s: must have fields: %s".formatted(place, String.join(", ", known)));
            return Optional.empty();
        }
        var fields = new Fields(node, place, problems);
        node.propertyNames().stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> fields.wrong(it, "there is no such field; use " + String.join(", ", known)));
        return Optional.of(fields);
    }

    /** Those of the objects in a list; none if it is left out. */
    public static List<Fields> each(
            JsonNode document, String field, int most, List<String> problems, List<String> known) {
        JsonNode list = document.path(field);
        if (isLeftOut(list)) {
            return List.of();
        }
        if (!list.isArray() || list.size() > most) {
            problems.add("%s: must be a list of at most %d".formatted(field, most));
            return List.of();
        }
        var each = new ArrayList<Fields>();
        for (int i = 0; i < list.size(); i++) {
            of(list.path(i), "%s[%d]".formatted(field, i), problems, known).ifPresent(each::add);
        }
        return each;
    }

    public static boolean isLeftOut(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    public String place() {
        return place;
    }

    public boolean has(String field) {
        return !isLeftOut(node.path(field));
    }

    public void wrong(String field, String problem) {
        problems.add("%s.%s: %s".formatted(place, field, problem));
    }

    /** Empty, and a problem, if it is missing or no text; so are the others. */
    public Optional<String> text(String field) {
        JsonNode value = node.path(field);
        if (value.isString()) {
            return Optional.of(value.asString());
        }
        return missingOr(field, "must be a text; put it in quotes");
    }

    public Optional<Boolean> truth(String field) {
        JsonNode value = node.path(field);
        return value.isBoolean() ? Optional.of(value.asBoolean()) : missingOr(field, "must be true or false");
    }

    public Optional<Integer> whole(String field, int least, int most) {
        JsonNode value = node.path(field);
        return value.isInt() && value.asInt() >= least && value.asInt() <= most
                ? Optional.of(value.asInt())
                : missingOr(field, "must be a whole number from %d to %d".formatted(least, most));
    }

    public Optional<List<String>> texts(String field) {
        JsonNode value = node.path(field);
        return value.isArray() && value.valueStream().allMatch(JsonNode::isString)
                ? Optional.of(value.valueStream().map(JsonNode::asString).toList())
                : missingOr(field, "must be a list, like [first, second]");
    }

    private <T> Optional<T> missingOr(String field, String problem) {
        wrong(field, node.has(field) ? problem : "is missing");
        return Optional.empty();
    }
}
