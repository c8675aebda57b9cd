package ews.dashboard.setup;

import com.microsoft.playwright.Page;
import ews.browser.BrowserTest;
import ews.detection.configuration.Configuration;
import ews.detection.configuration.Configurations;
import ews.detection.configuration.Plans;
import ews.detection.rule.Rules;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.holiday.OrganisationHolidays;
import ews.domain.holiday.PublicHolidays;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.sensors.source.CalmPeriods;
import ews.sensors.source.Scope;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of the setup, on a wide and on a small screen, light and dark. */
class SetupBrowserTest extends BrowserTest {

    @Autowired
    private Segments segments;

    @Autowired
    private Rules rules;

    @Autowired
    private Sources sources;

    @Autowired
    private CalmPeriods calmPeriods;

    @Autowired
    private Members members;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Configurations configurations;

    @Autowired
    private Plans plans;

    @Autowired
    private OrganisationHolidays organisationHolidays;

    private List<String> paths() {
        int silent = silentSource();
        int source = sources.create("Help desk", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source()
                .id()
                .value();
        jdbc.sql("""
                        insert into reject (source_id, received_at, dialect, place, message_id, code, detail, body)
                        values (:source, now(), 0, 3, 'e4', 'unknown_status',
                                'status must be trial, active or cancelled; got "paused"',
                                '{"type":"subscription","id":"e4","status":"paused"}')
                        """).param("source", source).update();
        long reject = jdbc.sql("select max(id) from reject")
                .query((row, _) -> row.getLong(1))
                .single();
        long member = members.ensure("ben@example.com", "Ben Ito", Role.CSM, false)
                .id()
                .value();
        int first = segments.all().getFirst().id();
        return List.of(
                "/setup",
                "/setup/members",
                "/setup/members/new",
                "/setup/members/" + member,
                "/setup/check-ins",
                "/setup/inbox",
                "/setup/holidays" + holidays(),
                "/setup/follow-up",
                "/setup/webhooks",
                "/setup/webhooks/new",
                "/setup/webhooks/" + webhook(),
                "/setup/slack",
                "/setup/slack/new",
                "/setup/slack/" + slackChannel(),
                "/setup/deliveries",
                "/setup/sources",
                "/setup/sources/new",
                "/setup/sources/" + source,
                "/setup/sources/%d/rejects".formatted(source),
                "/setup/sources/%d/try".formatted(source),
                "/setup/sources/%d/rejects/%d".formatted(source, reject),
                "/setup/people?q=" + person(),
                "/setup/sources/" + silent,
                "/alerts",
                "/setup/segments",
                "/setup/segments/new",
                "/setup/segments/" + first,
                "/setup/segments/" + first + "/profile",
                "/setup/configuration",
                "/setup/configuration/plans/" + plan(),
                "/setup/rules",
                "/setup/rules/" + rules.all().getFirst().key(),
                "/setup/rules/new?kind=SILENT_SOURCE",
                "/setup/audit");
    }

    /** Somebody at two accounts, by their address. */
    private String person() {
        jdbc.sql("""
                        with a as (
                          insert into account (key, name, first_seen_on)
                          values ('lee-1', 'Lee Logistics', '2026-01-05'), ('lee-2', 'Lee Retail', '2026-01-05')
                          returning id)
                        insert into account_user (account_id, key, attributes)
                        select id, 'u-17', '{"name": "Ann Lee", "email": "ann@example.com"}' from a
                        """).update();
        return "ann@example.com";
    }

    /** Public ones, an own one, one on which people work, and a task that is due on one; and the parts of another country. */
    private String holidays() {
        organisationHolidays.follow(PublicHolidays.region("gb-eng").orElseThrow(), Actor.SYSTEM);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        organisationHolidays.add(day, "Company outing", Actor.SYSTEM);
        organisationHolidays.work(LocalDate.of(day.getYear() + 1, 5, 3), true, Actor.SYSTEM);
        jdbc.sql("""
                        with quarry as (
                          insert into account (key, name, first_seen_on) values ('quarry', 'Quarry Foods', '2026-01-01') returning id)
                        insert into task (account_id, title, detail, role, status, due_on, created_at)
                        select id, 'Call the sponsor', 'Ask what has changed.', 'csm', 'open', :day, now() from quarry
                        """).param("day", day).update();
        return "?country=de";
    }

    /** Which EWS itself switched off, with messages of each state. */
    private int webhook() {
        int id = jdbc.sql("""
                        insert into webhook (name, url, secret, events, enabled, disabled_reason, created_at)
                        values ('Chat', 'https://hooks.example.com/ews', 'whsec_', '{alert_raised,task_due}', false,
                                'Its receiver answered 410: it wants nothing any more.', now())
                        returning id
                        """).query(Integer.class).single();
        jdbc.sql("""
                        insert into outbox_message (channel, destination, dedup_key, subject, payload, state, attempts,
                                                    next_attempt_at, last_error, created_at, sent_at)
                        select 'webhook', :id::text, state, 'Quarry Foods: alert: 20 % fewer users', '{}', state, 2, now(),
                               case state when 'sent' then null else 'Answered 503.' end, now(),
                               case state when 'sent' then now() end
                        from unnest(array['waiting', 'sent', 'failed']) state
                        """).param("id", id).update();
        return id;
    }

    /** Which EWS itself switched off, too. */
    private int slackChannel() {
        return jdbc.sql("""
                        insert into slack_channel (name, url, events, enabled, disabled_reason, created_at)
                        values ('#customers', 'https://hooks.slack.com/services/T0/B0/abcd', '{alert_raised,run_finished}',
                                false, 'Slack answered 404: the address or its channel is not there any more.', now()),
                               ('#renewals', 'https://hooks.slack.com/services/T0/B0/efgh', '{}', true, null, now())
                        returning id
                        """).query(Integer.class).list().getFirst();
    }

    /** Which is also kept calm. */
    private int silentSource() {
        SourceId id = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source()
                .id();
        jdbc.sql("""
                        insert into heartbeat (source_id, type, day, first_received, last_received)
                        select :source, type, current_date - ago, now() - ago * interval '1 day',
                               now() - ago * interval '1 day'
                        from generate_series(3, 8) ago, (values ('usage'), ('outcome')) of_type (type)
                        """).param("source", id.value()).update();
        calmPeriods.begin(id, 7, Actor.SYSTEM);
        return id.value();
    }

    /** Of a configuration that differs a little. */
    private long plan() {
        Configuration now = configurations.now().configuration();
        Configuration.Segment first = now.segments().getFirst();
        var renamed = new Configuration.Segment(first.key(), "Trials", first.conditions(), first.profile());
        return plans.make(now.with(renamed, 2), Actor.SYSTEM).id();
    }

    @Test
    void everybodyCanReadEveryPage() {
        Page page = signedIn(Role.ADMIN);
        for (String path : paths()) {
            page.navigate(path);
            assertReadable(page, path.substring(1).replaceAll("[/0-9]+", "-"));
        }
    }
}
