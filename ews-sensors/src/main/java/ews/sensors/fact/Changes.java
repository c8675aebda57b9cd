package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.event.Money;
import ews.sensors.fact.Work.Of;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what changed the state of something: tickets, invoices, the subscription, feedback, goals, attributes. */
final class Changes {

    private final Rows rows;

    /** One attribute that an event named. */
    private record Attribute(
            Entry entry, String name, @Nullable String value) {}

    Changes(Rows rows) {
        this.rows = rows;
    }

    void add(Work work) throws SQLException {
        tickets(work.counted(Event.Support.class));
        invoices(work.counted(Event.Invoice.class));
        subscriptions(work.counted(Event.Subscription.class));
        feedback(work.counted(Event.Feedback.class));
        outcomes(work.counted(Event.Outcome.class));
        attributes(work.counted(Event.AccountAttributes.class));
    }

    private void tickets(List<Of<Event.Support>> changes) throws SQLException {
        insert(
                changes,
                """
                insert into ticket_change (account_id, occurred_at, event_key, ticket, status, priority, sla_breached,
                                           subject)
                select n.account_id, %s, n.event_key, n.ticket, n.status, n.priority, n.sla_breached::boolean, n.subject
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[]) n (account_id, t, event_key, ticket, status, priority, sla_breached, subject)
                """,
                Event.Support::ticket,
                it -> it.status() == null ? null : it.status().code(),
                it -> it.priority() == null ? null : it.priority().code(),
                Event.Support::slaBreached,
                Event.Support::subject);
    }

    private void invoices(List<Of<Event.Invoice>> changes) throws SQLException {
        insert(
                changes,
                """
                insert into invoice_change (account_id, occurred_at, event_key, invoice, status, amount, currency,
                                            due_on)
                select n.account_id, %s, n.event_key, n.invoice, n.status, n.amount::numeric, n.currency, n.due_on::date
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[]) n (account_id, t, event_key, invoice, status, amount, currency, due_on)
                """,
                Event.Invoice::invoice,
                it -> it.status().code(),
                it -> amount(it.amount()),
                it -> currency(it.amount()),
                Event.Invoice::due);
    }

    private void subscriptions(List<Of<Event.Subscription>> changes) throws SQLException {
        insert(
                changes,
                """
                insert into subscription_change (account_id, occurred_at, event_key, status, plan, seats, annual_value,
                                                 currency, renewal_on)
                select n.account_id, %s, n.event_key, n.status, n.plan, n.seats::int, n.annual_value::numeric,
                       n.currency, n.renewal_on::date
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[])
                     n (account_id, t, event_key, status, plan, seats, annual_value, currency, renewal_on)
                """,
                it -> it.status() == null ? null : it.status().code(),
                Event.Subscription::plan,
                Event.Subscription::seats,
                it -> amount(it.annualValue()),
                it -> currency(it.annualValue()),
                Event.Subscription::renewal);
    }

    private void outcomes(List<Of<Event.Outcome>> changes) throws SQLException {
        insert(changes, """
                insert into outcome_progress (account_id, occurred_at, event_key, goal, value, target)
                select n.account_id, %s, n.event_key, n.goal, n.value::float8, n.target::float8
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     n (account_id, t, event_key, goal, value, target)
                """, Event.Outcome::goal, it -> it.value().toPlainString(), Event.Outcome::target);
    }

    @SafeVarargs
    private <E extends Event> void insert(List<Of<E>> changes, String sql, Function<E, @Nullable Object>... columns)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        var arrays = new ArrayList<Object>();
        arrays.add(Rows.longs(changes, it -> it.entry().account.id));
        arrays.add(Rows.longs(changes, it -> it.entry().time));
        arrays.add(Rows.longs(changes, it -> it.entry().key));
        for (Function<E, @Nullable Object> column : columns) {
            arrays.add(Rows.texts(changes, it -> column.apply(it.event())));
        }
        rows.update(sql.formatted(Rows.TIME), arrays.toArray());
    }

    private void feedback(List<Of<Event.Feedback>> changes) throws SQLException {
        if (!changes.isEmpty()) {
            rows.update(
                    """
                    insert into feedback (account_id, occurred_at, event_key, user_id, kind, score, comment, response)
                    select n.account_id, %s, n.event_key, n.user_id::bigint, n.kind, n.score::float8, n.comment,
                           n.response
                    from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                ?::text[]) n (account_id, t, event_key, user_id, kind, score, comment, response)
                    """.formatted(Rows.TIME),
                    Rows.longs(changes, it -> it.entry().account.id),
                    Rows.longs(changes, it -> it.entry().time),
                    Rows.longs(changes, it -> it.entry().key),
                    Rows.texts(changes, it -> it.entry().userId()),
                    Rows.texts(changes, it -> it.event().kind().code()),
                    Rows.texts(changes, it -> it.event().score().toPlainString()),
                    Rows.texts(changes, it -> it.event().comment()),
                    Rows.texts(changes, Changes::response));
        }
    }

    private void attributes(List<Of<Event.AccountAttributes>> changes) throws SQLException {
        var attributes = new ArrayList<Attribute>();
        for (Of<Event.AccountAttributes> change : changes) {
            change.event()
                    .attributes()
                    .forEach((name, value) -> attributes.add(new Attribute(change.entry(), name, value)));
        }
        if (!attributes.isEmpty()) {
            rows.update(
                    """
                    insert into attribute_change (account_id, name, occurred_at, event_key, value)
                    select n.account_id, n.name, %s, n.event_key, n.value
                    from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                         n (account_id, name, t, event_key, value)
                    """.formatted(Rows.TIME),
                    Rows.longs(attributes, it -> it.entry.account.id),
                    Rows.texts(attributes, Attribute::name),
                    Rows.longs(attributes, it -> it.entry.time),
                    Rows.longs(attributes, it -> it.entry.key),
                    Rows.texts(attributes, Attribute::value));
        }
    }

    /** Each source has its own ids of answers. */
    private static @Nullable String response(Of<Event.Feedback> change) {
        String response = change.event().response();
        return response == null ? null : change.entry().source + "/" + response;
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }
}
