package ews.detection.configuration;

import ews.detection.inbox.InboxPolicy;
import ews.detection.rule.RuleDefinition;
import ews.domain.holiday.HolidayPolicy;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an admin sets up, by keys and names: it means the same in every installation.
 *
 * @param segments in their order; the last one takes the rest
 * @param rules in any order; {@code null} if it says nothing about rules, which then stay as they are
 * @param inbox how new alerts reach people; {@code null} if it says nothing about that, which then stays as it is
 * @param holidays on which days nobody works; {@code null} if it says nothing about that, which then stays as it is
 * @param others what {@linkplain ews.domain.configuration.ConfigurationPart other parts} have, by field in their order; what
 *     is not there stays as it is
 */
public record Configuration(
        List<Segment> segments,
        @Nullable List<Rule> rules,
        @Nullable InboxPolicy inbox,
        @Nullable HolidayPolicy holidays,
        Map<String, JsonNode> others) {

    /**
     * A segment with the profile that counts for it.
     *
     * @param key names it in files and in the API, and never changes
     */
    public record Segment(String key, String name, List<Condition> conditions, HealthProfile profile) {

        public Segment {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A rule.
     *
     * @param key names it in files and in the API, and never changes
     */
    public record Rule(String key, boolean enabled, RuleDefinition definition) {

        public String name() {
            return definition.name();
        }
    }

    public Configuration {
        segments = List.copyOf(segments);
        rules = rules == null ? null : List.copyOf(rules);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** One that says nothing about other parts. */
    public Configuration(
            List<Segment> segments,
            @Nullable List<Rule> rules,
            @Nullable InboxPolicy inbox,
            @Nullable HolidayPolicy holidays) {
        this(segments, rules, inbox, holidays, Map.of());
    }

    /** One that says nothing about holidays and other parts. */
    public Configuration(List<Segment> segments, @Nullable List<Rule> rules, @Nullable InboxPolicy inbox) {
        this(segments, rules, inbox, null, Map.of());
    }

    /** One that says nothing about anything else. */
    public Configuration(List<Segment> segments) {
        this(segments, null, null);
    }

    public Optional<Segment> segment(String key) {
        return segments.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** None where it says nothing about rules. */
    public List<Rule> namedRules() {
        return rules == null ? List.of() : rules;
    }

    public Optional<Rule> rule(String key) {
        return namedRules().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** Whether it switches rules on that are off, or not there, in another one. */
    public boolean switchesOn(Configuration now) {
        return namedRules().stream()
                .filter(Rule::enabled)
                .anyMatch(it -> now.rule(it.key()).filter(Rule::enabled).isEmpty());
    }

    /** The name of the segment with a key, or the key where there is none. */
    public String segmentName(String key) {
        return segment(key).map(Segment::name).orElse(key);
    }

    /** The same without a segment. */
    public Configuration without(String key) {
        return new Configuration(
                segments.stream().filter(it -> !it.key().equals(key)).toList(), rules, inbox, holidays, others);
    }

    /** The same with a segment at a place, 0 being the first; it leaves the place that it had. */
    public Configuration with(Segment segment, int place) {
        var arranged = new ArrayList<>(without(segment.key()).segments);
        arranged.add(Math.clamp(place, 0, arranged.size()), segment);
        return new Configuration(arranged, rules, inbox, holidays, others);
    }
}
