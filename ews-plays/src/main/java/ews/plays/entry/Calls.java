package ews.plays.entry;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import ews.plays.entry.Prospects.Prospect;
import ews.plays.play.Play;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that are called into plays by what has just happened to them, each until somebody has looked at it. */
@Repository
public class Calls {

    /** For so many days a date still counts, if nobody was there on its day. */
    private static final int LATE = 7;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;

    Calls(JdbcClient jdbc, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
    }

    /** One that waits. */
    record Call(
            long id,
            AccountId account,
            String play,
            @Nullable AlertId alert,
            String reason) {}

    /** Those plays that start when health becomes so. */
    public void ofHealth(AccountId account, Band from, Band to) {
        jdbc.sql("""
                        insert into play_call (account_id, play_id, reason, written_at)
                        select :account, id, :reason, :now from play
                        where enabled
                          and definition @> jsonb_build_object('entry', jsonb_build_object('triggers',
                                jsonb_build_array(jsonb_build_object('type', 'band', 'bands', jsonb_build_array(:band)))))
                        """)
                .param("account", account.value())
                .param("reason", "Health is %s, it was %s.".formatted(to.code(), from.code()))
                .param("band", to.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those plays that start when an account comes into this segment. */
    public void ofSegment(AccountId account, int segment) {
        jdbc.sql("""
                        insert into play_call (account_id, play_id, reason, written_at)
                        select :account, p.id, 'It came into the segment "' || s.name || '".', :now
                        from segment s join play p on p.enabled
                          and p.definition @> jsonb_build_object('entry', jsonb_build_object('triggers',
                                jsonb_build_array(jsonb_build_object('type', 'segment', 'segment', s.key))))
                        where s.id = :segment
                        """)
                .param("account", account.value())
                .param("segment", segment)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those plays that start on dates which have been reached. */
    public void ofMilestones() {
        jdbc.sql("""
                        with milestone as (
                          select p.id play_id, trigger->>'date' date, (trigger->>'days')::int days
                          from play p, jsonb_array_elements(p.definition->'entry'->'triggers') trigger
                          where p.enabled and trigger->>'type' = 'milestone'
                        ), reached as (
                          select a.id account_id, m.play_id, m.date || ' ' || m.days milestone,
                                 case m.date when 'first_seen' then a.first_seen_on + m.days
                                             else a.renewal_on - m.days end reached_on,
                                 case m.date when 'first_seen' then 'It was first seen on ' || a.first_seen_on
                                             when 'renewal' then 'The renewal is on ' || a.renewal_on
                                             else 'The trial ends on ' || a.renewal_on end || '.' reason
                          from milestone m join account a on a.status is distinct from 'cancelled' and a.archived_at is null
                            and case m.date when 'first_seen' then a.first_seen_on + m.days
                                            when 'renewal' then case a.status when 'active' then a.renewal_on - m.days end
                                            else case a.status when 'trial' then a.renewal_on - m.days end
                                end between :from and :today
                        ), news as (
                          insert into play_milestone (account_id, play_id, milestone, reached_on)
                          select distinct account_id, play_id, milestone, reached_on from reached
                          on conflict do nothing
                          returning account_id, play_id, milestone, reached_on
                        )
                        insert into play_call (account_id, play_id, reason, written_at)
                        select account_id, play_id, reason, :now from news join reached
                          using (account_id, play_id, milestone, reached_on)
                        """)
                .param("today", days.today())
                .param("from", days.today().minusDays(LATE))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The one that waits longest, which is gone when this transaction is over. */
    Optional<Call> take() {
        return jdbc.sql("""
                        delete from play_call e using play p
                        where p.id = e.play_id and e.id = (
                          select id from play_call where failure is null order by id limit 1 for update skip locked)
                        returning e.id, e.account_id, p.key, e.alert_id, e.reason
                        """)
                .query((row, _) -> new Call(
                        row.getLong("id"),
                        new AccountId(row.getLong("account_id")),
                        row.getString("key"),
                        row.getObject("alert_id") == null ? null : new AlertId(row.getLong("alert_id")),
                        row.getString("reason")))
                .optional();
    }

    /** Those for which the play would start, once more. Dates that were reached do not call them again. */
    @Transactional
    public void of(Play play, Collection<Prospect> prospects, Actor actor) {
        jdbc.sql("""
                        insert into play_call (account_id, play_id, alert_id, reason, written_at)
                        select it.account_id, p.id, it.alert_id, it.reason, :now
                        from play p, unnest(:accounts::bigint[], :alerts::bigint[], :reasons::text[]) with ordinality
                          as it (account_id, alert_id, reason, place)
                        where p.key = :play
                        order by it.place
                        """)
                .param("accounts", all(prospects, it -> it.account().value(), Long[]::new))
                .param(
                        "alerts",
                        all(
                                prospects,
                                it -> it.alert() == null ? null : it.alert().value(),
                                Long[]::new))
                .param("reasons", all(prospects, Prospect::reason, String[]::new))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("play", play.key())
                .update();
        if (!prospects.isEmpty()) {
            audit.record(
                    actor,
                    "play.started_for_many",
                    "play " + play.name(),
                    Map.of("key", play.key(), "accounts", prospects.size()));
        }
    }

    private static <T> @Nullable T[] all(
            Collection<Prospect> prospects, Function<Prospect, @Nullable T> what, IntFunction<@Nullable T[]> array) {
        return prospects.stream().map(what).toArray(array);
    }

    /** Keeps one that could not be dealt with out of the way of the others. */
    void failed(Call call, String failure) {
        jdbc.sql("update play_call set failure = :failure where id = :id")
                .param("failure", failure)
                .param("id", call.id())
                .update();
    }
}
