package ews.domain.fact;

import ews.domain.account.AccountId;
import ews.domain.copy.RowReader;
import ews.domain.time.OrganisationDays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Reads the facts of accounts. Usage is read for the days asked for (whole blocks, so rather more), and so are users who
 * came on these days; what has a state is read from the beginning, since a ticket or a contract may be older than any window.
 */
@Repository
public class Facts {

    private final JdbcOperations jdbc;
    private final OrganisationDays days;
    private final Features features;

    Facts(JdbcOperations jdbc, OrganisationDays days, Features features) {
        this.jdbc = jdbc;
        this.days = days;
        this.features = features;
    }

    /** @throws NoSuchElementException if there is no such account */
    public AccountFacts of(AccountId account, Days usage) {
        AccountFacts facts = of(List.of(account), usage).get(account);
        if (facts == null) {
            throw new NoSuchElementException("There is no account " + account);
        }
        return facts;
    }

    /** The facts of each of these accounts, ordered by account; accounts that do not exist are left out. */
    public Map<AccountId, AccountFacts> of(Collection<AccountId> accounts, Days usage) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        String ids = accounts.stream().map(AccountId::toString).collect(Collectors.joining(", "));
        return read("in (" + ids + ")", usage);
    }

    /**
     * The facts of all accounts whose ids lie in this range, both ends included, ordered by account. Archived accounts are
     * left out.
     */
    public Map<AccountId, AccountFacts> between(AccountId first, AccountId last, Days usage) {
        Map<AccountId, AccountFacts> facts = read("between " + first + " and " + last, usage);
        facts.keySet().removeAll(archived(first, last));
        return facts;
    }

    private List<AccountId> archived(AccountId first, AccountId last) {
        return jdbc.query(
                "select id from account where id between ? and ? and archived_at is not null",
                (row, _) -> new AccountId(row.getLong(1)),
                first.value(),
                last.value());
    }

    private Map<AccountId, AccountFacts> read(String which, Days usage) {
        ConnectionCallback<Map<Long, Gathered>> gather = connection -> gather(connection, which, usage);
        var facts = new TreeMap<AccountId, AccountFacts>();
        Map<Long, Gathered> gathered = jdbc.execute(gather);
        if (gathered != null) {
            gathered.forEach((id, rows) -> {
                var account = new AccountId(id);
                facts.put(account, rows.facts(account, features));
            });
        }
        return facts;
    }

    private Map<Long, Gathered> gather(Connection connection, String which, Days usage) throws SQLException {
        var gathered = new TreeMap<Long, Gathered>();
        try (var rows = RowReader.of(connection, "select id, first_seen_on from account where id " + which)) {
            while (rows.next()) {
                gathered.put(rows.int8(), new Gathered(rows.date()));
            }
        }
        var read = new Reading(connection, which, gathered);
        read.rows(
                "block, data from usage_block",
                " and block between " + UsageBlock.numberOf(usage.first()) + " and "
                        + UsageBlock.numberOf(usage.last()),
                Gathered::block);
        read.rows(
                "id, first_used_on from account_user", " and first_used_on >= '" + usage.first() + "'", Gathered::user);
        read.rows("feature_id, first_used_on from account_feature", "", Gathered::feature);
        read.changes("ticket, status, priority, sla_breached, subject from ticket_change", Gathered::ticket);
        read.changes("invoice, status, amount::text, currency, due_on from invoice_change", Gathered::invoice);
        read.changes(
                "status, plan, seats, annual_value::text, currency, renewal_on from subscription_change",
                Gathered::subscription);
        read.changes("user_id, kind, score, comment, response from feedback", Gathered::feedback);
        read.changes("goal, value, target from outcome_progress", Gathered::outcome);
        read.changes("name, value from attribute_change", Gathered::attribute);
        read.rows("occurred_at, id from touchpoint", " and kind <> 'note'", (account, row) -> {
            Instant at = row.instant();
            account.touch(at, days.dayOf(at), row.int8(), row);
        });
        return gathered;
    }

    private interface TakeRow {
        void from(Gathered account, RowReader row);
    }

    private interface TakeChange {
        void from(Gathered account, Instant at, LocalDate day, long key, RowReader row);
    }

    private final class Reading {

        private final Connection connection;
        private final String which;
        private final Map<Long, Gathered> accounts;

        Reading(Connection connection, String which, Map<Long, Gathered> accounts) {
            this.connection = connection;
            this.which = which;
            this.accounts = accounts;
        }

        void rows(String columns, String condition, TakeRow take) throws SQLException {
            String query = "select account_id, " + columns + " where account_id " + which + condition;
            try (var rows = RowReader.of(connection, query)) {
                while (rows.next()) {
                    take.from(account(rows.int8()), rows);
                }
            }
        }

        void changes(String columns, TakeChange take) throws SQLException {
            rows("occurred_at, event_key, " + columns, "", (account, row) -> {
                Instant at = row.instant();
                take.from(account, at, days.dayOf(at), row.int8(), row);
            });
        }

        /** An account that appeared after the first query has no place yet; it is dirty, and so is read again. */
        private Gathered account(long id) {
            Gathered account = accounts.get(id);
            return account == null ? new Gathered(LocalDate.EPOCH) : account;
        }
    }
}
