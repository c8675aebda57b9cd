package ews.sensors.source;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a source names without saying to which account they belong.
 *
 * @param person as the source calls them
 * @param events how many of theirs wait
 * @param since when the first of them was received
 * @param body one of them as it was sent, which may tell people who it is
 */
public record WaitingPerson(String person, long events, Instant since, String body) {

    /** Whom else such an address belongs to, as in {@code @example.com}; {@code null} if it is no e-mail address. */
    public @Nullable String colleagues() {
        int at = person.lastIndexOf('@');
        return at < 1 || at == person.length() - 1 ? null : person.substring(at).toLowerCase(Locale.ROOT);
    }
}
