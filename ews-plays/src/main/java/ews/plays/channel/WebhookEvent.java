package ews.plays.channel;

import java.util.Locale;

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
}
