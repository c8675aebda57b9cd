package ews.sensors.fact;

import ews.domain.fact.UsageBlock;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is left of an account when its log was read under another one: facts of days that the log does not hold any more. */
final class LeftFacts {

    private static final List<String> CHANGES = List.of(
            "ticket_change",
            "invoice_change",
            "subscription_change",
            "feedback",
            "outcome_progress",
            "attribute_change");

    private final Rows rows;
    private final MergeRecord record;

    LeftFacts(Rows rows, MergeRecord record) {
        this.rows = rows;
        this.record = record;
    }

    /** Adds them to those of the other account; what stays behind is the same there. */
    void move(long from, long to) throws SQLException {
        Map<Long, Long> users = users(from, to);
        rows.update("""
                update feedback f set user_id = other.id
                from account_user u join account_user other on other.account_id = ? and other.key = u.key
                where f.account_id = ? and u.account_id = f.account_id and u.id = f.user_id
                """, to, from);
        for (String table : CHANGES) {
            rows.update("""
                    insert into %1$s
                    select it.* from %1$s x, jsonb_populate_record(x, jsonb_build_object('account_id', ?::bigint)) it
                    where x.account_id = ? on conflict do nothing
                    """.formatted(table), to, from);
        }
        rows.update("""
                insert into account_feature as known (account_id, feature_id, first_used_on)
                select ?, feature_id, first_used_on from account_feature where account_id = ?
                on conflict (account_id, feature_id) do update set
                  first_used_on = least(known.first_used_on, excluded.first_used_on)
                """, to, from);
        rows.update("""
                insert into account_source as known (account_id, source_id, type, last_on)
                select ?, source_id, type, last_on from account_source where account_id = ?
                on conflict (account_id, source_id, type) do update set last_on = greatest(known.last_on, excluded.last_on)
                """, to, from);
        rows.update("""
                update account a set first_seen_on = least(a.first_seen_on, gone.first_seen_on)
                from account gone where a.id = ? and gone.id = ?
                """, to, from);
        moveUsage(from, to, users);
        moveLog(from, to);
    }

    /** Of what is said of a person whom both know, the latest counts. */
    private Map<Long, Long> users(long from, long to) throws SQLException {
        rows.update("""
                update account_user known set first_used_on = least(known.first_used_on, gone.first_used_on),
                  (attributes, said_at) = (
                    select coalesce(jsonb_object_agg(name, value) filter (where value is not null), '{}'),
                           coalesce(jsonb_object_agg(name, said), '{}')
                    from (select distinct on (name) name, value, said
                          from (select s.key, known.attributes -> s.key, s.value from jsonb_each(known.said_at) s
                                union all
                                select s.key, gone.attributes -> s.key, s.value from jsonb_each(gone.said_at) s)
                               it (name, value, said)
                          order by name, (said ->> 0)::bigint desc, (said ->> 1)::bigint desc) latest)
                from account_user gone
                where known.account_id = ? and gone.account_id = ? and gone.key = known.key
                """, to, from);
        rows.update("""
                insert into account_user (account_id, key, first_used_on, attributes, said_at)
                select ?, key, first_used_on, attributes, said_at from account_user where account_id = ?
                on conflict (account_id, key) do nothing
                """, to, from);
        var users = new HashMap<Long, Long>();
        rows.query("""
                select u.id, other.id from account_user u join account_user other on other.key = u.key
                where u.account_id = ? and other.account_id = ?
                """, row -> users.put(row.getLong(1), row.getLong(2)), from, to);
        return users;
    }

    private void moveUsage(long from, long to, Map<Long, Long> users) throws SQLException {
        var left = new TreeMap<Integer, UsageBlock>();
        rows.query(
                "select block, data from usage_block where account_id = ?",
                row -> left.put(
                        row.getInt("block"),
                        UsageBlock.decode(row.getBytes("data")).withUsers(user -> users.getOrDefault(user, user))),
                from);
        rows.query(
                "select block, data from usage_block where account_id = ?",
                row -> {
                    UsageBlock more = left.get(row.getInt("block"));
                    if (more != null) {
                        more.add(UsageBlock.decode(row.getBytes("data")));
                    }
                },
                to);
        for (Map.Entry<Integer, UsageBlock> it : left.entrySet()) {
            rows.update("""
                    insert into usage_block (account_id, block, data) values (?, ?, ?)
                    on conflict (account_id, block) do update set data = excluded.data
                    """, to, it.getKey(), it.getValue().encode());
        }
    }

    /** Events that mean nothing, or whose day is not there as a whole. */
    private void moveLog(long from, long to) throws SQLException {
        record.keepLeft("event", from);
        rows.update("""
                update event e set account_id = ?,
                  user_id = (select other.id from account_user u join account_user other on other.key = u.key
                             where u.account_id = e.account_id and u.id = e.user_id and other.account_id = ?)
                where e.account_id = ? and not exists (select from event twin
                  where twin.occurred_at = e.occurred_at and twin.account_id = ? and twin.source_id = e.source_id
                    and twin.event_key = e.event_key)
                """, to, to, from, to);
        rows.update("delete from event where account_id = ?", from);
    }

    /** Gives these events back. */
    void moveLogBack(long from, long to) throws SQLException {
        rows.update("""
                update event e set account_id = ?, user_id = was.user_id
                from account_merge_row m, jsonb_populate_record(null::event, m.row) was
                where %s and m.table_name = ? and e.account_id = ? and e.occurred_at = was.occurred_at
                  and e.source_id = was.source_id and e.event_key = was.event_key
                """.formatted(record.isOfIt()), to, MergeRecord.left("event"), from);
    }
}
