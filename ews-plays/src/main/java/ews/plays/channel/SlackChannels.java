package ews.plays.channel;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The Slack channels that can be written to. */
@Repository
public class SlackChannels {

    /** How much of the end of an address is shown. */
    private static final int SHOWN = 4;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final WebhookAddresses addresses;
    private final Switch onOff;

    SlackChannels(JdbcClient jdbc, OrganisationDays days, AuditLog audit, WebhookAddresses addresses) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
        this.addresses = addresses;
        this.onOff = new Switch(jdbc, audit, "slack_channel", "slack", "Slack channel ");
    }

    /** Those of the organisation, by name. */
    public List<SlackChannel> all() {
        return jdbc.sql("select * from slack_channel where member_id is null order by name, id")
                .query(SlackChannels::channel)
                .list();
    }

    public Optional<SlackChannel> withId(SlackChannelId id) {
        return jdbc.sql("select * from slack_channel where id = :id")
                .param("id", id.value())
                .query(SlackChannels::channel)
                .optional();
    }

    /** Those of the organisation that are on and want to hear of this. */
    List<SlackChannel> wanting(WebhookEvent event) {
        return jdbc.sql("""
                        select * from slack_channel
                        where member_id is null and enabled and :event = any(events) order by id
                        """)
                .param("event", event.code())
                .query(SlackChannels::channel)
                .list();
    }

    /**
     * Adds one of the organisation that is on.
     *
     * @param url the address that Slack calls an incoming webhook
     * @param events that it hears of; none where only plays write there
     * @throws IllegalArgumentException if nothing may be sent to this address; the message says why
     * @throws DuplicateKeyException if another one has this name
     */
    @Transactional
    public SlackChannel add(String name, String url, Set<WebhookEvent> events, Actor actor) {
        addresses.check(url);
        SlackChannel added = jdbc.sql("""
                        insert into slack_channel (name, url, events, created_at)
                        values (:name, :url, :events, :now) returning *
                        """)
                .param("name", name)
                .param("url", url)
                .param("events", WebhookEvent.codes(events))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(SlackChannels::channel)
                .single();
        audit.record(
                actor,
                "slack.added",
                subject(name),
                Map.of("address", added.hint(), "events", WebhookEvent.codes(added.events())));
        return added;
    }

    /**
     * Changes one of the organisation. What waits goes to the new address.
     *
     * @param url {@code null} to keep the address
     * @throws NoSuchElementException if there is no such channel
     * @throws IllegalArgumentException if nothing may be sent to this address; the message says why
     * @throws DuplicateKeyException if another one has this name
     */
    @Transactional
    public void change(SlackChannelId id, String name, @Nullable String url, Set<WebhookEvent> events, Actor actor) {
        if (url != null) {
            addresses.check(url);
        }
        SlackChannel changed = jdbc.sql("""
                        update slack_channel set name = :name, url = coalesce(:url, url), events = :events
                        where id = :id and member_id is null returning *
                        """)
                .param("name", name)
                .param("url", url)
                .param("events", WebhookEvent.codes(events))
                .param("id", id.value())
                .query(SlackChannels::channel)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no Slack channel " + id));
        audit.record(
                actor,
                "slack.changed",
                subject(name),
                Map.of(
                        "address",
                        changed.hint(),
                        "addressReplaced",
                        url != null,
                        "events",
                        WebhookEvent.codes(changed.events())));
    }

    /** Switches it on or off; nothing happens if it is so already. */
    @Transactional
    public void enable(SlackChannelId id, boolean enabled, Actor actor) {
        onOff.turn(id.value(), enabled, actor);
    }

    /** Switches it off because Slack knows it no more. */
    @Transactional
    void giveUp(SlackChannelId id, String reason) {
        onOff.giveUp(id.value(), reason);
    }

    String addressOf(SlackChannelId id) {
        return jdbc.sql("select url from slack_channel where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private static String subject(String name) {
        return "Slack channel " + name;
    }

    private static String hint(String url) {
        return "%s/…%s".formatted(URI.create(url).getHost(), url.substring(Math.max(0, url.length() - SHOWN)));
    }

    static SlackChannel channel(ResultSet row, int number) throws SQLException {
        Long member = row.getObject("member_id", Long.class);
        return new SlackChannel(
                new SlackChannelId(row.getInt("id")),
                member == null ? null : new MemberId(member),
                row.getString("name"),
                hint(row.getString("url")),
                WebhookEvent.of(row.getArray("events")),
                row.getBoolean("enabled"),
                row.getString("disabled_reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
