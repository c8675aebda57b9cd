package ews.plays.getwell;

import java.time.Instant;

/**
 * A link that was just made. Its token is known only now.
 *
 * @param path where the plan is to be seen, without the address of this installation
 */
public record NewLink(String path, Instant expires) {

    /** Without the token, for logs. */
    @Override
    public String toString() {
        return "a link until " + expires;
    }
}
