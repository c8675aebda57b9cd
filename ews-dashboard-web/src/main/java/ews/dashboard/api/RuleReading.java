package ews.dashboard.api;

import ews.detection.configuration.InvalidDocument;
import ews.detection.configuration.RuleDocument;
import ews.detection.configuration.RuleDocument.Known;
import ews.detection.rule.RuleDefinition;
import ews.detection.segment.Segments;
import ews.domain.segment.Segment;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads rules that callers send: what they name must be there. */
@Component
class RuleReading {

    static final String RULE = "rule";

    private final Segments segments;
    private final Plays plays;

    RuleReading(Segments segments, Plays plays) {
        this.segments = segments;
        this.plays = plays;
    }

    /** @throws InvalidDocument with everything that is wrong */
    RuleDefinition rule(Body body) {
        return RuleDocument.read(
                body.node().path(RULE),
                RULE,
                new Known(
                        segments.all().stream().map(Segment::key).toList(),
                        plays.all().stream().map(Play::key).toList()));
    }

    UnaryOperator<String> segmentNames() {
        Map<String, String> names = segments.all().stream().collect(Collectors.toMap(Segment::key, Segment::name));
        return key -> names.getOrDefault(key, key);
    }
}
