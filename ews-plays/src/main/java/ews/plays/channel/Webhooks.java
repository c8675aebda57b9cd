package ews.plays.channel;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks that there are. */
@Repository
public class Webhooks {

    /** As Standard Webhooks marks a secret, which is in Base64 after it. */
    private static final String SECRET_PREFIX = "whsec_";

    private static final int SECRET_BYTES = 32;

    /** How long a secret that was replaced goes on signing. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final WebhookAddresses addresses;
    private final Switch onOff;
    private final SecureRandom random = new SecureRandom();

    Webhooks(JdbcClient jdbc, OrganisationDays days, AuditLog audit, WebhookAddresses addresses) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
        this.addresses = addresses;
        this.onOff = new Switch(jdbc, audit, "webhook", "webhook", "webhook ");
    }

    /** By name. */
    public List<Webhook> all() {
        return jdbc.sql("select * from webhook order by name, id")
                .query(Webhooks::webhook)
                .list();
    }

    public Optional<Webhook> withId(WebhookId id) {
        return jdbc.sql("select * from webhook where id = :id")
                .param("id", id.value())
                .query(Webhooks::webhook)
                .optional();
    }

    /** Whether any webhook or Slack channel wants to hear of this: one look, since most often none does. */
    boolean areWanting(WebhookEvent event) {
        return jdbc.sql("""
                        select exists (select from webhook where enabled and :event = any(events))
                            or exists (select from slack_channel
                                       where member_id is null and enabled and :event = any(events))
                        """)
                .param("event", event.code())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Those that are on and want to hear of this. */
    List<Webhook> wanting(WebhookEvent event) {
        return jdbc.sql("select * from webhook where enabled and :event = any(events) order by id")
                .param("event", event.code())
                .query(Webhooks::webhook)
                .list();
    }

    /**
     * Adds one that is on, with a secret of its own.
     *
     * @throws IllegalArgumentException if nothing may be sent to this address; the message says why
     * @throws DuplicateKeyException if another one has this name
     */
    @Transactional
    public NewSecret add(String name, String url, Set<WebhookEvent> events, Actor actor) {
        addresses.check(url);
        String secret = secret();
        Webhook webhook = jdbc.sql("""
                        insert into webhook (name, url, secret, events, created_at)
                        values (:name, :url, :secret, :events, :now) returning *
                        """)
                .param("name", name)
                .param("url", url)
                .param("secret", secret)
                .param("events", WebhookEvent.codes(events))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(Webhooks::webhook)
                .single();
        audit.record(actor, "webhook.added", "webhook " + name, Map.of("url", url, "events", webhook.events()));
        return new NewSecret(webhook, secret);
    }

    /**
     * Changes the name, the address and what it hears of. What waits goes to the new address.
     *
     * @throws NoSuchElementException if there is no such webhook
     * @throws IllegalArgumentException if nothing may be sent to this address; the message says why
     * @throws DuplicateKeyException if another one has this name
     */
    @Transactional
    public void change(WebhookId id, String name, String url, Set<WebhookEvent> events, Actor actor) {
        addresses.check(url);
        Webhook before = withId(id).orElseThrow(() -> new NoSuchElementException("There is no webhook " + id));
        if (before.name().equals(name)
                && before.url().equals(url)
                && before.events().equals(events)) {
            return;
        }
        jdbc.sql("update webhook set name = :name, url = :url, events = :events where id = :id")
                .param("name", name)
                .param("url", url)
                .param("events", WebhookEvent.codes(events))
                .param("id", id.value())
                .update();
        audit.record(
                actor,
                "webhook.changed",
                "webhook " + name,
                Map.of("url", url, "from", before.url(), "events", events));
    }

    /**
     * Replaces the secret. The one before signs beside it for {@link #OVERLAP}, so that a receiver that knows either can
     * verify what it gets.
     *
     * @param keepOld {@code false} if the one before is to sign nothing any more, such as one that others have seen
     * @throws NoSuchElementException if there is no such webhook
     */
    @Transactional
    public NewSecret replaceSecret(WebhookId id, boolean keepOld, Actor actor) {
        String secret = secret();
        Webhook webhook = jdbc.sql("""
                        update webhook set secret = :secret,
                                           old_secret = case when :keep then secret end,
                                           old_secret_until = case when :keep then :until::timestamptz end
                        where id = :id returning *
                        """)
                .param("secret", secret)
                .param("keep", keepOld)
                .param("until", days.now().plus(OVERLAP).atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .query(Webhooks::webhook)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no webhook " + id));
        audit.record(actor, "webhook.secret_replaced", "webhook " + webhook.name(), Map.of("keepOld", keepOld));
        return new NewSecret(webhook, secret);
    }

    /** Switches it on or off; nothing happens if it is so already. */
    @Transactional
    public void enable(WebhookId id, boolean enabled, Actor actor) {
        onOff.turn(id.value(), enabled, actor);
    }

    /** Switches it off because its receiver wants nothing any more. */
    @Transactional
    void giveUp(WebhookId id, String reason) {
        onOff.giveUp(id.value(), reason);
    }

    /** Until when the secret before the last one signs, too; empty if it does not. */
    public Optional<Instant> oldSecretUntil(WebhookId id) {
        return jdbc.sql("select old_secret_until from webhook where id = :id and old_secret_until > :now")
                .param("id", id.value())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        row.getObject("old_secret_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Those that sign now, the newest first. */
    List<String> secretsOf(WebhookId id) {
        return jdbc.sql("""
                        select secret, case when old_secret_until > :now then old_secret end as old
                        from webhook where id = :id
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .query((row, _) -> Stream.of(row.getString("secret"), row.getString("old"))
                        .filter(Objects::nonNull)
                        .toList())
                .single();
    }

    private String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                new WebhookId(row.getInt("id")),
                row.getString("name"),
                row.getString("url"),
                WebhookEvent.of(row.getArray("events")),
                row.getBoolean("enabled"),
                row.getString("disabled_reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
