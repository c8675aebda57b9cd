package ews.plays.entry;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Entry;
import ews.plays.play.Play;
import ews.plays.play.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts for which a play would start, were it looked at now: those whose health is as it says, and that are in
 * its segments, not only those that have just come there; open alerts that nobody acts on; dates that were reached in
 * the past week.
 */
@Repository
public class Prospects {

    private static final int LISTED = 20;

    /** Facts of more accounts are not read for an answer while somebody types. */
    static final int MOST_JUDGED = 2_000;

    private static final int AT_ONCE = 500;
    private static final int SOON_DAYS = 30;

    private static final String MILESTONE = """
            milestone as (
              select a.id account_id,
                     case it->>'date' when 'first_seen' then 'It was first seen on ' || a.first_seen_on
                                      when 'renewal' then 'The renewal is on ' || a.renewal_on
                                      else 'The trial ends on ' || a.renewal_on end || '.' reason,
                     it->>'date' || ' ' || (it->>'days') milestone,
                     case it->>'date' when 'first_seen' then a.first_seen_on + (it->>'days')::int
                                      else a.renewal_on - (it->>'days')::int end reached_on
              from account a, jsonb_array_elements(:entry::jsonb->'triggers') it
              where it->>'type' = 'milestone' and a.status is distinct from 'cancelled' and a.archived_at is null
                and (it->>'date' = 'first_seen' or a.status = case it->>'date' when 'renewal' then 'active' else 'trial' end)
            )
            """;

    private static final String CANDIDATES = "with " + MILESTONE + """
            , candidate as (
              select al.account_id, al.id alert_id, al.title reason, 1 place
              from alert al join rule r on r.id = al.rule_id
              where :byAlert and r.play_key = :play and r.enabled and al.status in ('open', 'acknowledged')
                and al.snoozed_until is null and not al.held
                and not exists (select from run where run.account_id = al.account_id and run.alert_id = al.id)
              union all
              select account_id, null, 'Health is ' || band || '.', 2 from account_health where band = any (:bands)
              union all
              select h.account_id, null, 'It is in the segment "' || s.name || '".', 3
              from account_health h join segment s on s.id = h.segment_id where s.key = any (:into)
              union all
              select m.account_id, null, m.reason, 4 from milestone m
              where m.reached_on between :today - 7 and :today
                and not exists (select from play_milestone d join play p on p.id = d.play_id
                                where d.account_id = m.account_id and p.key = :play
                                  and d.milestone = m.milestone and d.reached_on = m.reached_on)
            ), entry as (
              select r.account_id, r.started_at entered_at, r.status = 'running' running
              from run r join play p on p.id = r.play_id where p.key = :play and r.status <> 'cancelled'
              union all
              select h.account_id, h.held_out_at, false from held_out h join play p on p.id = h.play_id where p.key = :play
            ), entered as (
              select account_id, count(*) times, max(entered_at) last_at, bool_or(running) running
              from entry group by account_id
            ), prospect as (
              select distinct on (a.id) a.id, c.alert_id, c.reason
              from candidate c
              join account a on a.id = c.account_id
              left join entered e on e.account_id = a.id
              left join account_health h on h.account_id = a.id
              left join segment s on s.id = h.segment_id
              where a.status is distinct from 'cancelled' and a.archived_at is null
                and (cardinality(:segments::text[]) = 0 or s.key = any (:segments))
                and e.running is not true
                and (:times::int is null or e.times is null or e.times < :times)
                and (:since::timestamptz is null or e.last_at is null or e.last_at < :since)
              order by a.id, c.place
            )
            """;

    private static final String FIRST = CANDIDATES + """
            select p.*, a.name, count(*) over () candidates
            from prospect p join account a on a.id = p.id
            order by a.name, a.id limit :most
            """;

    /** Wherever they are, but the same ones each time, so that the answer does not waver while somebody types. */
    private static final String SAMPLE = CANDIDATES + """
            , sample as (
              select p.*, count(*) over () candidates from prospect p order by hashint8(p.id), p.id limit :most
            )
            select p.*, a.name from sample p join account a on a.id = p.id order by a.name, a.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Facts facts;
    private final OrganisationDays days;

    Prospects(JdbcClient jdbc, JsonMapper json, Facts facts, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.facts = facts;
        this.days = days;
    }

    /**
     * An account for which the play would start.
     *
     * @param alert because of which; {@code null} if because of something else
     * @param reason in one sentence
     */
    public record Prospect(
            AccountId account, String name, @Nullable AlertId alert, String reason) {}

    /**
     * How many they are.
     *
     * @param exact whether all were judged; otherwise the count is extrapolated from an even sample
     * @param first some of them, by name
     * @param soon how many reach a date of the play in the next 30 days, whatever else the play asks of them
     */
    public record Outlook(long count, boolean exact, List<Prospect> first, long soon) {}

    /** Some of those that come into question, and how many there are. */
    private record Candidates(List<Prospect> some, long count) {

        boolean areAll() {
            return some.size() == count;
        }
    }

    /** For a play as it is written, whether or not it is switched on. */
    public Outlook of(Play play) {
        List<Condition> conditions = play.definition().entry().conditions();
        if (conditions.isEmpty()) {
            Candidates all = candidates(FIRST, play, LISTED);
            return new Outlook(all.count(), true, all.some(), soon(play));
        }
        Candidates candidates = candidates(SAMPLE, play, MOST_JUDGED);
        List<Prospect> judged = candidates.some();
        List<Prospect> found = judge(judged, conditions);
        boolean exact = candidates.areAll();
        long count = exact ? found.size() : Math.round(found.size() * (double) candidates.count() / judged.size());
        return new Outlook(count, exact, found.stream().limit(LISTED).toList(), soon(play));
    }

    /** All of them. */
    public List<Prospect> all(Play play) {
        return judge(
                candidates(FIRST, play, null).some(), play.definition().entry().conditions());
    }

    private List<Prospect> judge(List<Prospect> candidates, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return candidates;
        }
        LocalDate today = days.today();
        int usage = conditions.stream().mapToInt(Condition::usageDays).max().orElse(0);
        Days window = Days.endingWith(today, Math.max(1, usage));
        var found = new ArrayList<Prospect>();
        for (int start = 0; start < candidates.size(); start += AT_ONCE) {
            List<Prospect> some = candidates.subList(start, Math.min(candidates.size(), start + AT_ONCE));
            var known = facts.of(some.stream().map(Prospect::account).toList(), window);
            some.stream()
                    .filter(it -> {
                        var account = known.get(it.account());
                        return account != null && conditions.stream().allMatch(asked -> asked.holds(account, today));
                    })
                    .forEach(found::add);
        }
        return found;
    }

    /** @param most {@code null} for all */
    private Candidates candidates(String sql, Play play, @Nullable Integer most) {
        Entry entry = play.definition().entry();
        Integer onceIn = entry.repeat().days();
        var some = new ArrayList<Prospect>();
        var count = new AtomicLong();
        jdbc.sql(sql)
                .param("entry", json.writeValueAsString(entry))
                .param("byAlert", entry.isByAlert())
                .param("play", play.key())
                .param("bands", bands(entry))
                .param("into", into(entry))
                .param("today", days.today())
                .param("segments", entry.segments().toArray(String[]::new))
                .param("times", entry.repeat().times())
                .param(
                        "since",
                        onceIn == null
                                ? null
                                : days.startOf(days.today().minusDays(onceIn - 1L))
                                        .atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(row -> {
                    some.add(prospect(row));
                    count.set(row.getLong("candidates"));
                });
        return new Candidates(some, count.get());
    }

    private static Prospect prospect(ResultSet row) throws SQLException {
        return new Prospect(
                new AccountId(row.getLong("id")),
                row.getString("name"),
                row.getObject("alert_id") == null ? null : new AlertId(row.getLong("alert_id")),
                row.getString("reason"));
    }

    private long soon(Play play) {
        return jdbc.sql("with " + MILESTONE + """
                        select count(distinct account_id) from milestone
                        where reached_on > :today and reached_on <= :today + :soon
                        """)
                .param("entry", json.writeValueAsString(play.definition().entry()))
                .param("today", days.today())
                .param("soon", SOON_DAYS)
                .query(Long.class)
                .single();
    }

    private static String[] bands(Entry entry) {
        return entry.triggers().stream()
                .flatMap(it -> it instanceof Trigger.Health(List<Band> bands) ? bands.stream() : Stream.of())
                .map(Band::code)
                .toArray(String[]::new);
    }

    private static String[] into(Entry entry) {
        return entry.triggers().stream()
                .flatMap(it -> it instanceof Trigger.Segment(String segment) ? Stream.of(segment) : Stream.of())
                .toArray(String[]::new);
    }
}
