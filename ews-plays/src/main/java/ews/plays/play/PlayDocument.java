package ews.plays.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a play says as a document, the same in the API and in files. Its key and whether it is on are told beside it. */
public final class PlayDocument {

    static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String ENTRY = "entry";
    private static final String TRIGGERS = "triggers";
    private static final String REPEAT = "repeat";
    private static final String STEPS = "steps";
    private static final String GOAL = "goal";
    private static final String HOLD_OUT = "holdOut";

    static final List<String> FIELDS = List.of(NAME, DESCRIPTION, ENTRY, STEPS, GOAL, HOLD_OUT);

    private PlayDocument() {}

    /** What there is not is left out: a goal, a share that is held out, segments, conditions. */
    public static ObjectNode write(Play play) {
        return write(play, JsonNodeFactory.instance.objectNode());
    }

    static ObjectNode write(Play play, ObjectNode into) {
        into.put(NAME, play.name()).put(DESCRIPTION, play.description());
        ObjectNode definition = DocumentWords.JSON.valueToTree(play.definition());
        if (play.definition().holdOut() == 0) {
            definition.remove(HOLD_OUT);
        }
        // That nothing starts it is said, since a document that says nothing about it means something else.
        ObjectNode entry = definition.withObject(ENTRY);
        into.withObject(ENTRY).set(TRIGGERS, entry.withArray(TRIGGERS));
        if (entry.path(REPEAT).isEmpty()) {
            entry.remove(REPEAT);
        }
        into.withObject(ENTRY).setAll(entry);
        definition.remove(ENTRY);
        into.setAll(definition);
        wholeNumbers(into);
        return into;
    }

    /** {@code 40} rather than {@code 40.0}. */
    private static void wholeNumbers(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(it -> it.setValue(whole(it.getValue())));
        }
        node.forEach(PlayDocument::wholeNumbers);
    }

    private static JsonNode whole(JsonNode node) {
        return node.isDouble() && node.doubleValue() == Math.rint(node.doubleValue())
                ? JsonNodeFactory.instance.numberNode(node.longValue())
                : node;
    }

    /**
     * Reads one. Without an entry it is one that starts when a rule which suggests it raises an alert.
     *
     * @param place where it stands, by which problems are named: {@code play}
     * @return one that was never saved, and is enabled
     * @throws InvalidPlay with everything that is wrong; what it names need not be there
     */
    public static Play read(String key, JsonNode node, String place) {
        var reading = new DocumentReading();
        reading.only(place, node, FIELDS.toArray(String[]::new));
        Optional<Play> play = read(key, node, place, reading);
        if (!reading.problems().isEmpty()) {
            throw new InvalidPlay(reading.problems());
        }
        return play.orElseThrow();
    }

    /** Empty if something is wrong, which {@code reading} then tells. */
    static Optional<Play> read(String key, JsonNode node, String place, DocumentReading reading) {
        int before = reading.problems().size();
        Optional<String> name = reading.required(place + "." + NAME, node.path(NAME), String.class);
        Optional<String> description =
                reading.required(place + "." + DESCRIPTION, node.path(DESCRIPTION), String.class);
        Optional<Entry> entry = reading.optional(place + "." + ENTRY, node.path(ENTRY), Entry.class);
        List<Step> steps = steps(node.path(STEPS), place + "." + STEPS, reading);
        Optional<Goal> goal = reading.optional(place + "." + GOAL, node.path(GOAL), Goal.class);
        Optional<Integer> holdOut = reading.optional(place + "." + HOLD_OUT, node.path(HOLD_OUT), Integer.class);
        if (reading.problems().size() > before) {
            return Optional.empty();
        }
        var definition = new Definition(entry.orElse(Entry.BY_ALERT), steps, goal.orElse(null), holdOut.orElse(0));
        return Optional.of(new Play(
                key, name.orElseThrow().strip(), description.orElseThrow().strip(), 0, true, definition));
    }

    private static List<Step> steps(JsonNode node, String place, DocumentReading reading) {
        if (!(node instanceof ArrayNode) || node.isEmpty() || node.size() > Play.MOST_STEPS) {
            reading.wrong(place, "must be a list of 1 to %d".formatted(Play.MOST_STEPS));
            return List.of();
        }
        var steps = new ArrayList<Step>();
        IntStream.range(0, node.size())
                .forEach(i -> reading.required("%s[%d]".formatted(place, i), node.path(i), Step.class)
                        .ifPresent(steps::add));
        return steps;
    }
}
