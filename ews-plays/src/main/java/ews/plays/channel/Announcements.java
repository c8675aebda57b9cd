package ews.plays.channel;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.outbox.Channel;
import ews.plays.outbox.NewMessage;
import ews.plays.outbox.Outbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells webhooks and Slack channels of what they want to hear. */
@Component
public class Announcements {

    private final Webhooks webhooks;
    private final SlackChannels slackChannels;
    private final Accounts accounts;
    private final Outbox outbox;
    private final OwnAddress own;
    private final OrganisationDays days;
    private final AuditLog audit;

    Announcements(
            Webhooks webhooks,
            SlackChannels slackChannels,
            Accounts accounts,
            Outbox outbox,
            OwnAddress own,
            OrganisationDays days,
            AuditLog audit) {
        this.webhooks = webhooks;
        this.slackChannels = slackChannels;
        this.accounts = accounts;
        this.outbox = outbox;
        this.own = own;
        this.days = days;
        this.audit = audit;
    }

    /** Whether anybody wants to hear of it. */
    public boolean areWanted(WebhookEvent event) {
        return webhooks.areWanting(event);
    }

    /**
     * Writes a message for each webhook and Slack channel that wants it, once for each key. Nothing is said about an
     * account that is gone.
     *
     * @param key tells this event from others of its kind
     * @param subject for people who look at deliveries, and in Slack
     * @param detail what webhooks are sent, besides the account and the run
     */
    @Transactional
    public void announce(
            WebhookEvent event,
            String key,
            String subject,
            AccountId about,
            @Nullable RunId run,
            Map<String, @Nullable Object> detail) {
        Optional<Account> account = areWanted(event) ? accounts.withId(about) : Optional.empty();
        if (account.isEmpty()) {
            return;
        }
        String line = "%s: %s".formatted(account.get().name(), subject);
        Map<String, @Nullable Object> data = data(account.get(), run, detail);
        for (Webhook webhook : webhooks.wanting(event)) {
            put(message(webhook, event.code(), key, line, data), about, run);
        }
        for (SlackChannel channel : slackChannels.wanting(event)) {
            String text = slackText(account.get(), subject, run);
            put(channel.formatted("%s %s slack %s".formatted(event.code(), key, channel.id()), line, text), about, run);
        }
    }

    private void put(NewMessage message, AccountId about, @Nullable RunId run) {
        outbox.put(run == null ? message.about(about) : message.in(about, run));
    }

    private static Map<String, @Nullable Object> data(
            Account account, @Nullable RunId run, Map<String, @Nullable Object> detail) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put(
                "account",
                Map.of(
                        "id",
                        account.id().value(),
                        "key",
                        account.key(),
                        "name",
                        account.name(),
                        "sample",
                        account.sample()));
        if (run != null) {
            data.put("run", run.value());
        }
        data.putAll(detail);
        return data;
    }

    private String slackText(Account account, String subject, @Nullable RunId run) {
        String path = run == null ? "/accounts/" + account.id() : "/runs/" + run;
        String name = own.of(path)
                .map(address -> SlackText.link(address, account.name()))
                .orElse(SlackText.plain(account.name()));
        return "*%s*: %s".formatted(name, SlackText.plain(subject));
    }

    /**
     * Says in a Slack channel of the organisation what people wrote, once for each key.
     *
     * @param name of the channel
     * @return false if there is no such channel that is on
     */
    @Transactional
    public boolean tellSlack(String name, String key, AccountId about, RunId run, String text) {
        Optional<SlackChannel> channel = slackChannels.all().stream()
                .filter(it -> it.enabled() && it.name().equals(name))
                .findFirst();
        Optional<Account> account = accounts.withId(about);
        if (channel.isEmpty() || account.isEmpty()) {
            return false;
        }
        String dedupKey =
                "play_message %s slack %s".formatted(key, channel.get().id());
        String shown = slackText(account.get(), text, run);
        put(channel.get().formatted(dedupKey, line(account.get(), text), shown), about, run);
        return true;
    }

    /**
     * Sends a webhook what people wrote, once for each key, in a message of the type {@code play_message}.
     *
     * @param name of the webhook
     * @return false if there is no such webhook that is on
     */
    @Transactional
    public boolean tellWebhook(String name, String key, AccountId about, RunId run, String text) {
        Optional<Webhook> webhook = webhooks.all().stream()
                .filter(it -> it.enabled() && it.name().equals(name))
                .findFirst();
        Optional<Account> account = accounts.withId(about);
        if (webhook.isEmpty() || account.isEmpty()) {
            return false;
        }
        Map<String, @Nullable Object> data = data(account.get(), run, Map.of("text", text));
        put(message(webhook.get(), "play_message", key, line(account.get(), text), data), about, run);
        return true;
    }

    private static String line(Account account, String text) {
        return "%s: %s".formatted(account.name(), text.lines().findFirst().orElse(""));
    }

    /** Writes a message of the type {@code test}. */
    @Transactional
    public void test(Webhook webhook, Actor actor) {
        outbox.put(message(webhook, "test", UUID.randomUUID().toString(), "Test", Map.of("by", actor.name())));
        audit.record(actor, "webhook.tested", "webhook " + webhook.name(), Map.of());
    }

    /** Says in the channel that it works. */
    @Transactional
    public void test(SlackChannel channel, Actor actor) {
        String key = "test %s slack %s".formatted(UUID.randomUUID(), channel.id());
        outbox.put(channel.message(key, "Test", "A test by %s: EWS can write here.".formatted(actor.name())));
        audit.record(actor, "slack.tested", "Slack channel " + channel.name(), Map.of());
    }

    private NewMessage message(
            Webhook webhook, String type, String key, String subject, Map<String, @Nullable Object> data) {
        return new NewMessage(
                Channel.WEBHOOK,
                webhook.id().toString(),
                "%s %s webhook %s".formatted(type, key, webhook.id()),
                subject,
                Map.of("type", type, "timestamp", days.now().toString(), "data", data));
    }
}
