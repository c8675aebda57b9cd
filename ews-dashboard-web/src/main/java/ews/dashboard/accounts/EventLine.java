package ews.dashboard.accounts;

import ews.sensors.eventlog.LoggedEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event in a list.
 *
 * @param text what it says, in a few words
 * @param body what the source sent, as it sent it
 */
public record EventLine(Instant at, String type, String icon, String text, String source, String body) {

    public static EventLine of(LoggedEvent event, JsonMapper json) {
        return new EventLine(
                event.occurredAt(),
                event.type(),
                icon(event.type()),
                text(event.type(), event.body(), json),
                Objects.requireNonNullElse(event.sourceName(), "a removed source"),
                event.body());
    }

    private static String icon(String type) {
        return switch (type) {
            case "usage" -> "activity";
            case "support" -> "ticket";
            case "invoice" -> "invoice";
            case "subscription" -> "calendar";
            case "feedback" -> "message";
            case "outcome" -> "target";
            default -> "user";
        };
    }

    private static String text(String type, String body, JsonMapper json) {
        try {
            JsonNode event = json.readTree(body);
            String own = ownWords(type, event);
            // What others send has names of its own.
            return own.isEmpty() ? words(event, "event", "userId", "type", "topic", "webhookEvent", "event_type") : own;
        } catch (JacksonException e) {
            // Written by another version or by hand; the body itself is shown beside it.
            return type;
        }
    }

    private static String ownWords(String type, JsonNode event) {
        return switch (type) {
            case "usage" -> words(event, "name", "user");
            case "support" -> words(event, "ticket", "status", "priority", "subject");
            case "invoice" -> words(event, "invoice", "status", "amount", "currency");
            case "subscription" -> words(event, "status", "plan", "seats", "renewalDate");
            case "feedback" -> words(event, "kind", "score", "comment");
            case "outcome" -> words(event, "goal", "value", "target");
            default -> words(event, "user", "attributes");
        };
    }

    private static String words(JsonNode event, String... fields) {
        return Stream.of(fields)
                .map(event::get)
                .filter(field -> field != null && !field.isNull())
                .map(field -> field.isValueNode() ? field.asString() : field.toString())
                .collect(Collectors.joining(" · "));
    }
}
