package ews.plays.channel;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where in Slack each member wants to be told: an incoming webhook that leads to them alone. */
@Repository
public class MemberSlack {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final WebhookAddresses addresses;

    MemberSlack(JdbcClient jdbc, OrganisationDays days, AuditLog audit, WebhookAddresses addresses) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
        this.addresses = addresses;
    }

    /** Whether or not it is on. */
    public Optional<SlackChannel> of(MemberId member) {
        return jdbc.sql("select * from slack_channel where member_id = :member")
                .param("member", member.value())
                .query(SlackChannels::channel)
                .optional();
    }

    /**
     * Sets the address, and switches it on.
     *
     * @throws IllegalArgumentException if nothing may be sent to this address; the message says why
     */
    @Transactional
    public void set(Member member, String url) {
        addresses.check(url);
        SlackChannel set = jdbc.sql("""
                        insert into slack_channel (member_id, name, url, events, created_at)
                        values (:member, :name, :url, '{}', :now)
                        on conflict (member_id) do update set
                          name = excluded.name, url = excluded.url, enabled = true, disabled_reason = null
                        returning *
                        """)
                .param("member", member.id().value())
                .param("name", member.name())
                .param("url", url)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(SlackChannels::channel)
                .single();
        audit.record(Actor.of(member), "notices.slack_set", member.email(), Map.of("address", set.hint()));
    }

    /** Forgets the address; nothing happens if there is none. */
    @Transactional
    public void remove(Member member) {
        int removed = jdbc.sql("delete from slack_channel where member_id = :member")
                .param("member", member.id().value())
                .update();
        if (removed == 1) {
            audit.record(Actor.of(member), "notices.slack_removed", member.email(), Map.of());
        }
    }
}
