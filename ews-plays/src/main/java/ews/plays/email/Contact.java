package ews.plays.email;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person at an account who has an email address.
 *
 * @param key by which sources know them
 * @param name {@code null} if nobody has told it
 * @param refusal why nobody may write to them; {@code null} if one may
 */
public record Contact(
        long id,
        String key,
        @Nullable String name,
        @Nullable String firstName,
        @Nullable String lastName,
        String email,
        @Nullable String role,
        @Nullable String refusal) {

    public boolean isWritable() {
        return refusal == null;
    }

    /** How people call them: by their name or else by their address. */
    public String label() {
        return Objects.requireNonNullElse(name, email);
    }
}
