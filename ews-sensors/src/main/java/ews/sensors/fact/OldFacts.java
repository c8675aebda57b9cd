package ews.sensors.fact;

import ews.domain.fact.UsageBlock;
import ews.domain.time.OrganisationDays;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The facts of an account from some day on, which are forgotten before they are made again. */
final class OldFacts {

    private static final List<String> CHANGES = List.of(
            "ticket_change",
            "invoice_change",
            "subscription_change",
            "feedback",
            "outcome_progress",
            "attribute_change");

    private final Rows rows;
    private final OrganisationDays days;
    private final long account;
    private final LocalDate from;
    /** The users of whom something was forgotten. */
    private final Set<Long> users = new HashSet<>();

    OldFacts(Rows rows, OrganisationDays days, long account, LocalDate from) {
        this.rows = rows;
        this.days = days;
        this.account = account;
        this.from = from;
    }

    void forget() throws SQLException {
        for (String table : CHANGES) {
            rows.update(
                    "delete from %s where account_id = ? and occurred_at >= ?".formatted(table),
                    account,
                    days.startOf(from).atOffset(ZoneOffset.UTC));
        }
        forgetUsage();
        rows.update("delete from account_feature where account_id = ? and first_used_on >= ?", account, from);
        rows.update(
                "update account set first_seen_on = greatest(?, first_seen_on) where id = ? and first_seen_on >= ?",
                days.today(),
                account,
                from);
        forgetOfUsers();
    }

    private void forgetUsage() throws SQLException {
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
    }

    private void forgetOfUsers() throws SQLException {
        rows.query("""
                update account_user set first_used_on = null where account_id = ? and first_used_on >= ? returning id
                """, row -> users.add(row.getLong(1)), account, from);
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
                days.startOf(from).toEpochMilli(),
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
