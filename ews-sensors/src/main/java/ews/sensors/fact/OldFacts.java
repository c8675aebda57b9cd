package ews.sensors.fact;

import ews.domain.event.EventType;
import ews.domain.fact.UsageBlock;
import ews.domain.time.OrganisationDays;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The facts of an account from some day on, of each family its own, which are forgotten before they are made again. */
final class OldFacts {

    private static final Map<String, EventType> CHANGES = Map.of(
            "ticket_change", EventType.SUPPORT,
            "invoice_change", EventType.INVOICE,
            "subscription_change", EventType.SUBSCRIPTION,
            "feedback", EventType.FEEDBACK,
            "outcome_progress", EventType.OUTCOME,
            "attribute_change", EventType.ACCOUNT);

    private final Rows rows;
    private final OrganisationDays days;
    private final long account;
    private final Logged from;
    /** The users of whom something was forgotten. */
    private final Set<Long> users = new HashSet<>();

    OldFacts(Rows rows, OrganisationDays days, long account, Logged from) {
        this.rows = rows;
        this.days = days;
        this.account = account;
        this.from = from;
    }

    void forget() throws SQLException {
        for (Map.Entry<String, EventType> it : CHANGES.entrySet()) {
            rows.update(
                    "delete from %s where account_id = ? and occurred_at >= ?".formatted(it.getKey()),
                    account,
                    days.startOf(from.of(it.getValue())).atOffset(ZoneOffset.UTC));
        }
        forgetUsage(from.of(EventType.USAGE));
        // Who was seen before may have been seen by an event that the log has forgotten.
        rows.update(
                "update account set first_seen_on = greatest(?, first_seen_on) where id = ? and first_seen_on >= ?",
                days.today(),
                account,
                from.latest());
        forgetOfUsers();
    }

    private void forgetUsage(LocalDate from) throws SQLException {
        int block = UsageBlock.numberOf(from);
        rows.update("delete from usage_block where account_id = ? and block > ?", account, block);
        byte[][] stored = {null};
        rows.query(
                "select data from usage_block where account_id = ? and block = ? for update",
                row -> stored[0] = row.getBytes(1),
                account,
                block);
        if (stored[0] != null) {
            rows.update(
                    "update usage_block set data = ? where account_id = ? and block = ?",
                    UsageBlock.before(UsageBlock.placeOf(from), Objects.requireNonNull(stored[0])),
                    account,
                    block);
        }
        rows.update("delete from account_feature where account_id = ? and first_used_on >= ?", account, from);
        rows.query("""
                update account_user set first_used_on = null where account_id = ? and first_used_on >= ? returning id
                """, row -> users.add(row.getLong(1)), account, from);
    }

    private void forgetOfUsers() throws SQLException {
        rows.query(
                """
                update account_user u set attributes = u.attributes - said.names, said_at = u.said_at - said.names
                from (select id, array_agg(name) as names
                      from account_user, jsonb_each(said_at) as it (name, said)
                      where account_id = ? and (said ->> 0)::bigint >= ? group by id) said
                where u.account_id = ? and u.id = said.id returning u.id
                """,
                row -> users.add(row.getLong(1)),
                account,
                days.startOf(from.of(EventType.USER)).toEpochMilli(),
                account);
    }

    /** Users who exist only because of events that are not theirs, or not the account's. */
    void removeUsersOfNothing(Set<Long> named) throws SQLException {
        users.removeAll(named);
        rows.update("""
                delete from account_user u
                where u.account_id = ? and u.id = any (?) and u.first_used_on is null and u.attributes = '{}'
                  and u.said_at = '{}'
                  and not exists (select from feedback f where f.account_id = u.account_id and f.user_id = u.id)
                """, account, users.stream().mapToLong(Long::longValue).toArray());
    }
}
