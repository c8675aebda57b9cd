package ews.plays.watchlist;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The watch lists that people keep, and the accounts on them. An account is on a list once, with the first reason; after
 * its last day there the entry stays to be seen, and counts no more.
 */
@Repository
public class WatchLists {

    private static final int MOST_ENDED = 50;

    private static final String LISTS = """
            select l.key, l.name, l.owner_id, count(e.account_id) filter (where %1$s) accounts,
                   count(e.account_id) filter (where not (%1$s)) ended
            from watch_list l left join watch_list_entry e on e.watch_list_id = l.id
            """.formatted("coalesce(e.until_on >= :today, true)");

    private static final String ENTRIES = """
            select e.*, l.key list_key, l.name list_name, a.key account_key, a.name account_name, a.csm_id
            from watch_list_entry e
            join watch_list l on l.id = e.watch_list_id
            join account a on a.id = e.account_id
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final OrganisationDays days;

    WatchLists(JdbcClient jdbc, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.days = days;
    }

    /** Those that people keep, in the order in which they were made. */
    public List<WatchList> all() {
        return jdbc.sql(LISTS + "group by l.id order by l.id")
                .param("today", days.today())
                .query(WatchLists::list)
                .list();
    }

    public Optional<WatchList> withKey(String key) {
        return jdbc.sql(LISTS + "where l.key = :key group by l.id")
                .param("today", days.today())
                .param("key", key)
                .query(WatchLists::list)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another list has the key or the name */
    @Transactional
    public void create(String key, String name, Actor actor) {
        String title = Written.required("name", name, Written.LINE);
        jdbc.sql("insert into watch_list (key, name) values (:key, :name)")
                .param("key", Written.required("key", key, Written.LINE))
                .param("name", title)
                .update();
        audit.record(actor, "watch_list.created", "watch list " + title, Map.of("key", key));
    }

    /** What is on a list, the newest first. */
    public List<WatchListEntry> entries(String list) {
        return jdbc.sql(ENTRIES + """
                        where l.key = :list and coalesce(e.until_on >= :today, true)
                        order by e.added_at desc, e.account_id
                        """)
                .param("list", list)
                .param("today", days.today())
                .query(WatchLists::entry)
                .list();
    }

    /** What was on a list until a day that is over: the latest, of a long list. */
    public List<WatchListEntry> ended(String list) {
        return jdbc.sql(ENTRIES + """
                        where l.key = :list and e.until_on < :today
                        order by e.until_on desc, e.account_id limit :most
                        """)
                .param("list", list)
                .param("today", days.today())
                .param("most", MOST_ENDED)
                .query(WatchLists::entry)
                .list();
    }

    /** The lists that an account is on, and after them those on which it was until a day that is over. */
    public List<WatchListEntry> ofAccount(AccountId account) {
        return jdbc.sql(ENTRIES + "where e.account_id = :account order by coalesce(e.until_on < :today, false), l.id")
                .param("account", account.value())
                .param("today", days.today())
                .query(WatchLists::entry)
                .list();
    }

    /** {@link #add(AccountId, String, String, LocalDate, RunId, Actor)}, until somebody takes it off. */
    @Transactional
    public void add(AccountId account, String list, String reason, @Nullable RunId run, Actor actor) {
        add(account, list, reason, null, run, actor);
    }

    /**
     * Puts an account on a list; nothing changes if it is there already. Where it was until a day that is over, it is
     * there again, for the new reason.
     *
     * @param until its last day on the list; {@code null} if it stays until somebody takes it off
     * @param run whose step does so, {@code null} if a person does
     * @throws IllegalArgumentException if there is no such list, no reason, or the last day is over
     */
    @Transactional
    public void add(
            AccountId account,
            String list,
            String reason,
            @Nullable LocalDate until,
            @Nullable RunId run,
            Actor actor) {
        String written = Written.required("reason", reason, Written.TEXT);
        refuseOver(until);
        int added = jdbc.sql("""
                        insert into watch_list_entry (account_id, watch_list_id, added_at, added_by, reason, until_on, run_id)
                        values (:account, :list, :now, :actor, :reason, :until, :run)
                        on conflict (account_id, watch_list_id) do update
                          set added_at = excluded.added_at, added_by = excluded.added_by, reason = excluded.reason,
                              until_on = excluded.until_on, run_id = excluded.run_id
                          where watch_list_entry.until_on < :today
                        """)
                .param("account", account.value())
                .param("list", idOf(list))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("reason", written)
                .param("until", until)
                .param("run", run == null ? null : run.value())
                .param("today", days.today())
                .update();
        if (added == 1) {
            record(actor, "watch_list.added", account, list, written);
        }
    }

    /**
     * Gives an account that is on a list another last day there; nothing changes if it is not there.
     *
     * @param until {@code null} if it stays until somebody takes it off
     * @throws IllegalArgumentException if there is no such list, or the day is over
     */
    @Transactional
    public void keep(AccountId account, String list, @Nullable LocalDate until, Actor actor) {
        refuseOver(until);
        int changed = jdbc.sql("""
                        update watch_list_entry set until_on = :until
                        where account_id = :account and watch_list_id = :list and until_on is distinct from :until::date
                          and coalesce(until_on >= :today, true)
                        """)
                .param("account", account.value())
                .param("list", idOf(list))
                .param("until", until)
                .param("today", days.today())
                .update();
        if (changed == 1) {
            record(actor, "watch_list.kept", account, list, until == null ? "open end" : "until " + until);
        }
    }

    /**
     * Takes an account off a list; nothing changes if it is not there.
     *
     * @throws IllegalArgumentException if there is no such list
     */
    @Transactional
    public void remove(AccountId account, String list, String reason, Actor actor) {
        String written = Written.required("reason", reason, Written.TEXT);
        int removed = jdbc.sql("delete from watch_list_entry where account_id = :account and watch_list_id = :list")
                .param("account", account.value())
                .param("list", idOf(list))
                .update();
        if (removed == 1) {
            record(actor, "watch_list.removed", account, list, written);
        }
    }

    private void record(Actor actor, String action, AccountId account, String list, String reason) {
        audit.record(actor, action, "account " + account, Map.of("list", list, "reason", reason));
    }

    private void refuseOver(@Nullable LocalDate until) {
        if (until != null && until.isBefore(days.today())) {
            throw new IllegalArgumentException(
                    "The end date %s is over: please choose today or a later day.".formatted(until));
        }
    }

    private int idOf(String list) {
        return jdbc.sql("select id from watch_list where key = :list")
                .param("list", list)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no watch list “%s”: please choose one of the lists.".formatted(list)));
    }

    private static WatchList list(ResultSet row, int number) throws SQLException {
        Long owner = row.getObject("owner_id", Long.class);
        return new WatchList(
                row.getString("key"),
                row.getString("name"),
                row.getInt("accounts"),
                row.getInt("ended"),
                owner == null ? null : new MemberId(owner));
    }

    private static WatchListEntry entry(ResultSet row, int number) throws SQLException {
        long run = row.getLong("run_id");
        Long csm = row.getObject("csm_id", Long.class);
        return new WatchListEntry(
                row.getString("list_key"),
                row.getString("list_name"),
                new AccountId(row.getLong("account_id")),
                row.getString("account_key"),
                row.getString("account_name"),
                csm == null ? null : new MemberId(csm),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getString("reason"),
                row.getObject("until_on", LocalDate.class),
                run == 0 ? null : new RunId(run));
    }
}
