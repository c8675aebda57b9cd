package ews.domain.fact;

import ews.domain.account.AccountId;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import ews.domain.time.OrganisationDays;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the facts of accounts. Usage is read for the days asked for (whole blocks, so rather more); what has a state is
 * read from the beginning, since a ticket or a contract may be older than any window.
 */
@Repository
public class Facts {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final Features features;

    Facts(JdbcClient jdbc, OrganisationDays days, Features features) {
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
        var gathered = new TreeMap<AccountId, Gathered>();
        Long[] ids = accounts.stream().map(AccountId::value).toArray(Long[]::new);
        read(
                ids,
                "select id as account_id, first_seen_on from account where id = any (:ids)",
                row -> gathered.put(id(row), new Gathered(row.getObject("first_seen_on", LocalDate.class))));
        readUsage(ids, usage, gathered);
        readChanges(ids, gathered);
        var facts = new TreeMap<AccountId, AccountFacts>();
        gathered.forEach((account, it) -> facts.put(account, it.facts(account, features)));
        return facts;
    }

    private void readUsage(Long[] ids, Days usage, Map<AccountId, Gathered> gathered) {
        jdbc.sql("""
                        select account_id, block, data from usage_block
                        where account_id = any (:ids) and block between :first and :last
                        """)
                .param("ids", ids)
                .param("first", UsageBlock.numberOf(usage.first()))
                .param("last", UsageBlock.numberOf(usage.last()))
                .query(row -> {
                    at(gathered, row).blocks.put(row.getInt("block"), UsageBlock.decode(row.getBytes("data")));
                });
        read(
                ids,
                """
                select account_id, id, first_used_on from account_user
                where account_id = any (:ids) and first_used_on is not null
                """,
                row -> at(gathered, row)
                        .userFirstDays
                        .put(row.getLong("id"), row.getObject("first_used_on", LocalDate.class)));
        read(
                ids,
                """
                select account_id, feature_id, first_used_on from account_feature where account_id = any (:ids)
                """,
                row -> at(gathered, row)
                        .featureFirstDays
                        .put(
                                features.nameOf(row.getInt("feature_id")),
                                row.getObject("first_used_on", LocalDate.class)));
    }

    private void readChanges(Long[] ids, Map<AccountId, Gathered> gathered) {
        read(
                ids,
                changes("ticket_change"),
                row -> at(gathered, row)
                        .tickets
                        .add(new TicketChange(
                                instant(row),
                                day(row),
                                row.getLong("event_key"),
                                row.getString("ticket"),
                                constant(TicketStatus.class, row.getString("status")),
                                constant(Priority.class, row.getString("priority")),
                                row.getObject("sla_breached", Boolean.class),
                                row.getString("subject"))));
        read(
                ids,
                changes("invoice_change"),
                row -> at(gathered, row)
                        .invoices
                        .add(new InvoiceChange(
                                instant(row),
                                day(row),
                                row.getLong("event_key"),
                                row.getString("invoice"),
                                InvoiceStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                                money(row.getBigDecimal("amount"), row.getString("currency")),
                                row.getObject("due_on", LocalDate.class))));
        read(
                ids,
                changes("subscription_change"),
                row -> at(gathered, row)
                        .subscriptions
                        .add(new SubscriptionChange(
                                instant(row),
                                day(row),
                                row.getLong("event_key"),
                                constant(SubscriptionStatus.class, row.getString("status")),
                                row.getString("plan"),
                                row.getObject("seats", Integer.class),
                                money(row.getBigDecimal("annual_value"), row.getString("currency")),
                                row.getObject("renewal_on", LocalDate.class))));
        read(
                ids,
                changes("feedback"),
                row -> at(gathered, row)
                        .feedback
                        .add(new FeedbackGiven(
                                instant(row),
                                day(row),
                                row.getLong("event_key"),
                                row.getObject("user_id", Long.class),
                                FeedbackKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getDouble("score"),
                                row.getString("comment"))));
        read(
                ids,
                changes("outcome_progress"),
                row -> at(gathered, row)
                        .outcomes
                        .add(new OutcomeProgress(
                                instant(row),
                                day(row),
                                row.getLong("event_key"),
                                row.getString("goal"),
                                row.getDouble("value"),
                                row.getBigDecimal("target") == null ? null : row.getDouble("target"))));
        read(
                ids,
                changes("attribute_change"),
                row -> at(gathered, row)
                        .attributes
                        .add(new AttributeChange(
                                instant(row),
                                day(row),
                                row.getLong("event_key"),
                                row.getString("name"),
                                row.getString("value"))));
    }

    private static String changes(String table) {
        return "select * from " + table + " where account_id = any (:ids) order by account_id, occurred_at, event_key";
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(Long[] ids, String sql, Row reader) {
        jdbc.sql(sql).param("ids", ids).query(reader::read);
    }

    private static AccountId id(ResultSet row) throws SQLException {
        return new AccountId(row.getLong("account_id"));
    }

    /** An account that appeared after the first query has no place yet; it is dirty, and so is read again. */
    private static Gathered at(Map<AccountId, Gathered> gathered, ResultSet row) throws SQLException {
        Gathered place = gathered.get(id(row));
        return place == null ? new Gathered(LocalDate.EPOCH) : place;
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }

    private LocalDate day(ResultSet row) throws SQLException {
        return days.dayOf(instant(row));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? null : new Money(amount, currency == null ? "" : currency);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String code) {
        return code == null ? null : Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
