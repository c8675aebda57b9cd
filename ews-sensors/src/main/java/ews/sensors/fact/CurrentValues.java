package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.event.Money;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.Subscription;
import ews.domain.fact.SubscriptionChange;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The current values of accounts that lists sort and filter by. They are derived from all changes, so that they are the
 * same in whatever order events arrive.
 */
final class CurrentValues {

    private final Rows rows;
    private final OrganisationDays days;

    /** What the changes of one account amount to. */
    private static final class Account {
        final long id;
        final String key;
        final List<SubscriptionChange> changes = new ArrayList<>();
        final Map<String, Said> attributes = new TreeMap<>();

        Account(long id, String key) {
            this.id = id;
            this.key = key;
        }

        @Nullable
        Subscription subscription() {
            return Subscription.asOf(changes, LocalDate.MAX).orElse(null);
        }

        @Nullable
        String attribute(String name) {
            Said said = attributes.get(name);
            return said == null ? null : said.value;
        }

        String name() {
            String name = attribute("name");
            return name == null || name.isBlank() ? key : name;
        }

        /** A plan may come with the subscription or as an attribute: the later one counts. */
        @Nullable
        String plan() {
            Said attribute = attributes.get("plan");
            SubscriptionChange change = changes.reversed().stream()
                    .filter(it -> it.plan() != null)
                    .findFirst()
                    .orElse(null);
            if (attribute == null || change == null) {
                return change == null ? attribute("plan") : change.plan();
            }
            int order = attribute.at.compareTo(change.at());
            boolean later = order != 0 ? order > 0 : attribute.key > change.key();
            return later ? attribute.value : change.plan();
        }
    }

    private record Said(Instant at, long key, @Nullable String value) {}

    CurrentValues(Rows rows, OrganisationDays days) {
        this.rows = rows;
        this.days = days;
    }

    /** After the changes of this transaction were stored. */
    void refresh(Work work) throws SQLException {
        long[] ids = work.accepted().stream()
                .filter(it -> it.event instanceof Event.Subscription || it.event instanceof Event.AccountAttributes)
                .mapToLong(Entry::accountId)
                .distinct()
                .sorted()
                .toArray();
        refresh(ids);
    }

    /** @param ids of accounts, in ascending order */
    void refresh(long[] ids) throws SQLException {
        if (ids.length > 0) {
            Map<Long, Account> accounts = locked(ids);
            readSubscriptions(accounts, ids);
            readAttributes(accounts, ids);
            write(List.copyOf(accounts.values()));
        }
    }

    /** Locked, so that what another instance adds meanwhile is either seen here or sees this. */
    private Map<Long, Account> locked(long[] ids) throws SQLException {
        var accounts = new TreeMap<Long, Account>();
        rows.query(
                "select id, key from account where id = any (?) order by id for no key update",
                row -> accounts.put(row.getLong("id"), new Account(row.getLong("id"), row.getString("key"))),
                ids);
        if (accounts.size() < ids.length) {
            throw new Lost("An account was deleted");
        }
        return accounts;
    }

    private void readSubscriptions(Map<Long, Account> accounts, long[] ids) throws SQLException {
        rows.query(
                """
                select * from subscription_change where account_id = any (?)
                order by account_id, occurred_at, event_key
                """, row -> Rows.at(accounts, row.getLong("account_id")).changes.add(change(row)), ids);
    }

    private SubscriptionChange change(ResultSet row) throws SQLException {
        Instant at = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
        String status = row.getString("status");
        String currency = row.getString("currency");
        return new SubscriptionChange(
                at,
                days.dayOf(at),
                row.getLong("event_key"),
                status == null ? null : SubscriptionStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                row.getString("plan"),
                row.getObject("seats", Integer.class),
                currency == null ? null : new Money(row.getBigDecimal("annual_value"), currency),
                row.getObject("renewal_on", LocalDate.class));
    }

    private void readAttributes(Map<Long, Account> accounts, long[] ids) throws SQLException {
        rows.query(
                """
                select distinct on (account_id, name) account_id, name, occurred_at, event_key, value
                from attribute_change
                where account_id = any (?) and name in ('name', 'stage', 'plan', 'product')
                order by account_id, name, occurred_at desc, event_key desc
                """,
                row -> Rows.at(accounts, row.getLong("account_id"))
                        .attributes
                        .put(
                                row.getString("name"),
                                new Said(
                                        row.getObject("occurred_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getLong("event_key"),
                                        row.getString("value"))),
                ids);
    }

    private void write(List<Account> accounts) throws SQLException {
        List<@Nullable Subscription> subscriptions = new ArrayList<>();
        accounts.forEach(it -> subscriptions.add(it.subscription()));
        rows.update(
                """
                update account a set
                    name = n.name, stage = n.stage, plan = n.plan, product = n.product, status = n.status,
                    seats = n.seats::int, annual_value = n.annual_value::numeric, currency = n.currency,
                    renewal_on = n.renewal_on::date, cancelled_on = n.cancelled_on::date
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[])
                     n (id, name, stage, plan, product, status, seats, annual_value, currency, renewal_on, cancelled_on)
                where a.id = n.id
                """,
                Rows.longs(accounts, it -> it.id),
                Rows.texts(accounts, Account::name),
                Rows.texts(accounts, it -> it.attribute("stage")),
                Rows.texts(accounts, Account::plan),
                Rows.texts(accounts, it -> it.attribute("product")),
                Rows.texts(subscriptions, it -> it == null ? null : it.status().code()),
                Rows.texts(subscriptions, it -> it == null ? null : it.seats()),
                Rows.texts(
                        subscriptions,
                        it -> it == null || it.annualValue() == null
                                ? null
                                : it.annualValue().amount().toPlainString()),
                Rows.texts(
                        subscriptions,
                        it -> it == null || it.annualValue() == null
                                ? null
                                : it.annualValue().currency()),
                Rows.texts(subscriptions, it -> it == null ? null : it.renewal()),
                Rows.texts(subscriptions, it -> it == null ? null : it.cancelled()));
    }
}
