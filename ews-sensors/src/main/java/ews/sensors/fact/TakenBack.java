package ews.sensors.fact;

import ews.domain.account.AccountId;
import ews.domain.account.AccountsToBeRemoved;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.SourceId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what was received from a source in some stretches of time: out of the log, and facts are made again as if it had
 * never come. Accounts of which nothing is known then go, too, unless they have alerts, or somebody has worked on them.
 */
@Component
public class TakenBack {

    /** Tables of what EWS makes of an account by itself. Rows of others mean that the account is of use. */
    private static final Set<String> MADE_BY_ITSELF =
            Set.of("account_source", "account_health", "history_due", "pending_condition");

    /** Tables of what is known of an account. */
    private static final Set<String> KNOWN = Set.of(
            "account_user",
            "usage_block",
            "account_feature",
            "ticket_change",
            "invoice_change",
            "subscription_change",
            "feedback",
            "outcome_progress",
            "attribute_change");

    private static final String RECEIVED = """
            e.source_id = ? and e.received_at >= ? and e.received_at <= ?
              and exists (select from unnest(?::text[], ?::text[]) s (f, u)
                          where e.received_at between s.f::timestamptz and s.u::timestamptz)
            """;

    private final JdbcClient jdbc;
    private final Alone alone;
    private final FactsAgain factsAgain;
    private final OrganisationDays days;
    private final ApplicationEventPublisher events;

    TakenBack(
            JdbcClient jdbc,
            Alone alone,
            FactsAgain factsAgain,
            OrganisationDays days,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.alone = alone;
        this.factsAgain = factsAgain;
        this.days = days;
        this.events = events;
    }

    /** Both included. */
    public record Stretch(Instant from, Instant until) {}

    /** An account with events that are to be taken back, and the times of the first and the last one. */
    public record Concerned(long account, Instant first, Instant last) {}

    /** Of which nothing is known any more: how many went, and how many stayed. */
    public record Accounts(int removed, int kept) {}

    /** How many events of the log are meant. */
    public long count(SourceId source, List<Stretch> stretches) {
        return stretches.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from event e where " + RECEIVED)
                        .params(received(source, stretches))
                        .query((row, _) -> row.getLong(1))
                        .single();
    }

    public List<Concerned> concerned(SourceId source, List<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select e.account_id, min(e.occurred_at) as first, max(e.occurred_at) as last
                        from event e where %s group by e.account_id order by e.account_id
                        """.formatted(RECEIVED))
                .params(received(source, stretches))
                .query((row, _) -> new Concerned(
                        row.getLong("account_id"),
                        row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant()))
                .list();
    }

    /** In one go, so these should be few. Publishes {@link AccountsToBeRemoved}: each of them may be. */
    public Accounts takeBack(SourceId source, List<Stretch> stretches, List<Concerned> accounts) {
        Accounts[] gone = {new Accounts(0, 0)};
        alone.doing(rows -> gone[0] = takeBack(rows, source, stretches, accounts));
        return gone[0];
    }

    private Accounts takeBack(Rows rows, SourceId source, List<Stretch> stretches, List<Concerned> accounts)
            throws SQLException {
        events.publishEvent(new AccountsToBeRemoved(
                accounts.stream().map(it -> new AccountId(it.account)).toList()));
        long[] ids = Rows.longs(accounts, Concerned::account);
        Map<Long, LocalDate> from = new HashMap<>();
        accounts.forEach(it -> from.put(it.account, days.dayOf(it.first)));
        for (long id : takeOutOfLog(rows, source, stretches, accounts)) {
            // Of what is said of a user only the latest is kept, so all that was said has to be read.
            from.put(id, LocalDate.EPOCH);
        }
        for (Map.Entry<Long, LocalDate> it : from.entrySet()) {
            factsAgain.make(rows, it.getKey(), it.getValue());
        }
        rows.update("""
                delete from account_source told where told.source_id = ? and told.account_id = any (?)
                  and not exists (select from event e where e.account_id = told.account_id
                                    and e.source_id = told.source_id and e.type = told.type)
                  and not exists (select from forgotten_events f where f.type = told.type and told.last_on < f.before_day)
                """, source.value(), ids);
        return removeAccountsOfNothing(rows, ids);
    }

    /** @return the accounts of whose users something was said */
    private Set<Long> takeOutOfLog(Rows rows, SourceId source, List<Stretch> stretches, List<Concerned> accounts)
            throws SQLException {
        var parameters = new ArrayList<>(received(source, stretches));
        parameters.add(Rows.longs(accounts, Concerned::account));
        parameters.add(accounts.stream()
                .map(Concerned::first)
                .min(Instant::compareTo)
                .orElseThrow()
                .atOffset(ZoneOffset.UTC));
        parameters.add(accounts.stream()
                .map(Concerned::last)
                .max(Instant::compareTo)
                .orElseThrow()
                .atOffset(ZoneOffset.UTC));
        Set<Long> users = new HashSet<>();
        rows.query("""
                with gone as (
                  delete from event e where %s and e.account_id = any (?) and e.occurred_at between ? and ?
                  returning e.account_id, e.type)
                select distinct account_id from gone where type = 'user'
                """.formatted(RECEIVED), row -> users.add(row.getLong(1)), parameters.toArray());
        return users;
    }

    private static Accounts removeAccountsOfNothing(Rows rows, long[] ids) throws SQLException {
        Map<String, String> ofUse = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        rows.query(
                """
                select c.conrelid::regclass::text, a.attname from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.confrelid = 'account'::regclass and c.contype = 'f' and c.conparentid = 0
                """, row -> (KNOWN.contains(row.getString(1)) ? known : ofUse).put(row.getString(1), row.getString(2)));
        ofUse.keySet().removeAll(MADE_BY_ITSELF);
        List<Long> ofNothing = new ArrayList<>();
        rows.query("""
                select a.id from account a where a.id = any (?) and not exists (select from event e where e.account_id = a.id)
                  and %s
                """.formatted(nowhere(known)), row -> ofNothing.add(row.getLong(1)), ids);
        long[] candidates = ofNothing.stream().mapToLong(Long::longValue).toArray();
        rows.update("""
                delete from dirty_account d using account a
                where d.account_id = a.id and a.id = any (?) and a.csm_id is null and %s
                """.formatted(nowhere(ofUse)), candidates);
        int removed = rows.update(
                "delete from account a where a.id = any (?) and a.csm_id is null and " + nowhere(ofUse), candidates);
        return new Accounts(removed, candidates.length - removed);
    }

    /** @param tables with their columns that name the account */
    private static String nowhere(Map<String, String> tables) {
        return tables.entrySet().stream()
                .map(it -> "not exists (select from %s x where x.%s = a.id)".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(" and "));
    }

    private static List<Object> received(SourceId source, List<Stretch> stretches) {
        return List.of(
                source.value(),
                stretches.getFirst().from().atOffset(ZoneOffset.UTC),
                stretches.getLast().until().atOffset(ZoneOffset.UTC),
                stretches.stream().map(it -> it.from().toString()).toArray(String[]::new),
                stretches.stream().map(it -> it.until().toString()).toArray(String[]::new));
    }
}
