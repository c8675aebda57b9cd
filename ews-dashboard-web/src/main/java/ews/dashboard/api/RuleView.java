package ews.dashboard.api;

import ews.detection.configuration.RuleDocument;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleVersion;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A rule as it is now.
 *
 * @param sentence the whole of it in words
 * @param rule the same that files have
 */
record RuleView(String key, int version, boolean enabled, String sentence, JsonNode rule) {

    /** @param segmentName the name of the segment with a key */
    static RuleView of(Rule rule, UnaryOperator<String> segmentName) {
        return new RuleView(
                rule.key(),
                rule.version(),
                rule.enabled(),
                rule.definition().sentence(segmentName),
                RuleDocument.write(rule.definition()));
    }

    /**
     * What it said from a moment on.
     *
     * @param changes against the version before, in sentences
     */
    record VersionView(
            int version,
            String reason,
            String author,
            Instant publishedAt,
            List<String> changes,
            String sentence,
            JsonNode rule) {

        static VersionView of(RuleVersion version, List<String> changes, UnaryOperator<String> segmentName) {
            return new VersionView(
                    version.version(),
                    version.reason(),
                    version.author(),
                    version.publishedAt(),
                    changes,
                    version.definition().sentence(segmentName),
                    RuleDocument.write(version.definition()));
        }
    }
}
