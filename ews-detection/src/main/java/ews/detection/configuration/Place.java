package ews.detection.configuration;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object within a document, which knows where it stands. What is wrong is gathered, so that it can be told all at
 * once; what could not be read is then empty.
 *
 * @param path like {@code segments[2].profile}; empty for the document itself
 */
record Place(String path, JsonNode node, List<String> problems) {

    private static final double GREATEST = 1e12;

    /** Makes sure that it is an object, and has no other fields than these: a typo must not pass in silence. */
    Place only(String... fields) {
        if (!node.isObject()) {
            problems.add("%s: must have fields: %s".formatted(here(), String.join(", ", fields)));
        }
        node.propertyNames().stream()
                .filter(it -> !Arrays.asList(fields).contains(it))
                .forEach(it -> wrong(it, "there is no such field; use " + String.join(", ", fields)));
        return this;
    }

    boolean has(String field) {
        return !node.path(field).isMissingNode() && !node.path(field).isNull();
    }

    void wrong(String field, String problem) {
        problems.add("%s: %s".formatted(at(field), problem));
    }

    Optional<String> text(String field, int longest) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            wrong(field, has(field) ? "must be a text; put it in quotes" : "is missing");
            return Optional.empty();
        }
        return text(field, value.asString(), longest);
    }

    private Optional<String> text(String field, String value, int longest) {
        if (value.isBlank() || value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "must have 1 to %d characters, and no line breaks".formatted(longest));
            return Optional.empty();
        }
        return Optional.of(value.strip());
    }

    List<String> texts(String field, int longest) {
        JsonNode list = node.path(field);
        if (!list.isArray() || list.isEmpty()) {
            wrong(field, "must be a list with at least one text, like [first, second]");
            return List.of();
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Item("%s[%d]".formatted(field, i), list.get(i)))
                .flatMap(it -> {
                    if (!it.value.isString()) {
                        wrong(it.name, "must be a text; put it in quotes");
                        return Optional.<String>empty().stream();
                    }
                    return text(it.name, it.value.asString(), longest).stream();
                })
                .toList();
    }

    private record Item(String name, JsonNode value) {}

    OptionalInt whole(String field, int least, int most) {
        JsonNode value = node.path(field);
        if (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= least && value.asInt() <= most) {
            return OptionalInt.of(value.asInt());
        }
        wrong(field, "%smust be a whole number from %d to %d".formatted(missing(field), least, most));
        return OptionalInt.empty();
    }

    OptionalDouble number(String field) {
        JsonNode value = node.path(field);
        if (value.isNumber() && Math.abs(value.doubleValue()) <= GREATEST) {
            return OptionalDouble.of(value.doubleValue());
        }
        wrong(field, "%smust be a number, like 40 or 12.5".formatted(missing(field)));
        return OptionalDouble.empty();
    }

    Optional<Boolean> truth(String field) {
        JsonNode value = node.path(field);
        if (value.isBoolean()) {
            return Optional.of(value.asBoolean());
        }
        wrong(field, "%smust be true or false".formatted(missing(field)));
        return Optional.empty();
    }

    <E extends Enum<E>> Optional<E> oneOf(String field, List<E> constants) {
        String value = node.path(field).isString() ? node.path(field).asString() : "";
        Optional<E> found = coded(value, constants);
        if (found.isEmpty()) {
            wrong(field, "%smust be one of %s".formatted(missing(field), codes(constants)));
        }
        return found;
    }

    /** Those that a list names; nothing may be wrong with any of them. */
    <E extends Enum<E>> List<E> several(String field, List<E> constants) {
        return texts(field, 100).stream()
                .flatMap(it -> {
                    Optional<E> found = coded(it, constants);
                    if (found.isEmpty()) {
                        wrong(field, "there is no \"%s\"; there are %s".formatted(it, codes(constants)));
                    }
                    return found.stream();
                })
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> coded(String code, List<E> constants) {
        return constants.stream().filter(it -> code(it).equals(code)).findFirst();
    }

    private static String codes(List<? extends Enum<?>> constants) {
        return constants.stream().map(Place::code).collect(joining(", "));
    }

    /** A constant as documents write it. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Place field(String field) {
        return new Place(at(field), node.path(field), problems);
    }

    /** The objects of a list; none where it is missing. */
    List<Place> items(String field, int least, int most) {
        JsonNode list = node.path(field);
        boolean none = !has(field);
        if ((none && least > 0) || (!none && !list.isArray()) || list.size() > most || (!none && list.size() < least)) {
            wrong(field, "%smust be a list of %d to %d".formatted(missing(field), least, most));
            return List.of();
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Place("%s[%d]".formatted(at(field), i), list.get(i), problems))
                .toList();
    }

    /** Makes something of what was read, and tells what is wrong with it as a whole. */
    <T> Optional<T> make(@Nullable String field, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            problems.add("%s: %s".formatted(field == null ? here() : at(field), e.getMessage()));
            return Optional.empty();
        }
    }

    private String missing(String field) {
        return has(field) ? "" : "is missing; it ";
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private String here() {
        return path.isEmpty() ? "the document" : path;
    }
}
