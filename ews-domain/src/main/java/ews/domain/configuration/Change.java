package ews.domain.configuration;

import java.util.List;
import java.util.Locale;

/**
 * What would change about one thing that is set up.
 *
 * @param key of the thing, as documents have it
 * @param details sentences without a full stop
 */
public record Change(Kind kind, Subject subject, String key, String name, List<String> details) {

    /** What would become of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED,
        SWITCHED_ON,
        SWITCHED_OFF;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return code().replace('_', ' ');
        }
    }

    /** What it is about. */
    public enum Subject {
        SEGMENT,
        RULE,
        INBOX,
        HOLIDAYS,
        TEMPLATE,
        PLAY,
        CADENCE,
        FOLLOW_UP,
        SLACK_CHANNEL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return this == SLACK_CHANNEL ? "Slack channel" : code().replace('_', '-');
        }
    }

    public Change {
        details = List.copyOf(details);
    }
}
