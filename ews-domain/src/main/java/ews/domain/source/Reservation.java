package ews.domain.source;

import ews.domain.event.EventType;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why what is known of an account from events of one type cannot be relied on just now. */
public sealed interface Reservation {

    /** The name of the source that is the cause. */
    String source();

    EventType type();

    /** One sentence, with the time. */
    String reason();

    /**
     * A source that told of the account has sent no events of the type for longer than it usually does: what seems to be
     * missing may have happened.
     *
     * @param since when the last one was received, in the organisation's zone
     * @param usualDays its longest usual pause from one day with events to the next
     */
    record Silent(String source, EventType type, ZonedDateTime since, int usualDays) implements Reservation {

        @Override
        public String reason() {
            return "%s has sent no %s events since %s.".formatted(source, type.code(), say(since));
        }
    }

    /**
     * A source that told of the account was heard again today after such a silence: what it has not sent meanwhile may
     * still come in, and until then looks as if it had not happened.
     *
     * @param since when the last one before the silence was received, in the organisation's zone
     */
    record Returned(String source, EventType type, ZonedDateTime since) implements Reservation {

        @Override
        public String reason() {
            return "%s had sent no %s events since %s; what is missing may still come in today."
                    .formatted(source, type.code(), say(since));
        }
    }

    /**
     * A source that tells of the account is kept calm while its history comes in: what seems to happen may be long over.
     *
     * @param until in the organisation's zone
     */
    record Calm(String source, EventType type, ZonedDateTime until) implements Reservation {

        @Override
        public String reason() {
            return "Nothing is raised from %s events of %s until %s.".formatted(type.code(), source, say(until));
        }
    }

    /** {@code 18 Nov 2026, 14:12}. */
    private static String say(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).format(time);
    }
}
