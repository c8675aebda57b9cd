package ews.sensors.fact;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes two accounts of one again. The one that went has its id and its keys again, and all that was its own, with what came
 * for its keys and what became of its work in the meantime. What was begun on the account that stayed stays there.
 */
@Component
public class Unmerging {

    /** Of other events, facts were put back and stay, and the log may have no place for them. */
    private static final String STILL_LOGGED = """
            not exists (select from forgotten_events f
              where f.type = x.type and x.occurred_at < f.before_day::timestamp at time zone 'UTC')
            """;

    private final Alone alone;
    private final FactsAgain factsAgain;
    private final Merges merges;
    private final OrganisationDays days;
    private final AuditLog audit;

    Unmerging(Alone alone, FactsAgain factsAgain, Merges merges, OrganisationDays days, AuditLog audit) {
        this.alone = alone;
        this.factsAgain = factsAgain;
        this.merges = merges;
        this.days = days;
        this.audit = audit;
    }

    /**
     * @return the account that is there again
     * @throws TransitionRefused if it was undone already, its time is over, or the account that stayed was merged or given
     *     one of the keys since
     */
    public AccountId undo(long id, Actor actor) {
        AccountId[] gone = {new AccountId(0)};
        alone.doing(rows -> {
            // Of two who undo at the same moment, the second one sees what the first did.
            rows.query("select id from account_merge where id = ? for update", _ -> {}, id);
            Merge merge = merges.withId(id).orElseThrow(() -> new TransitionRefused("There is no such merge."));
            check(rows, merge);
            undo(rows, merge);
            rows.update(
                    "update account_merge set undone_at = ?, undone_by = ? where id = ?",
                    days.now().atOffset(ZoneOffset.UTC),
                    actor.name(),
                    id);
            audit.record(
                    actor,
                    "account.merge_undone",
                    "account " + merge.goneName(),
                    Map.of("key", merge.goneKey(), "id", merge.gone().value()));
            gone[0] = merge.gone();
        });
        return gone[0];
    }

    private void check(Rows rows, Merge merge) throws SQLException {
        if (merge.undoneAt() != null) {
            throw new TransitionRefused("It was undone already.");
        }
        if (!days.now().isBefore(merge.until())) {
            throw new TransitionRefused("A merge can be undone for 30 days; this one is older.");
        }
        int[] found = {0};
        rows.query(
                "select count(*) from account where id = ?",
                row -> found[0] = row.getInt(1),
                merge.kept().value());
        if (found[0] == 0) {
            throw new TransitionRefused(
                    "The account that stayed is not there any more. If it was merged since, undo that first.");
        }
        String[] keys = merge.allKeys().toArray(String[]::new);
        rows.query(
                "select count(*) from account_alias where key = any (?) and account_id = ?",
                row -> found[0] = row.getInt(1),
                keys,
                merge.kept().value());
        if (found[0] < keys.length) {
            throw new TransitionRefused(
                    "The account that stayed has one of these keys for its own now, or lost it: %s. Give it another key first."
                            .formatted(String.join(", ", keys)));
        }
    }

    private void undo(Rows rows, Merge merge) throws SQLException {
        long kept = merge.kept().value();
        long gone = merge.gone().value();
        var record = new MergeRecord(rows, merge.id());
        OffsetDateTime at = merge.at().atOffset(ZoneOffset.UTC);
        bringBack(rows, merge);
        putBackFacts(rows, record, kept);
        new LeftFacts(rows, record).moveLogBack(kept, gone);
        // What the log holds of both comes anew.
        factsAgain.forget(rows, gone);
        factsAgain.make(rows, kept, LocalDate.EPOCH);
        if (record.putBack("event", "event", false, STILL_LOGGED) > 0) {
            factsAgain.make(rows, gone, LocalDate.EPOCH);
        }
        new MergedWork(rows, record, at).moveBack(kept, gone);
        rows.update(
                "update account set parent_id = ? where parent_id = ? and id in (%s)"
                        .formatted(record.ids("account_part")),
                gone,
                kept);
        record.putBack("health_score", "health_score", false, "true");
        long[] both = {Math.min(kept, gone), Math.max(kept, gone)};
        new CurrentValues(rows, days).refresh(both);
        rows.update("""
                insert into dirty_account (account_id, from_day, received_at)
                select id, first_seen_on, ? from account where id = any (?)
                """, days.now().atOffset(ZoneOffset.UTC), both);
    }

    private static void bringBack(Rows rows, Merge merge) throws SQLException {
        rows.update("""
                insert into account overriding system value
                select (jsonb_populate_record(null::account, m.gone || jsonb_build_object(
                  'parent_id', (select a.id from account a where a.id = (m.gone ->> 'parent_id')::bigint),
                  'csm_id', (select p.id from member p where p.id = (m.gone ->> 'csm_id')::bigint)))).*
                from account_merge m where m.id = ?
                """, merge.id());
        rows.update("""
                update account a set first_seen_on = (m.kept ->> 'first_seen_on')::date,
                    csm_id = case when m.kept ->> 'csm_id' is null and a.csm_id::text = m.gone ->> 'csm_id' then null
                                  else a.csm_id end,
                    parent_id = case when m.kept ->> 'parent_id' = m.gone ->> 'id' then m.gone_id else a.parent_id end
                from account_merge m where m.id = ? and a.id = m.kept_id
                """, merge.id());
        rows.update("delete from account_alias where key = ?", merge.goneKey());
        String[] others = merge.otherKeys().toArray(String[]::new);
        rows.update(
                "update account_alias set account_id = ? where key = any (?)",
                merge.gone().value(),
                others);
        rows.update("""
                insert into facts_made_again (account_key)
                select unnest(?::text[]) union all select key from account where id = ?
                """, merge.allKeys().toArray(String[]::new), merge.kept().value());
    }

    private static void putBackFacts(Rows rows, MergeRecord record, long kept) throws SQLException {
        for (String table : MergedTables.FACTS) {
            rows.update("delete from " + table + " where account_id = ?", kept);
            String condition =
                    table.equals("account_source") ? "exists (select from source s where s.id = x.source_id)" : "true";
            record.putBack(table, table, true, condition);
            record.putBack(table, table, false, condition);
        }
    }
}
