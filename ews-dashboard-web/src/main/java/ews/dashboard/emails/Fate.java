package ews.dashboard.emails;

import ews.plays.email.SentEmail;
import ews.plays.outbox.MessageState;
import org.jspecify.annotations.Nullable;

/**
 * What became of an email.
 *
 * @param css names the look of its label
 */
record Fate(String label, String css, String sentence) {

    /** @param obstacle why nothing can be sent at present; {@code null} if it can */
    static Fate of(SentEmail email, @Nullable String obstacle) {
        if (email.sample()) {
            return new Fate("Not sent", "", "The people of the sample company are made up: nothing was sent.");
        }
        if (email.state() == null) {
            return new Fate("Sent", "good", "Its delivery was long ago, and is not kept any more.");
        }
        return switch (email.state()) {
            case WAITING -> new Fate("Waiting", "average", waiting(email, obstacle));
            case SENT -> new Fate("Sent", "good", "The mail server has taken it. Answers go to who wrote it.");
            case FAILED ->
                new Fate(
                        "Failed",
                        "poor",
                        email.error() == null ? "It could not be sent." : "It could not be sent: " + email.error());
        };
    }

    static boolean isFailed(SentEmail email) {
        return email.state() == MessageState.FAILED;
    }

    private static String waiting(SentEmail email, @Nullable String obstacle) {
        if (obstacle != null) {
            return obstacle + " It waits until then.";
        }
        return email.error() == null
                ? "It is on its way."
                : "The last attempt did not succeed: %s It is tried again.".formatted(email.error());
    }
}
