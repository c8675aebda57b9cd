package ews.detection.configuration;

import static java.util.stream.Collectors.joining;

import ews.detection.rule.Audience;
import ews.detection.rule.Nature;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.RuleKind;
import ews.detection.rule.Rules;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A rule as a document. */
public final class RuleDocument {

    static final String KEY = "key";
    static final String NAME = "name";
    static final String WHEN = "when";
    private static final String ENABLED = "enabled";
    private static final String NATURE = "nature";
    private static final String SEGMENTS = "segments";
    private static final String HEALTH = "health";
    private static final String CONDITIONS = "conditions";
    private static final String DWELL_DAYS = "dwellDays";
    private static final String HOLD_DAYS = "holdDays";
    private static final String COOL_DOWN_DAYS = "coolDownDays";
    private static final String PLAY = "play";

    private static final String[] FIELDS = {
        NAME, NATURE, WHEN, SEGMENTS, HEALTH, CONDITIONS, DWELL_DAYS, HOLD_DAYS, COOL_DOWN_DAYS, PLAY
    };

    private static final Pattern KEYS = Pattern.compile("[a-z0-9][a-z0-9_-]{0,79}");

    private RuleDocument() {}

    /**
     * What a rule may name.
     *
     * @param segments their keys
     * @param plays their keys; {@code null} where it may name any
     */
    public record Known(
            Collection<String> segments, @Nullable Collection<String> plays) {}

    /** What it does not have is left out: segments and bands where it is for all, conditions, a play. */
    public static ObjectNode write(RuleDefinition definition) {
        return write(definition, JsonNodeFactory.instance.objectNode());
    }

    static ObjectNode write(Configuration.Rule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return write(rule.definition(), node.put(KEY, rule.key()).put(ENABLED, rule.enabled()));
    }

    private static ObjectNode write(RuleDefinition definition, ObjectNode into) {
        into.put(NAME, definition.name()).put(NATURE, definition.nature().code());
        into.set(WHEN, KindDocument.write(definition.kind()));
        definition.audience().segments().forEach(it -> into.withArray(SEGMENTS).add(it));
        definition.audience().bands().forEach(it -> into.withArray(HEALTH).add(it.code()));
        definition
                .audience()
                .conditions()
                .forEach(it -> into.withArray(CONDITIONS).add(ConditionDocument.write(it)));
        into.put(DWELL_DAYS, definition.dwellDays())
                .put(HOLD_DAYS, definition.holdDays())
                .put(COOL_DOWN_DAYS, definition.coolDownDays());
        return definition.play() == null ? into : into.put(PLAY, definition.play());
    }

    /**
     * @param at where it stands in the document that it is part of
     * @throws InvalidDocument if it is none
     */
    public static RuleDefinition read(JsonNode node, String at, Known known) {
        var problems = new ArrayList<String>();
        Optional<RuleDefinition> definition = definition(new Place(at, node, problems).only(FIELDS), known);
        if (!problems.isEmpty()) {
            throw new InvalidDocument(problems);
        }
        return definition.orElseThrow();
    }

    static Optional<Configuration.Rule> read(Place place, Known known) {
        var fields = new ArrayList<>(List.of(KEY, ENABLED));
        fields.addAll(List.of(FIELDS));
        place.only(fields.toArray(String[]::new));
        Optional<String> key = place.text(KEY, 80);
        if (key.isPresent() && !isKey(key.get())) {
            place.wrong(
                    KEY,
                    "may have lowercase letters, digits, hyphens and underscores, and must not be one of %s"
                            .formatted(Rules.PAGES.stream().sorted().collect(joining(", "))));
        }
        Optional<Boolean> enabled = place.truth(ENABLED);
        return definition(place, known)
                .flatMap(it -> key.flatMap(named -> enabled.map(on -> new Configuration.Rule(named, on, it))));
    }

    public static boolean isKey(String key) {
        return KEYS.matcher(key).matches() && !Rules.PAGES.contains(key);
    }

    private static Optional<RuleDefinition> definition(Place place, Known known) {
        int before = place.problems().size();
        Optional<String> name = place.text(NAME, RuleDefinition.LONGEST_NAME);
        Optional<Nature> nature = place.oneOf(NATURE, List.of(Nature.values()));
        Optional<RuleKind> when = KindDocument.read(place.field(WHEN));
        List<String> segments = segments(place, known);
        List<Band> bands = place.has(HEALTH) ? place.several(HEALTH, List.of(Band.values())) : List.of();
        List<Condition> conditions = place.items(CONDITIONS, 0, Audience.MOST_CONDITIONS).stream()
                .<Condition>flatMap(it -> ConditionDocument.read(it).stream())
                .toList();
        OptionalInt dwell = days(place, DWELL_DAYS, 1, RuleDefinition.LONGEST_DWELL);
        OptionalInt hold = days(place, HOLD_DAYS, 0, RuleDefinition.LONGEST_HOLD);
        OptionalInt coolDown = days(place, COOL_DOWN_DAYS, 0, RuleDefinition.LONGEST_HOLD);
        @Nullable String play = play(place, known).orElse(null);
        return place.problems().size() > before
                ? Optional.empty()
                : place.make(
                        null,
                        () -> new RuleDefinition(
                                name.orElseThrow(),
                                nature.orElseThrow(),
                                when.orElseThrow(),
                                new Audience(segments, bands, conditions),
                                dwell.orElseThrow(),
                                hold.orElseThrow(),
                                coolDown.orElseThrow(),
                                play));
    }

    /** The least where it is left out. */
    private static OptionalInt days(Place place, String field, int least, int most) {
        return place.has(field) ? place.whole(field, least, most) : OptionalInt.of(least);
    }

    private static List<String> segments(Place place, Known known) {
        if (!place.has(SEGMENTS)) {
            return List.of();
        }
        List<String> segments = place.texts(SEGMENTS, 80);
        segments.stream()
                .filter(it -> !known.segments.contains(it))
                .forEach(it -> place.wrong(
                        SEGMENTS,
                        "there is no segment with the key \"%s\"; there are %s".formatted(it, list(known.segments))));
        return segments;
    }

    private static Optional<String> play(Place place, Known known) {
        Optional<String> play = place.has(PLAY) ? place.text(PLAY, 100) : Optional.empty();
        Collection<String> plays = known.plays;
        if (plays != null) {
            play.filter(it -> !plays.contains(it))
                    .ifPresent(it -> place.wrong(
                            PLAY, "there is no play with the key \"%s\"; there are %s".formatted(it, list(plays))));
        }
        return play;
    }

    private static String list(Collection<String> keys) {
        return keys.isEmpty() ? "none" : String.join(", ", keys);
    }
}
