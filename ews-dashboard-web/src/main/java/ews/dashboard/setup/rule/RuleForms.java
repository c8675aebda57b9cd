package ews.dashboard.setup.rule;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.Vocabulary;
import ews.detection.rhythm.Direction;
import ews.detection.rule.Happening;
import ews.detection.rule.Milestone;
import ews.detection.rule.RuleDefinition;
import ews.detection.segment.Segments;
import ews.domain.event.EventType;
import ews.domain.score.Band;
import ews.domain.segment.Segment;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads forms of rules, and gives the page what can be chosen in them. */
@Component
class RuleForms {

    private final Segments segments;
    private final Plays plays;
    private final Vocabulary vocabulary;

    RuleForms(Segments segments, Plays plays, Vocabulary vocabulary) {
        this.segments = segments;
        this.plays = plays;
        this.vocabulary = vocabulary;
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<RuleDefinition> read(RuleForm form, Fields fields) {
        return form.read(
                fields,
                segments.all().stream().map(Segment::key).toList(),
                plays.all().stream().map(Play::key).toList());
    }

    /** The whole rule as one sentence. */
    String sentence(RuleDefinition definition) {
        Map<String, String> names = segments.all().stream().collect(Collectors.toMap(Segment::key, Segment::name));
        return definition.sentence(key -> names.getOrDefault(key, key));
    }

    void addTo(Model model, RuleForm form, Fields fields) {
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("segments", segments.all());
        model.addAttribute("anyBand", Band.values());
        model.addAttribute("plays", plays.all());
        model.addAttribute("happenings", Happening.Type.values());
        model.addAttribute("dates", Milestone.Date.values());
        model.addAttribute("directions", Direction.values());
        model.addAttribute("eventTypes", EventType.values());
        model.addAttribute("bands", List.of(Band.GOOD, Band.AVERAGE, Band.POOR));
        vocabulary.addTo(model);
    }
}
