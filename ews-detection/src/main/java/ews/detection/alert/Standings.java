package ews.detection.alert;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes alerts for many accounts at once, one statement for each kind of step. Every statement checks the
 * state that the step started from, so that what a person did meanwhile stands.
 */
@Repository
class Standings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Standings(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /** Of one account and one rule. */
    record Key(AccountId account, int rule) {}

    /** An alert that was written. */
    record Written(AlertId alert, Key key) {}

    /** The last alert of each rule and account: the open one, or else the one that ended last. */
    Map<Key, Standing> of(Collection<AccountId> accounts) {
        var standings = new HashMap<Key, Standing>();
        jdbc.sql("""
                        select distinct on (account_id, rule_id) account_id, rule_id, id, seen_on, clear_since, ended_at,
                                                               snoozed_until, snoozed_at_value, snoozed_worse_at
                        from alert where account_id = any (:accounts)
                        order by account_id, rule_id, id desc
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    Standing standing = standing(row);
                    standings.put(new Key(standing.account(), standing.rule()), standing);
                });
        return standings;
    }

    /**
     * Raises alerts; where the rule and the account have got an open one meanwhile, nothing happens.
     *
     * @param held whether they wait for the end of quiet hours
     * @return those that were raised here
     */
    List<Written> raise(List<NewAlert> alerts, boolean held, LocalDate today) {
        if (alerts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        insert into alert (account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on,
                                           occurrences, previous_id, event_received_at, held)
                        select account_id, rule_id, 'open', title, evidence::jsonb, :now, :today, :today,
                               1, previous_id, received_at::timestamptz, :held
                        from unnest(:accounts::bigint[], :rules::int[], :titles::text[], :evidence::text[],
                                    :previous::bigint[], :received::text[])
                             as new (account_id, rule_id, title, evidence, previous_id, received_at)
                        on conflict (account_id, rule_id) where status in ('open', 'acknowledged', 'in_play') do nothing
                        returning account_id, rule_id, id
                        """)
                .param("now", moment(today))
                .param("today", today)
                .param("held", held)
                .param(
                        "accounts",
                        alerts.stream().map(it -> it.account().value()).toArray(Long[]::new))
                .param("rules", alerts.stream().map(it -> it.rule().id()).toArray(Integer[]::new))
                .param(
                        "titles",
                        alerts.stream().map(it -> it.evidence().title()).toArray(String[]::new))
                .param(
                        "evidence",
                        alerts.stream()
                                .map(it -> json.writeValueAsString(it.evidence()))
                                .toArray(String[]::new))
                .param("previous", alerts.stream().map(Standings::previous).toArray(Long[]::new))
                .param("received", alerts.stream().map(Standings::received).toArray(String[]::new))
                .query(Standings::written)
                .list();
    }

    void seeAgain(List<Standing> standings, LocalDate today) {
        change(standings, today, """
                set occurrences = occurrences + case when seen_on < :today then 1 else 0 end,
                    seen_on = greatest(seen_on, :today), clear_since = null
                where status in ('open', 'acknowledged', 'in_play')
                """);
    }

    /** Ends the snooze of alerts that got worse. */
    void wake(List<Standing> standings, LocalDate today) {
        change(standings, today, """
                set snoozed_until = :today, worse_on = :today, revision = revision + 1
                where status in ('open', 'acknowledged') and snoozed_until > :today
                """);
    }

    void doubt(List<Standing> standings, LocalDate today) {
        change(standings, today, "set clear_since = null where status in ('open', 'acknowledged', 'in_play')");
    }

    void clear(List<Standing> standings, LocalDate today) {
        change(standings, today, "set clear_since = :today where clear_since is null");
    }

    /** @return those that were resolved here */
    List<Written> resolve(List<Standing> standings, LocalDate today) {
        return change(standings, today, """
                set status = 'resolved', clear_since = coalesce(clear_since, :today), ended_at = :now, ended_by = 'EWS',
                    revision = revision + 1
                where status in ('open', 'acknowledged', 'in_play')
                """);
    }

    /** Closes the alerts of accounts that have left. */
    void close(List<Standing> standings, CloseReason reason, LocalDate today) {
        change(standings, today, """
                set status = 'closed', closed_reason = '%s', ended_at = :now, ended_by = 'EWS', revision = revision + 1
                where status in ('open', 'acknowledged', 'in_play')
                """.formatted(reason.code()));
    }

    private List<Written> change(List<Standing> standings, LocalDate today, String change) {
        if (standings.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("update alert " + change + """
                         and (account_id, id) in (select * from unnest(:accounts::bigint[], :alerts::bigint[]))
                        returning account_id, rule_id, id
                        """)
                .param("now", moment(today))
                .param("today", today)
                .param(
                        "accounts",
                        standings.stream().map(it -> it.account().value()).toArray(Long[]::new))
                .param(
                        "alerts",
                        standings.stream().map(it -> it.alert().value()).toArray(Long[]::new))
                .query(Standings::written)
                .list();
    }

    private static @Nullable Long previous(NewAlert alert) {
        return alert.previous() == null ? null : alert.previous().value();
    }

    private static @Nullable String received(NewAlert alert) {
        Instant received = alert.receivedAt();
        return received == null ? null : received.toString();
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                new AlertId(row.getLong("id")),
                new Key(new AccountId(row.getLong("account_id")), row.getInt("rule_id")));
    }

    private Standing standing(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Standing(
                new AlertId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getInt("rule_id"),
                row.getObject("seen_on", LocalDate.class),
                row.getObject("clear_since", LocalDate.class),
                ended == null ? null : days.dayOf(ended.toInstant()),
                row.getObject("snoozed_until", LocalDate.class),
                EarlyEnd.of(row));
    }

    /** Now, but within today: the clock of this instance may be behind that of the one that has begun the day. */
    private OffsetDateTime moment(LocalDate today) {
        Instant start = days.startOf(today);
        Instant now = days.now();
        return (now.isBefore(start) ? start : now).atOffset(ZoneOffset.UTC);
    }
}
