package ews.plays;

import ews.domain.audit.Actor;
import ews.plays.channel.Email;
import ews.plays.channel.NewSecret;
import ews.plays.channel.WebhookEvent;
import ews.plays.channel.Webhooks;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Deliveries;
import ews.plays.outbox.MessageRow;
import ews.plays.outbox.NewMessage;
import ews.plays.outbox.Outbox;
import ews.plays.outbox.Sender;
import ews.testing.Receiver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** What tests of messages start from: a mail server and a receiver of webhooks; nothing is sent behind their back. */
@SpringBootTest(
        properties = {
            "ews.plays.background=false",
            "ews.webhooks.allow-private=true",
            "ews.mail.from=ews@example.org",
            "spring.mail.host=127.0.0.1"
        })
public abstract class Sending extends AccountOfCarla {

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected Sender sender;

    @Autowired
    protected Deliveries deliveries;

    @Autowired
    protected Webhooks webhooks;

    @Autowired
    protected TransactionOperations transaction;

    protected final Receiver receiver = new Receiver();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", Mailbox::port);
    }

    @BeforeEach
    void emptyMailbox() {
        Mailbox.empty();
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    protected NewSecret webhook(WebhookEvent... events) {
        return webhooks.add("Hook", receiver.url(), Set.of(events), Actor.SYSTEM);
    }

    protected static NewMessage email(String key) {
        return new Email("carla@example.com", "Acme: what is due", "Call them.").message(key);
    }

    protected static NewMessage post(NewSecret webhook, String key) {
        return new NewMessage(Channel.WEBHOOK, webhook.webhook().id().toString(), key, "Test", Map.of("type", "test"));
    }

    protected void put(NewMessage... messages) {
        transaction.executeWithoutResult(_ -> {
            for (NewMessage message : messages) {
                outbox.put(message);
            }
        });
    }

    /** The newest first. */
    protected List<MessageRow> all() {
        return deliveries.newest(null, null, null, 1_000);
    }

    protected MessageRow only() {
        List<MessageRow> all = all();
        if (all.size() != 1) {
            throw new AssertionError("One message expected, there are " + all);
        }
        return all.getFirst();
    }
}
