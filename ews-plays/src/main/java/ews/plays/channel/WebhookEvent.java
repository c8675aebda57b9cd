package ews.plays.channel;

import java.sql.Array;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a webhook can be told of. */
public enum WebhookEvent {
    ALERT_RAISED("An alert is raised"),
    BAND_CHANGED("The health of an account moves to another band"),
    RUN_STARTED("A play starts on an account"),
    RUN_FINISHED("A run ends with an outcome"),
    TASK_DUE("A task is due");

    private final String label;

    WebhookEvent(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name in the database and in what is sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WebhookEvent of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The names in the database, in their order. */
    static String[] codes(Set<WebhookEvent> events) {
        return events.stream().map(WebhookEvent::code).sorted().toArray(String[]::new);
    }

    static Set<WebhookEvent> of(Array codes) throws SQLException {
        var events = EnumSet.noneOf(WebhookEvent.class);
        for (String code : (String[]) codes.getArray()) {
            events.add(of(code));
        }
        return events;
    }
}
