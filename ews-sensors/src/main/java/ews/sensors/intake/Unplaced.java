package ews.sensors.intake;

import ews.domain.event.Event;
import ews.domain.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valid event that names a person but no account: it belongs where the person belonged at that time.
 *
 * @param person the user's key, or the id of a visitor of whom the source knows no more
 * @param visitor whether it is such a visitor
 * @param messageId the source's own id of the event
 * @param timed {@code false} if the time is not the source's own, so that a repetition is known by its id alone
 * @param body what the source sent, for the log
 */
public record Unplaced(
        EventType type,
        String person,
        boolean visitor,
        String messageId,
        Instant time,
        boolean timed,
        Raw body,
        Placing placing) {

    /** Makes the event, once it is known where it belongs. */
    public interface Placing {

        /** @param user the user's key; {@code null} for a visitor of whom nobody knows who it is */
        Event at(String account, @Nullable String user);
    }

    public Received at(String account, @Nullable String user) {
        return new Received(placing.at(account, user), timed, body);
    }
}
