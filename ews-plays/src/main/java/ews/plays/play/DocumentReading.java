package ews.plays.play;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Reads the parts of a document one by one, and gathers what is wrong with them, each with its place, so that it can be
 * put right at once.
 */
final class DocumentReading {

    /** No number that anybody means is greater. */
    private static final double GREATEST = 1e12;

    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return problems;
    }

    void wrong(String place, String problem) {
        problems.add("%s: %s".formatted(place, problem));
    }

    /** Makes sure that there are no other fields than these: a typo must not pass in silence. */
    void only(String place, JsonNode node, String... fields) {
        if (!node.isObject()) {
            wrong(place, "must have fields: " + String.join(", ", fields));
        }
        node.propertyNames().stream()
                .filter(it -> !Arrays.asList(fields).contains(it))
                .forEach(it -> wrong("%s.%s".formatted(place, it), noSuchField(List.of(fields))));
    }

    /** Of something that has to be there. */
    <T> Optional<T> required(String place, JsonNode node, Class<T> type) {
        if (isLeftOut(node)) {
            wrong(place, "is missing");
            return Optional.empty();
        }
        return read(place, node, type);
    }

    /** Of something that may be left out; empty then, and if something is wrong. */
    <T> Optional<T> optional(String place, JsonNode node, Class<T> type) {
        return isLeftOut(node) ? Optional.empty() : read(place, node, type);
    }

    static boolean isLeftOut(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private <T> Optional<T> read(String place, JsonNode node, Class<T> type) {
        int before = problems.size();
        values(place, node);
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(DocumentWords.JSON.treeToValue(node, type));
        } catch (JacksonException e) {
            wrong(place + path(e), problem(e, node));
            return Optional.empty();
        }
    }

    /** What a mapper takes, and neither a database nor a page can show. */
    private void values(String place, JsonNode node) {
        if (node.isNumber() && !(Math.abs(node.doubleValue()) <= GREATEST)) {
            wrong(place, "must be a number of at most 12 digits");
        } else if (node.isString() && node.asString().chars().anyMatch(DocumentReading::isUnprintable)) {
            wrong(place, "has control characters; leave them out");
        }
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
            values("%s[%d]".formatted(place, i), node.path(i));
        }
        node.properties().forEach(it -> values("%s.%s".formatted(place, it.getKey()), it.getValue()));
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private static String path(JacksonException problem) {
        return problem.getPath().stream()
                .map(it -> it.getPropertyName() == null ? "[%d]".formatted(it.getIndex()) : "." + it.getPropertyName())
                .collect(joining());
    }

    private static String problem(JacksonException problem, JsonNode node) {
        if (problem.getCause() instanceof IllegalArgumentException said) {
            return String.valueOf(said.getMessage());
        }
        return switch (problem) {
            case UnrecognizedPropertyException it -> noSuchField(Objects.requireNonNull(it.getKnownPropertyIds()));
            case InvalidTypeIdException it ->
                at(node, problem).isObject()
                        ? noSuchKind(it.getBaseType().getRawClass(), it.getTypeId())
                        : mustBe(Object.class);
            case MismatchedInputException it ->
                isLeftOut(at(node, problem)) ? "is missing" : mustBe(it.getTargetType());
            case InputCoercionException _ -> mustBe(int.class);
            default -> String.valueOf(problem.getOriginalMessage());
        };
    }

    private static JsonNode at(JsonNode node, JacksonException problem) {
        JsonNode found = node;
        for (DatabindException.Reference step : problem.getPath()) {
            found = step.getPropertyName() == null ? found.path(step.getIndex()) : found.path(step.getPropertyName());
        }
        return found;
    }

    private static String noSuchField(Iterable<?> known) {
        var names = new ArrayList<String>();
        known.forEach(it -> names.add(it.toString()));
        return "there is no such field; use " + String.join(", ", names);
    }

    /** @param named as which one; {@code null} if as none */
    private static String noSuchKind(Class<?> type, @Nullable String named) {
        String kinds = Stream.of(type.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(joining(", "));
        String field = type.getAnnotation(JsonTypeInfo.class).property();
        return named == null
                ? "its field %s is missing; it must be one of %s".formatted(field, kinds)
                : "there is no %s \"%s\"; use %s".formatted(field, named, kinds);
    }

    private static String mustBe(@Nullable Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "must be a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "must be a number, like 40 or 12.5";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a text; put it in quotes";
        }
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + Stream.of(type.getEnumConstants())
                            .map(DocumentWords::code)
                            .collect(joining(", "));
        }
        if (type == Assignee.class) {
            return Assignee.EXPECTED;
        }
        return type != null && Collection.class.isAssignableFrom(type)
                ? "must be a list, like [first, second]"
                : "must have fields";
    }
}
