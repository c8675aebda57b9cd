package ews.detection.configuration;

import ews.detection.inbox.InboxPolicy;
import ews.detection.rule.Rules;
import ews.domain.holiday.HolidayPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All configuration as one document. */
final class ConfigurationDocument {

    private static final String SEGMENTS = "segments";
    private static final String RULES = "rules";
    private static final String INBOX = "inbox";
    private static final String HOLIDAYS = "holidays";
    private static final int MOST_SEGMENTS = 100;

    private ConfigurationDocument() {}

    static ObjectNode write(Configuration configuration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        configuration.segments().forEach(it -> node.withArray(SEGMENTS).add(SegmentDocument.write(it)));
        node.setAll(configuration.others());
        if (configuration.rules() != null) {
            ArrayNode rules = node.putArray(RULES);
            configuration.namedRules().forEach(it -> rules.add(RuleDocument.write(it)));
        }
        if (configuration.inbox() != null) {
            node.set(INBOX, InboxDocument.write(configuration.inbox()));
        }
        if (configuration.holidays() != null) {
            node.set(HOLIDAYS, HolidaysDocument.write(configuration.holidays()));
        }
        return node;
    }

    /**
     * Reads one.
     *
     * @param plays the keys of those that rules may suggest; {@code null} for any
     * @param others the fields of other parts, which are taken as they are
     * @param problems gets everything that is wrong
     * @return empty if anything is wrong
     */
    static Optional<Configuration> read(
            JsonNode node, @Nullable Collection<String> plays, List<String> others, List<String> problems) {
        int before = problems.size();
        Place document = new Place("", node, problems)
                .only(Stream.concat(Stream.of(SEGMENTS, RULES, INBOX, HOLIDAYS), others.stream())
                        .toArray(String[]::new));
        List<Configuration.Segment> segments = segments(document);
        @Nullable List<Configuration.Rule> rules = document.has(RULES) ? rules(document, plays) : null;
        InboxPolicy inbox =
                document.has(INBOX) ? InboxDocument.read(document.field(INBOX)).orElse(null) : null;
        HolidayPolicy holidays = document.has(HOLIDAYS)
                ? HolidaysDocument.read(document.field(HOLIDAYS)).orElse(null)
                : null;
        var taken = new LinkedHashMap<String, JsonNode>();
        others.stream().filter(document::has).forEach(it -> taken.put(it, node.path(it)));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Configuration(segments, rules, inbox, holidays, taken));
    }

    private static List<Configuration.Segment> segments(Place document) {
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
        return segments;
    }

    private static List<Configuration.Rule> rules(Place document, @Nullable Collection<String> plays) {
        List<String> segments = document.node()
                .path(SEGMENTS)
                .valueStream()
                .map(it -> it.path(SegmentDocument.KEY).asString(""))
                .toList();
        var known = new RuleDocument.Known(segments, plays);
        var rules = new ArrayList<Configuration.Rule>();
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Place place : document.items(RULES, 0, Rules.MOST)) {
            RuleDocument.read(place, known).ifPresent(rule -> {
                if (!keys.add(rule.key())) {
                    place.wrong(RuleDocument.KEY, "another rule has this key");
                }
                if (!names.add(rule.name().toLowerCase(Locale.ROOT))) {
                    place.wrong(RuleDocument.NAME, "another rule has this name");
                }
                rules.add(rule);
            });
        }
        return rules;
    }
}
