package ews.dashboard.api;

import ews.detection.configuration.ConfigurationText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of a request, JSON or YAML whatever type it claims to be. */
record Body(JsonNode node) {

    /** Characters of a text that has one line. */
    private static final int LINE = 300;

    static byte[] bytes(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(ConfigurationText.LARGEST + 1);
        if (bytes.length > ConfigurationText.LARGEST) {
            throw Problem.tooLarge("A body may have at most 1 MB here.");
        }
        return bytes;
    }

    /** @param fields that it may have */
    static Body of(HttpServletRequest request, String... fields) throws IOException {
        return of(ConfigurationText.read(bytes(request)), fields);
    }

    /** The same where nothing need be sent. */
    static Body orNothing(HttpServletRequest request, String... fields) throws IOException {
        byte[] bytes = bytes(request);
        return bytes.length == 0
                ? new Body(JsonNodeFactory.instance.objectNode())
                : of(ConfigurationText.read(bytes), fields);
    }

    private static Body of(JsonNode node, String... fields) {
        if (!node.isObject()) {
            throw Problem.badRequest("Send an object with %s.".formatted(String.join(", ", fields)));
        }
        node.propertyNames().stream()
                .filter(it -> !Arrays.asList(fields).contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw Problem.badRequest(
                            "%s: there is no such field; use %s.".formatted(it, String.join(", ", fields)));
                });
        return new Body(node);
    }

    /** @throws Problem if it is there and no id */
    Optional<Long> optionalId(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Problem.badRequest("%s: must be an id, a whole number.".formatted(field));
        }
        return Optional.of(value.asLong());
    }

    /** @throws Problem if it is missing or no text */
    String text(String field) {
        return optionalText(field).orElseThrow(() -> Problem.badRequest("%s: is missing.".formatted(field)));
    }

    Optional<String> optionalText(String field) {
        return optionalText(field, LINE);
    }

    /** @param longest how many characters it may have */
    Optional<String> optionalText(String field, int longest) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()
                || value.asString().length() > longest
                || value.asString().indexOf('\0') >= 0) {
            throw Problem.badRequest("%s: must be a text of at most %d characters.".formatted(field, longest));
        }
        return Optional.of(value.asString());
    }

    /** @throws Problem if it is missing or none */
    int whole(String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Problem.badRequest("%s: must be a whole number.".formatted(field));
        }
        return value.asInt();
    }

    /** Whether it is said to be so; what is left out is not. */
    boolean truth(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw Problem.badRequest("%s: must be true or false.".formatted(field));
        }
        return value.asBoolean(false);
    }

    Optional<LocalDate> day(String field) {
        return optionalText(field).map(value -> {
            try {
                return Parameters.parseDay(value);
            } catch (DateTimeParseException e) {
                throw Problem.badRequest("%s: must be a day as YYYY-MM-DD, like 2026-09-30.".formatted(field));
            }
        });
    }
}
