package ews.sensors.fact;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives what was found, done and said of one account to another one, and back. */
final class MergedWork {

    private final Rows rows;
    private final MergeRecord record;
    private final OffsetDateTime at;

    /** @param at when the accounts were merged */
    MergedWork(Rows rows, MergeRecord record, OffsetDateTime at) {
        this.rows = rows;
        this.record = record;
        this.at = at;
    }

    void move(long from, long to, String actor) throws SQLException {
        for (String table : MergedTables.WORK) {
            record.keep(table, from, false);
        }
        for (String table : MergedTables.ONE_FOR_EACH.keySet()) {
            record.keep(table, from, false);
        }
        endWhatRunsTwice(from, to, actor);
        // Rows that refer to each other by account and id move one after the other.
        rows.update("set constraints all deferred");
        for (String table : MergedTables.WORK) {
            rows.update("update %s set account_id = ? where account_id = ?".formatted(table), to, from);
        }
        for (Map.Entry<String, List<String>> it : MergedTables.ONE_FOR_EACH.entrySet()) {
            rows.update(
                    "update %1$s x set account_id = ? where account_id = ? and not exists (select from %1$s y where y.account_id = ?%2$s)"
                            .formatted(it.getKey(), same(it.getValue(), "y", "x")),
                    to,
                    from,
                    to);
        }
        for (String table : MergedTables.ONE_FOR_EACH.keySet()) {
            record.keepLeft(table, from);
            // They may refer to what has moved.
            rows.update("delete from %s where account_id = ?".formatted(table), from);
        }
        record.keepIds("run_match_like", "select run_id from run_match where like_account_id = ?", from);
        rows.update("update run_match set like_account_id = ? where like_account_id = ?", to, from);
        rows.update("set constraints all immediate");
    }

    /** Of one rule an account has one open alert, of one play one run by hand, and one get-well plan is under way. */
    private void endWhatRunsTwice(long from, long to, String actor) throws SQLException {
        rows.update("""
                update alert x set status = 'closed', closed_reason = 'duplicate', ended_at = ?, ended_by = ?,
                                   revision = revision + 1
                where account_id = ? and status in ('open', 'acknowledged', 'in_play')
                  and exists (select from alert y where y.account_id = ? and y.rule_id = x.rule_id
                                and y.status in ('open', 'acknowledged', 'in_play'))
                """, at, actor, from, to);
        rows.update("""
                update run x set status = 'cancelled', ended_at = ?, outcome_note = 'It runs on the account already into which this one was merged.'
                where account_id = ? and status = 'running' and alert_id is null
                  and exists (select from run y where y.account_id = ? and y.play_id = x.play_id and y.alert_id is null
                                and y.status = 'running')
                """, at, from, to);
        rows.update("""
                update task set status = 'skipped', ended_at = ?, ended_by = ?, note = 'The accounts were merged.'
                where account_id = ? and status = 'open'
                  and run_id in (select id from run where account_id = ? and status = 'cancelled' and ended_at = ?)
                """, at, actor, from, from, at);
        rows.update("""
                update get_well_plan x set status = 'given_up', ended_at = ?, ended_by = ?, end_reason = 'The accounts were merged.'
                where account_id = ? and status in ('draft', 'agreed')
                  and exists (select from get_well_plan y where y.account_id = ? and y.status in ('draft', 'agreed'))
                """, at, actor, from, to);
    }

    /** What has become of it meanwhile stays with it; what the merge itself ended goes on. */
    void moveBack(long from, long to) throws SQLException {
        rows.update("set constraints all deferred");
        for (String table : List.of(
                "alert",
                "run",
                "task",
                "touchpoint",
                "email",
                "meeting",
                "check_in",
                "get_well_plan",
                "comment",
                "held_out",
                "play_call",
                "band_override")) {
            rows.update(
                    "update %s set account_id = ? where account_id = ? and id in (%s)"
                            .formatted(table, record.ids(table)),
                    to,
                    from);
        }
        for (String table : List.of("notice", "outbox_message")) {
            rows.update(
                    "update %s set account_id = ? where account_id = ? and id::text in (%s)"
                            .formatted(table, record.ids(table).replace("(row ->> 'id')::bigint", "row ->> 'id'")),
                    to,
                    from);
        }
        moveWhatBelongsToIt(to);
        oneForEachBack(from, to);
        rows.update(
                "update run_match set like_account_id = ? where like_account_id = ? and run_id in (%s)"
                        .formatted(record.ids("run_match_like")),
                to,
                from);
        rows.update("set constraints all immediate");
        goOn(to);
    }

    /** Rows that refer to moved ones by account and id follow, whoever made them and when, until none is left behind. */
    private void moveWhatBelongsToIt(long to) throws SQLException {
        var follow = new ArrayList<String>();
        rows.query("""
                select format('update %1$s x set account_id = $1 from %2$s y where y.account_id = $1 and y.id = x.%3$I and x.account_id <> $1',
                              c.conrelid::regclass, c.confrelid::regclass, a.attname)
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
                where c.contype = 'f' and cardinality(c.conkey) = 2 and c.condeferrable
                """, row -> follow.add(row.getString(1).replace("$1", Long.toString(to))));
        int moved = 1;
        while (moved > 0) {
            moved = 0;
            for (String it : follow) {
                moved += rows.update(it);
            }
        }
    }

    private void oneForEachBack(long from, long to) throws SQLException {
        for (Map.Entry<String, List<String>> it : MergedTables.ONE_FOR_EACH.entrySet()) {
            String table = it.getKey();
            String recorded =
                    "exists (select from account_merge_row m, jsonb_populate_record(null::%s, m.row) y where %s and m.table_name = '%s'%s)";
            String same = same(it.getValue(), "y", "x");
            rows.update(
                    "update %s x set account_id = ? where account_id = ? and %s and not %s"
                            .formatted(
                                    table,
                                    recorded.formatted(table, record.isOfIt(), table, same),
                                    recorded.formatted(table, record.isOfIt(), MergeRecord.left(table), same)),
                    to,
                    from);
        }
        record.putBack(
                MergeRecord.left("watch_list_entry"),
                "watch_list_entry",
                false,
                "exists (select from watch_list l where l.id = x.watch_list_id)");
        record.putBack(
                MergeRecord.left("review_account"),
                "review_account",
                false,
                "exists (select from review r where r.id = x.review_id)");
        record.putBack(
                MergeRecord.left("play_milestone"),
                "play_milestone",
                false,
                "exists (select from play p where p.id = x.play_id)");
        record.putBack(MergeRecord.left("account_cadence"), "account_cadence", false, "true");
    }

    /** Unless something has become of it since. */
    private void goOn(long account) throws SQLException {
        String before = "from account_merge_row m, jsonb_populate_record(null::%1$s, m.row) y where " + record.isOfIt()
                + " and m.table_name = '%1$s' and y.id = x.id and x.account_id = ? and x.ended_at = ?";
        rows.update("""
                update alert x set status = y.status, closed_reason = null, ended_at = null, ended_by = null,
                                   revision = x.revision + 1
                """ + before.formatted("alert") + " and x.closed_reason = 'duplicate'", account, at);
        rows.update("""
                update run x set status = y.status, ended_at = null, outcome_note = null
                """ + before.formatted("run"), account, at);
        rows.update("""
                update task x set status = y.status, ended_at = null, ended_by = null, note = y.note
                """ + before.formatted("task"), account, at);
        rows.update("""
                update get_well_plan x set status = y.status, ended_at = null, ended_by = null, end_reason = null
                """ + before.formatted("get_well_plan"), account, at);
    }

    private static String same(List<String> columns, String one, String other) {
        return columns.stream()
                .map(it -> " and %s.%s = %s.%s".formatted(one, it, other, it))
                .collect(Collectors.joining());
    }
}
