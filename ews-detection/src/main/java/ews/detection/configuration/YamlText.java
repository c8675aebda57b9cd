package ews.detection.configuration;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a document as YAML for people: always in the same order, with comments, in quotes only what needs them, lines of
 * a text below one another. No
 * library that is at hand writes comments; what is written is read again by Jackson's.
 */
final class YamlText {

    /** No YAML reader takes these for anything but text, unless they are one of {@link #WORDS}. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_]([\\p{L}\\p{N}_./&@+ -]*[\\p{L}\\p{N}_./&@+-])?");

    /** What some YAML reader takes for a truth value or for nothing. */
    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

    /** What a reader of YAML may refuse, even in quotes. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\u2028\\u2029]");

    private static final ObjectWriter QUOTED = JsonMapper.shared().writer();
    private static final ObjectWriter ESCAPED = QUOTED.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final StringBuilder text = new StringBuilder();
    private final Function<ObjectNode, Optional<String>> comments;

    private YamlText(Function<ObjectNode, Optional<String>> comments) {
        this.comments = comments;
    }

    /**
     * @param heading comment lines at the top
     * @param comments what to say above an object of a list
     */
    static String of(ObjectNode document, List<String> heading, Function<ObjectNode, Optional<String>> comments) {
        var yaml = new YamlText(comments);
        heading.forEach(line -> yaml.text.append("# ").append(line).append('\n'));
        yaml.fields(document, "", "");
        return yaml.text.toString();
    }

    /** @param first what stands before the first field, in place of the indent */
    private void fields(ObjectNode object, String indent, String first) {
        String before = first;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            text.append(before).append(scalar(field.getKey())).append(':');
            before = indent;
            value(field.getValue(), indent);
        }
    }

    private void value(JsonNode value, String indent) {
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            text.append('\n');
            fields(object, indent + "  ", indent + "  ");
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
            text.append('\n');
            value.valueStream().forEach(item -> item((ObjectNode) item, indent + "  "));
        } else if (value.isString() && hasPlainLines(value.asString())) {
            lines(value.asString(), indent + "  ");
        } else {
            text.append(' ').append(flow(value)).append('\n');
        }
    }

    /** Whether it is a text of several lines that reads the same as it is. */
    private static boolean hasPlainLines(String value) {
        String[] lines = value.split("\n", -1);
        return lines.length > 1
                && value.strip().equals(value)
                && Stream.of(lines)
                        .allMatch(it -> it.stripTrailing().equals(it)
                                && !INVISIBLE.matcher(it).find());
    }

    private void lines(String value, String indent) {
        text.append(" |-\n");
        value.lines().forEach(it -> text.append(it.isEmpty() ? "" : indent + it).append('\n'));
    }

    private void item(ObjectNode item, String indent) {
        comments.apply(item)
                .ifPresent(it ->
                        text.append(indent).append("# ").append(oneLine(it)).append('\n'));
        fields(item, indent + "  ", indent + "- ");
    }

    private static String flow(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(YamlText::flow).collect(joining(", ", "[", "]"));
        }
        return value.isString() ? scalar(value.asString()) : value.toString();
    }

    private static String scalar(String value) {
        if (PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        return (INVISIBLE.matcher(value).find() ? ESCAPED : QUOTED).writeValueAsString(value);
    }

    private static String oneLine(String comment) {
        return INVISIBLE.matcher(comment).replaceAll(" ");
    }
}
