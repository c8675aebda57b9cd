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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells webhooks of what they want to hear. */
@Component
public class Announcements {

    private final Webhooks webhooks;
    private final Accounts accounts;
    private final Outbox outbox;
    private final OrganisationDays days;
    private final AuditLog audit;

    Announcements(Webhooks webhooks, Accounts accounts, Outbox outbox, OrganisationDays days, AuditLog audit) {
        this.webhooks = webhooks;
        this.accounts = accounts;
        this.outbox = outbox;
        this.days = days;
        this.audit = audit;
    }

    /** Whether any webhook wants to hear of it. */
    public boolean areWanted(WebhookEvent event) {
        return !webhooks.wanting(event).isEmpty();
    }

    /**
     * Writes a message for each webhook that wants it, once for each key. Nothing is said about an account that is gone.
     *
     * @param key tells this event from others of its kind
     * @param subject for people who look at deliveries
     * @param detail what is sent, besides the account and the run
     */
    @Transactional
    public void announce(
            WebhookEvent event,
            String key,
            String subject,
            AccountId about,
            @Nullable RunId run,
            Map<String, @Nullable Object> detail) {
        List<Webhook> wanting = webhooks.wanting(event);
        Optional<Account> account = wanting.isEmpty() ? Optional.empty() : accounts.withId(about);
        if (account.isEmpty()) {
            return;
        }
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put(
                "account",
                Map.of(
                        "id", about.value(),
                        "key", account.get().key(),
                        "name", account.get().name(),
                        "sample", account.get().sample()));
        if (run != null) {
            data.put("run", run.value());
        }
        data.putAll(detail);
        String line = "%s: %s".formatted(account.get().name(), subject);
        for (Webhook webhook : wanting) {
            NewMessage message = message(webhook, event.code(), key, line, data).about(about);
            outbox.put(run == null ? message : message.in(about, run));
        }
    }

    /** Writes a message of the type {@code test}. */
    @Transactional
    public void test(Webhook webhook, Actor actor) {
        outbox.put(message(webhook, "test", UUID.randomUUID().toString(), "Test", Map.of("by", actor.name())));
        audit.record(actor, "webhook.tested", "webhook " + webhook.name(), Map.of());
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
