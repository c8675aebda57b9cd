package ews.dashboard.setup.source;

import ews.sensors.eventlog.LoggedEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When the latest events of a source happened, were sent and were received.
 *
 * @param lag between happening and receipt, the median of those received within the last minute of its sending
 */
record SourceTimes(Duration lag, List<Row> latest) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SHOWN = 5;

    /** Times as sources write them, in the order in which they mean the event. */
    private static final List<String> SAID = List.of("originalTimestamp", "timestamp", "time");

    private static final List<String> SENT = List.of("sentAt", "sent_at");

    /**
     * @param happened the time for which it counts
     * @param said that which the source says, where it is another one
     * @param sent when it was sent, where the source says so
     */
    record Row(
            LoggedEvent event,
            Instant happened,
            @Nullable Instant said,
            @Nullable Instant sent,
            Instant received) {

        static Row of(LoggedEvent event) {
            JsonNode body = body(event);
            Instant said = first(body, SAID);
            boolean other = said != null && isOther(said, event.occurredAt());
            return new Row(event, event.occurredAt(), other ? said : null, first(body, SENT), event.receivedAt());
        }

        private static boolean isOther(Instant said, Instant counted) {
            return Duration.between(said, counted).abs().compareTo(Duration.ofSeconds(1)) >= 0;
        }
    }

    /** @param events at least one, the latest first */
    static SourceTimes of(List<LoggedEvent> events) {
        List<Duration> lags = events.stream()
                .map(it -> Duration.between(it.occurredAt(), it.receivedAt()))
                .sorted()
                .toList();
        return new SourceTimes(
                lags.get(lags.size() / 2),
                events.stream().limit(SHOWN).map(Row::of).toList());
    }

    /** For example {@code 2 s}, {@code 5 min}, {@code 3 h} or {@code 12 days}. */
    public String lagInWords() {
        if (lag.isNegative()) {
            return "none";
        }
        if (lag.compareTo(Duration.ofMinutes(2)) < 0) {
            return lag.toSeconds() + " s";
        }
        if (lag.compareTo(Duration.ofHours(2)) < 0) {
            return lag.toMinutes() + " min";
        }
        return lag.compareTo(Duration.ofDays(2)) < 0 ? lag.toHours() + " h" : lag.toDays() + " days";
    }

    private static JsonNode body(LoggedEvent event) {
        try {
            return JSON.readTree(event.body());
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }

    private static @Nullable Instant first(JsonNode body, List<String> fields) {
        for (String field : fields) {
            JsonNode value = body.path(field);
            if (value.isString()) {
                try {
                    return OffsetDateTime.parse(value.asString()).toInstant();
                } catch (DateTimeException _) {
                    // Another shape than most write it in: what counts was read, and stands beside.
                }
            }
        }
        return null;
    }
}
