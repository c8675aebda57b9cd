package ews.sensors.source;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connected system with its own key.
 *
 * @param keyHint the last four characters of its key; the key itself is not stored
 * @param sample accounts and members that it is the first to name belong to the sample company
 * @param revoked since when its key is refused, or {@code null} while it is in use
 * @param calmUntil until when nothing is raised from its events; may be over; {@code null} if that never was so
 * @param limits how much may come from it
 */
public record Source(
        SourceId id,
        String name,
        String keyHint,
        Set<Scope> scopes,
        boolean sample,
        Instant created,
        @Nullable Instant revoked,
        @Nullable Instant calmUntil,
        SourceLimits limits) {

    public boolean can(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether EWS reads itself what comes from it, such as files. */
    public boolean isWithoutKey() {
        return scopes.isEmpty();
    }

    public boolean isRevoked() {
        return revoked != null;
    }

    /** Whether nothing is raised from its events at that time, because its history is coming in. */
    public boolean isCalm(Instant now) {
        return calmUntil != null && now.isBefore(calmUntil);
    }
}
