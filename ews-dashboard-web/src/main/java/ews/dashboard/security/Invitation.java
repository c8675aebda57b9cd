package ews.dashboard.security;

import java.time.Instant;

/**
 * A link with which a member sets a password.
 *
 * @param path where it leads on this server; it contains the token, which nobody can read again later
 */
public record Invitation(String path, Instant expires) {

    @Override
    public String toString() {
        return "invitation until " + expires;
    }
}
