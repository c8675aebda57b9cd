package ews.dashboard.accounts;

import ews.domain.event.Event;
import ews.domain.event.Money;
import ews.sensors.eventlog.LoggedEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event in a list.
 *
 * @param text what it says, in a few words
 * @param body what the source sent, as it sent it
 */
public record EventLine(Instant at, String type, String icon, String text, String source, String body) {

    static EventLine of(LoggedEvent event, Optional<Event> meaning) {
        return new EventLine(
                event.occurredAt(),
                event.type(),
                icon(event.type()),
                // Where it cannot be read any more, the body itself is shown beside it.
                meaning.map(EventLine::text).orElse(event.type()),
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

    private static String text(Event event) {
        return switch (event) {
            case Event.Usage it -> words(it.feature(), it.user());
            case Event.Support it -> words(it.ticket(), code(it.status()), code(it.priority()), it.subject());
            case Event.Invoice it -> words(it.invoice(), code(it.status()), money(it.amount()));
            case Event.Subscription it ->
                words(code(it.status()), it.plan(), it.seats() == null ? null : it.seats() + " seats", it.renewal());
            case Event.Feedback it ->
                words(code(it.kind()), it.score().stripTrailingZeros().toPlainString(), it.comment());
            case Event.Outcome it -> words(it.goal(), it.value(), it.target());
            case Event.AccountAttributes it -> attributes(it.attributes());
            case Event.UserAttributes it -> words(it.user(), attributes(it.attributes()));
        };
    }

    private static String attributes(Map<String, @Nullable String> attributes) {
        return attributes.entrySet().stream()
                .map(it -> it.getKey() + ": " + Objects.requireNonNullElse(it.getValue(), "–"))
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable String code(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String money(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString() + " " + money.currency();
    }

    private static String words(@Nullable Object... words) {
        return Stream.of(words)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
