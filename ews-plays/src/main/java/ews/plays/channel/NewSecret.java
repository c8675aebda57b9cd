package ews.plays.channel;

/** A webhook with its new secret, to be shown once. */
public record NewSecret(Webhook webhook, String secret) {

    /** Without the secret, for logs. */
    @Override
    public String toString() {
        return "new secret of webhook " + webhook.id();
    }
}
