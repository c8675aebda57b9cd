package ews.dashboard.setup.slack;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.channel.SlackChannel;
import ews.plays.channel.WebhookEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Slack channel as typed. The address of one that there is is never in it, since whoever has it can write there.
 *
 * @param events the names of the events that it is to hear of
 */
record SlackForm(
        @Nullable String name,
        @Nullable String url,
        @Nullable List<String> events) {

    private static final int LONGEST_URL = 2_000;

    static final SlackForm BLANK = new SlackForm("", "", List.of(WebhookEvent.ALERT_RAISED.name()));

    static SlackForm of(SlackChannel channel) {
        return new SlackForm(
                channel.name(), "", channel.events().stream().map(Enum::name).toList());
    }

    /**
     * What the form says, once it is right.
     *
     * @param url {@code null} to keep the address that there is
     */
    record Details(String name, @Nullable String url, Set<WebhookEvent> events) {}

    public boolean wants(WebhookEvent event) {
        return events != null && events.contains(event.name());
    }

    /**
     * Empty if something is wrong, which {@code fields} then tells.
     *
     * @param keepsAddress whether there is an address already, which nobody needs to type again
     */
    Optional<Details> read(Fields fields, boolean keepsAddress) {
        Optional<String> title = fields.text("name", typed(name), 100);
        boolean kept = keepsAddress && typed(url).isEmpty();
        Optional<String> address = kept ? Optional.empty() : fields.text("url", typed(url), LONGEST_URL);
        var wanted = EnumSet.allOf(WebhookEvent.class);
        wanted.removeIf(it -> !wants(it));
        return fields.areRight()
                ? Optional.of(new Details(title.orElseThrow(), address.orElse(null), wanted))
                : Optional.empty();
    }
}
