package ews.dashboard.setup.webhook;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.channel.Webhook;
import ews.plays.channel.WebhookEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as typed.
 *
 * @param events the names of the events that it is to hear of
 */
record WebhookForm(
        @Nullable String name,
        @Nullable String url,
        @Nullable List<String> events) {

    private static final int LONGEST_URL = 2_000;

    static final WebhookForm BLANK = new WebhookForm("", "", List.of(WebhookEvent.ALERT_RAISED.name()));

    static WebhookForm of(Webhook webhook) {
        return new WebhookForm(
                webhook.name(),
                webhook.url(),
                webhook.events().stream().map(Enum::name).toList());
    }

    /** What the form says, once it is right. */
    record Details(String name, String url, Set<WebhookEvent> events) {}

    public boolean wants(WebhookEvent event) {
        return events != null && events.contains(event.name());
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields) {
        Optional<String> title = fields.text("name", typed(name), 100);
        Optional<String> address = fields.text("url", typed(url), LONGEST_URL);
        var wanted = EnumSet.allOf(WebhookEvent.class);
        wanted.removeIf(it -> !wants(it));
        if (wanted.isEmpty()) {
            fields.wrong("events", "Choose at least one.");
        }
        return fields.areRight()
                ? Optional.of(new Details(title.orElseThrow(), address.orElseThrow(), wanted))
                : Optional.empty();
    }
}
