package ews.plays.play;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.ConfigurationPart;
import ews.plays.Keyed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plays in the document with all configuration. Those that it does not name are switched off, and stay for their runs. */
@Component
@Order(2)
class PlayPart implements ConfigurationPart {

    /** More than anybody can know. */
    static final int MOST = 200;

    private static final String PLAYS = "plays";
    private static final String ENABLED = "enabled";
    private static final String[] FIELDS = Stream.concat(Stream.of(Keyed.KEY, ENABLED), PlayDocument.FIELDS.stream())
            .toArray(String[]::new);

    private static final Keyed<Play> KEYED = new Keyed<>(PLAYS, "play", Play::key, Play::name);

    private final Plays plays;

    PlayPart(Plays plays) {
        this.plays = plays;
    }

    @Override
    public String field() {
        return PLAYS;
    }

    @Override
    public ArrayNode now() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        plays.all().stream().sorted(Comparator.comparing(Play::key)).forEach(it -> list.add(write(it)));
        return list;
    }

    private static ObjectNode write(Play play) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return PlayDocument.write(play, node.put(Keyed.KEY, play.key()).put(ENABLED, play.enabled()));
    }

    @Override
    public Set<String> keys(JsonNode document) {
        return KEYED.keysWith(document, plays.all());
    }

    @Override
    public List<String> problems(JsonNode document) {
        var reading = new DocumentReading();
        Map<String, Play> wanted = read(document, reading);
        var problems = new ArrayList<>(reading.problems());
        problems.addAll(KEYED.problems(wanted, document.has(PLAYS) ? plays.all() : List.of()));
        Known known = plays.known().once(document);
        wanted.forEach((place, play) -> {
            try {
                PlayCheck.check(play, known);
            } catch (InvalidPlay e) {
                e.problems().forEach(it -> problems.add("%s: %s".formatted(place, it)));
            }
        });
        return problems;
    }

    /** By their places. */
    private static Map<String, Play> read(JsonNode document, DocumentReading reading) {
        JsonNode list = document.path(PLAYS);
        if (DocumentReading.isLeftOut(list)) {
            return Map.of();
        }
        if (!list.isArray() || list.size() > MOST) {
            reading.wrong(PLAYS, "must be a list of at most %d".formatted(MOST));
            return Map.of();
        }
        var read = new LinkedHashMap<String, Play>();
        for (int i = 0; i < list.size(); i++) {
            String place = "%s[%d]".formatted(PLAYS, i);
            read(list.path(i), place, reading).ifPresent(it -> read.put(place, it));
        }
        return read;
    }

    private static Optional<Play> read(JsonNode node, String place, DocumentReading reading) {
        reading.only(place, node, FIELDS);
        Optional<String> key = reading.required(place + "." + Keyed.KEY, node.path(Keyed.KEY), String.class);
        Optional<Boolean> enabled = reading.required(place + "." + ENABLED, node.path(ENABLED), Boolean.class);
        Optional<Play> play = PlayDocument.read(key.orElse(""), node, place, reading);
        return key.isEmpty() ? Optional.empty() : play.flatMap(it -> enabled.map(on -> it.asVersion(0, on)));
    }

    private static List<Play> wanted(JsonNode document) {
        return List.copyOf(read(document, new DocumentReading()).values());
    }

    @Override
    public List<Change> changes(JsonNode document) {
        return DocumentReading.isLeftOut(document.path(PLAYS))
                ? List.of()
                : new PlayComparison(plays.all(), wanted(document)).changes();
    }

    @Override
    public void apply(JsonNode document, String reason, Actor actor) {
        if (DocumentReading.isLeftOut(document.path(PLAYS))) {
            return;
        }
        List<Play> now = plays.all();
        List<Play> wanted = wanted(document);
        new PlayComparison(now, wanted).unnamed().forEach(it -> plays.disable(it.key(), actor));
        Known known = plays.known().once(document);
        Map<String, Play> byKey = KEYED.byKey(now);
        for (Play play : KEYED.inOrder(wanted, now)) {
            Play before = byKey.get(play.key());
            plays.save(
                    before == null ? play : play.asVersion(before.version(), before.enabled()), known, reason, actor);
            if (play.enabled()) {
                plays.enable(play.key(), actor);
            } else {
                plays.disable(play.key(), actor);
            }
        }
    }
}
