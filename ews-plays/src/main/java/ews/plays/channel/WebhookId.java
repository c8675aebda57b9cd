package ews.plays.channel;

/** Identifies a webhook. */
public record WebhookId(int value) {

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
