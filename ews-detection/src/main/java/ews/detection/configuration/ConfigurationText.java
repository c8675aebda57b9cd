package ews.detection.configuration;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Configuration as YAML, which is JSON just as well, since every JSON document is YAML. */
public final class ConfigurationText {

    /** Bytes; far more than any configuration has. */
    public static final int LARGEST = 1024 * 1024;

    private static final List<String> HEADING = List.of(
            "EWS: segments in their order, each with its health profile, templates of emails, plays, cadences of check-ins,",
            "follow-up, what Slack channels hear of, rules that raise alerts, how these reach CSMs, and holidays.",
            "An account belongs to the first segment whose conditions all hold; the last one takes the rest.",
            "docs/configuration.md says what each field means, and how to apply this file.");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ConfigurationText() {}

    public static ObjectNode tree(Configuration configuration) {
        return ConfigurationDocument.write(configuration);
    }

    /** Always the same bytes for the same configuration. */
    public static String yaml(Configuration configuration) {
        return YamlText.of(tree(configuration), HEADING, item -> comment(item, configuration));
    }

    /**
     * Any document.
     *
     * @throws InvalidDocument if it is too large, or neither YAML nor JSON
     */
    public static JsonNode read(byte[] text) {
        if (text.length > LARGEST) {
            throw new InvalidDocument(List.of("The document has more than 1 MB; no configuration needs that much."));
        }
        try {
            return YAML.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new InvalidDocument(List.of(problem(e)));
        }
    }

    private static String problem(JacksonException unreadable) {
        String what = "this is neither YAML nor JSON: "
                + String.valueOf(unreadable.getOriginalMessage())
                        .lines()
                        .findFirst()
                        .orElse("");
        TokenStreamLocation at = unreadable.getLocation();
        return at == null || at.getLineNr() < 1
                ? what
                : "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what);
    }

    /**
     * One that knows of no other parts.
     *
     * @param plays the keys of those that rules may suggest
     * @throws InvalidDocument with everything that is wrong
     */
    static Configuration configuration(byte[] text, Collection<String> plays) {
        return configuration(text, plays, List.of());
    }

    /** The same, whatever plays rules suggest. */
    static Configuration configuration(byte[] text) {
        return configuration(text, null, List.of());
    }

    /**
     * Reads a configuration.
     *
     * @param plays the keys of those that rules may suggest; {@code null} for any
     * @param others the fields of other parts, which are taken as they are
     * @throws InvalidDocument with everything that is wrong
     */
    static Configuration configuration(byte[] text, @Nullable Collection<String> plays, List<String> others) {
        var problems = new ArrayList<String>();
        return ConfigurationDocument.read(read(text), plays, others, problems)
                .orElseThrow(() -> new InvalidDocument(problems));
    }

    /** What a measurement is in words, with its unit; a rule as a sentence. */
    private static Optional<String> comment(ObjectNode item, Configuration configuration) {
        if (item.has(RuleDocument.WHEN)) {
            return configuration
                    .rule(item.path(RuleDocument.KEY).asString())
                    .map(it -> it.definition().sentence(configuration::segmentName));
        }
        if (!item.has(MeasurementDocument.METRIC)) {
            return Optional.empty();
        }
        return MeasurementDocument.read(new Place("", item, new ArrayList<>())).map(ConfigurationText::say);
    }

    private static String say(Measurement measurement) {
        String unit = measurement.form() == Form.HABIT
                ? "robust standard deviations"
                : measurement.unit().label();
        return unit.isEmpty() ? measurement.label() : "%s, in %s".formatted(measurement.label(), unit);
    }
}
