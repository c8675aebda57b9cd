package ews.plays.watchlist;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The watch lists, and the accounts on them. An account is on a list once, with the first reason. */
@Repository
public class WatchLists {

    private static final String ENTRIES = """
            select e.*, l.key list_key, l.name list_name, a.key account_key, a.name account_name
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

    public List<WatchList> all() {
        return jdbc.sql("""
                        select l.key, l.name, count(e.account_id) accounts
                        from watch_list l left join watch_list_entry e on e.watch_list_id = l.id
                        group by l.id order by l.id
                        """)
                .query((row, _) -> new WatchList(row.getString("key"), row.getString("name"), row.getInt("accounts")))
                .list();
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
        return jdbc.sql(ENTRIES + "where l.key = :list order by e.added_at desc, e.account_id")
                .param("list", list)
                .query(WatchLists::entry)
                .list();
    }

    /** The lists that an account is on. */
    public List<WatchListEntry> ofAccount(AccountId account) {
        return jdbc.sql(ENTRIES + "where e.account_id = :account order by l.id")
                .param("account", account.value())
                .query(WatchLists::entry)
                .list();
    }

    /**
     * Puts an account on a list; nothing changes if it is there already.
     *
     * @param run whose step does so, {@code null} if a person does
     * @throws IllegalArgumentException if there is no such list
     */
    @Transactional
    public void add(AccountId account, String list, String reason, @Nullable RunId run, Actor actor) {
        String written = Written.required("reason", reason, Written.TEXT);
        int added = jdbc.sql("""
                        insert into watch_list_entry (account_id, watch_list_id, added_at, added_by, reason, run_id)
                        values (:account, :list, :now, :actor, :reason, :run)
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("list", idOf(list))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("reason", written)
                .param("run", run == null ? null : run.value())
                .update();
        if (added == 1) {
            record(actor, "watch_list.added", account, list, written);
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

    private int idOf(String list) {
        return jdbc.sql("select id from watch_list where key = :list")
                .param("list", list)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no watch list “%s”: please choose one of the lists.".formatted(list)));
    }

    private static WatchListEntry entry(ResultSet row, int number) throws SQLException {
        long run = row.getLong("run_id");
        return new WatchListEntry(
                row.getString("list_key"),
                row.getString("list_name"),
                new AccountId(row.getLong("account_id")),
                row.getString("account_key"),
                row.getString("account_name"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getString("reason"),
                run == 0 ? null : new RunId(run));
    }
}
