package ews.sensors.fact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of two accounts as they were when one was merged into the other, so that it can be undone. */
final class MergeRecord {

    private final Rows rows;
    private final long merge;

    MergeRecord(Rows rows, long merge) {
        this.rows = rows;
        this.merge = merge;
    }

    /** @param kept whether it is the account that stays */
    void keep(String table, long account, boolean kept) throws SQLException {
        keepAs(table, table, account, kept);
    }

    private void keepAs(String name, String table, long account, boolean kept) throws SQLException {
        rows.update("""
                insert into account_merge_row (merge_id, table_name, of_kept, row)
                select ?, ?, ?, to_jsonb(x) from %s x where account_id = ?
                """.formatted(table), merge, name, kept, account);
    }

    /** Rows that did not move, since the account that stays has such a row itself. */
    void keepLeft(String table, long account) throws SQLException {
        keepAs(left(table), table, account, false);
    }

    static String left(String table) {
        return table + " left";
    }

    /** Events that came for both: only one of them counts afterwards. */
    void keepTwins(long kept, long gone) throws SQLException {
        rows.update("""
                insert into account_merge_row (merge_id, table_name, of_kept, row)
                select ?, 'event', false, to_jsonb(e) from event e
                where e.account_id = ? and exists (select from event twin
                  where twin.occurred_at = e.occurred_at and twin.account_id = ? and twin.source_id = e.source_id
                    and twin.event_key = e.event_key)
                """, merge, gone, kept);
    }

    /** Something that only the merge itself knows of. @param name under which it is asked for */
    void keepIds(String name, String query, long... parameters) throws SQLException {
        var all = new ArrayList<Object>(List.of(merge, name));
        for (long it : parameters) {
            all.add(it);
        }
        rows.update("""
                insert into account_merge_row (merge_id, table_name, of_kept, row)
                select ?, ?, false, jsonb_build_object('id', it.id) from (%s) it (id)
                """.formatted(query), all.toArray());
    }

    /** A condition for {@code account_merge_row m}. */
    String isOfIt() {
        return "m.merge_id = " + merge;
    }

    /** The ids that were kept of a table, as a query. */
    String ids(String name) {
        return "select (row ->> 'id')::bigint from account_merge_row where merge_id = %d and table_name = '%s'"
                .formatted(merge, name);
    }

    /**
     * Puts rows back that are not there.
     *
     * @param name under which they were kept
     * @param condition which of them, where {@code x} is the row
     */
    int putBack(String name, String table, boolean kept, String condition) throws SQLException {
        List<String> columns = new ArrayList<>();
        rows.query("""
                select quote_ident(attname) from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
                """, row -> columns.add(row.getString(1)), table);
        String all = String.join(", ", columns);
        return rows.update("""
                insert into %1$s (%2$s) overriding system value
                select x.%3$s from account_merge_row m, jsonb_populate_record(null::%1$s, m.row) x
                where m.merge_id = ? and m.table_name = ? and m.of_kept = ? and %4$s
                on conflict do nothing
                """.formatted(table, all, String.join(", x.", columns), condition), merge, name, kept);
    }
}
