package ews.plays.checkin;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.domain.configuration.ConfigurationPart;
import ews.plays.Fields;
import ews.plays.Keyed;
import ews.plays.checkin.Cadences.OfSegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cadences of segments in the document with all configuration. Those of segments that it does not name stay as they
 * are, and so do those of single accounts.
 */
@Component
@Order(3)
class CadencePart implements ConfigurationPart {

    /** As many as there can be segments. */
    private static final int MOST = 100;

    private static final String CADENCES = "cadences";
    private static final String SEGMENTS = "segments";
    private static final String SEGMENT = "segment";
    private static final String DAYS = "days";
    private static final List<String> FIELDS = List.of(SEGMENT, DAYS);

    private final Cadences cadences;

    CadencePart(Cadences cadences) {
        this.cadences = cadences;
    }

    @Override
    public String field() {
        return CADENCES;
    }

    @Override
    public ArrayNode now() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (OfSegment it : cadences.ofSegments()) {
            ObjectNode node = list.addObject().put(SEGMENT, it.key());
            if (it.every() != null) {
                node.put(DAYS, it.every());
            }
        }
        return list;
    }

    @Override
    public Set<String> keys(JsonNode document) {
        return Set.of();
    }

    @Override
    public List<String> problems(JsonNode document) {
        var problems = new ArrayList<String>();
        read(document, problems);
        return problems;
    }

    /** The days by the key of the segment. */
    private Map<String, Optional<Integer>> read(JsonNode document, List<String> problems) {
        // The cadence of a segment that the document deletes goes with it, and may still be named.
        Set<String> segments = Stream.concat(
                        Keyed.keys(document, SEGMENTS).stream(),
                        cadences.ofSegments().stream().map(OfSegment::key))
                .collect(Collectors.toSet());
        var read = new LinkedHashMap<String, Optional<Integer>>();
        for (Fields fields : Fields.each(document, CADENCES, MOST, problems, FIELDS)) {
            Optional<Integer> days =
                    fields.has(DAYS) ? fields.whole(DAYS, Cadences.SHORTEST, Cadences.LONGEST) : Optional.empty();
            fields.text(SEGMENT).ifPresent(segment -> {
                if (!segments.contains(segment)) {
                    fields.wrong(SEGMENT, "there is no segment \"%s\"".formatted(segment));
                } else if (read.put(segment, days) != null) {
                    fields.wrong(SEGMENT, "this segment has a cadence already");
                }
            });
        }
        return read;
    }

    @Override
    public List<Change> changes(JsonNode document) {
        Map<String, OfSegment> now = now(cadences.ofSegments());
        Set<String> staying = document.has(SEGMENTS) ? Keyed.keys(document, SEGMENTS) : now.keySet();
        Map<String, Optional<Integer>> read = read(document, new ArrayList<>());
        read.keySet().retainAll(staying);
        var changes = new ArrayList<Change>();
        read.forEach((segment, wanted) -> {
            OfSegment before = now.getOrDefault(segment, new OfSegment(0, segment, segment, Cadences.USUAL));
            Integer after = wanted.orElse(null);
            if (!Objects.equals(before.every(), after)) {
                changes.add(new Change(
                        Kind.CHANGED,
                        Subject.CADENCE,
                        segment,
                        name(document, segment),
                        List.of("%s, it was: %s".formatted(said(after), said(before.every())))));
            }
        });
        return changes;
    }

    private static Map<String, OfSegment> now(List<OfSegment> cadences) {
        return cadences.stream().collect(Collectors.toMap(OfSegment::key, it -> it));
    }

    /** As the document calls it, where it does. */
    private String name(JsonNode document, String segment) {
        return document.path(SEGMENTS)
                .valueStream()
                .filter(it -> segment.equals(it.path(Keyed.KEY).asString("")))
                .map(it -> it.path("name").asString(segment))
                .findFirst()
                .orElseGet(() -> cadences.ofSegments().stream()
                        .filter(it -> it.key().equals(segment))
                        .map(OfSegment::name)
                        .findFirst()
                        .orElse(segment));
    }

    private static String said(@Nullable Integer every) {
        return every == null ? "No check-ins" : "A check-in every %d days".formatted(every);
    }

    @Override
    public void apply(JsonNode document, String reason, Actor actor) {
        Map<String, OfSegment> now = now(cadences.ofSegments());
        read(document, new ArrayList<>())
                .forEach((segment, days) -> Optional.ofNullable(now.get(segment))
                        .ifPresent(it -> cadences.changeSegment(it.segment(), it.name(), days.orElse(null), actor)));
    }
}
