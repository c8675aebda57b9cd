package ews.sensors.fact;

import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.account.AccountsToBeRemoved;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes one account of two. The keys of the one that goes lead to the one that stays, and its events are read once more under
 * it, so that facts are as if they had always been of one account. What was found, done and said moves. All of it is one
 * transaction beside which nobody writes facts; for a while it can be {@linkplain Unmerging undone}.
 */
@Component
public class AccountMerging {

    private final Alone alone;
    private final FactsAgain factsAgain;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    AccountMerging(
            Alone alone,
            FactsAgain factsAgain,
            Accounts accounts,
            JdbcClient jdbc,
            OrganisationDays days,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.alone = alone;
        this.factsAgain = factsAgain;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
        this.events = events;
    }

    /** What would move. */
    public record Moving(long events, int users, int alerts, int runs, int tasks, int touchpoints, int comments) {}

    public Moving preview(AccountId gone) {
        return jdbc.sql("""
                        select (select count(*) from event where account_id = :id) events,
                               (select count(*) from account_user where account_id = :id) users,
                               (select count(*) from alert where account_id = :id) alerts,
                               (select count(*) from run where account_id = :id) runs,
                               (select count(*) from task where account_id = :id) tasks,
                               (select count(*) from touchpoint where account_id = :id) touchpoints,
                               (select count(*) from comment where account_id = :id) comments
                        """)
                .param("id", gone.value())
                .query((row, _) -> new Moving(
                        row.getLong("events"),
                        row.getInt("users"),
                        row.getInt("alerts"),
                        row.getInt("runs"),
                        row.getInt("tasks"),
                        row.getInt("touchpoints"),
                        row.getInt("comments")))
                .single();
    }

    /**
     * Publishes {@link AccountsToBeRemoved}.
     *
     * @throws IllegalArgumentException if they are the same, or only one of them is made up
     * @throws TransitionRefused if one of them is gone
     */
    public void merge(AccountId kept, AccountId gone, Actor actor) {
        alone.doing(rows -> {
            Account stays = existing(kept);
            Account goes = existing(gone);
            check(stays, goes);
            events.publishEvent(new AccountsToBeRemoved(List.of(gone)));
            Instant now = days.now().truncatedTo(ChronoUnit.MICROS);
            merge(rows, stays, goes, now.atOffset(ZoneOffset.UTC), actor);
            var detail = new LinkedHashMap<String, @Nullable Object>();
            detail.put("from", goes.key());
            detail.put("fromName", goes.name());
            detail.put("into", stays.key());
            audit.record(actor, "account.merged", "account " + stays.name(), detail);
        });
    }

    /** @throws IllegalArgumentException if these two cannot become one; the message says why */
    public static void check(Account stays, Account goes) {
        if (stays.id().equals(goes.id())) {
            throw new IllegalArgumentException("This is the account itself. Choose another one.");
        }
        if (stays.sample() != goes.sample()) {
            throw new IllegalArgumentException("The sample company is made up: its accounts and yours cannot be one.");
        }
    }

    private void merge(Rows rows, Account stays, Account goes, OffsetDateTime at, Actor actor) throws SQLException {
        long to = stays.id().value();
        long from = goes.id().value();
        var record = new MergeRecord(rows, begin(rows, stays, goes, at, actor));
        for (String table : MergedTables.FACTS) {
            record.keep(table, to, true);
            record.keep(table, from, false);
        }
        record.keep("health_score", from, false);
        record.keepTwins(to, from);
        redirect(rows, stays, goes, at);
        factsAgain.make(rows, from, LocalDate.EPOCH);
        new LeftFacts(rows, record).move(from, to);
        new MergedWork(rows, record, at).move(from, to, actor.name());
        moveFamily(rows, record, from, to);
        rows.update(
                "update account a set csm_id = b.csm_id from account b where a.id = ? and a.csm_id is null and b.id = ?",
                to,
                from);
        rows.update("delete from account where id = ?", from);
        for (String table : new String[] {"dirty_account", "imported_account"}) {
            rows.update("delete from " + table + " where account_id = ?", from);
        }
        new CurrentValues(rows, days).refresh(new long[] {to});
        rows.update(
                """
                insert into touchpoint (account_id, kind, occurred_at, member_id, author, note) values (?, 'note', ?, nullif(?, '')::bigint, ?, ?)
                """,
                to,
                at,
                actor.member() == null ? "" : actor.member().toString(),
                actor.name(),
                "%s (%s) was merged into this account.".formatted(goes.name(), goes.key()));
        rows.update(
                "insert into dirty_account (account_id, from_day, received_at) values (?, ?, ?)",
                to,
                goes.firstSeen(),
                at);
    }

    private static long begin(Rows rows, Account stays, Account goes, OffsetDateTime at, Actor actor)
            throws SQLException {
        long[] id = {0};
        rows.query(
                """
                insert into account_merge (kept_id, gone_id, gone_key, gone_name, keys, kept, gone, at, author)
                select a.id, b.id, b.key, b.name,
                       array(select key from account_alias where account_id = b.id), to_jsonb(a), to_jsonb(b), ?, ?
                from account a, account b where a.id = ? and b.id = ? returning id
                """,
                row -> id[0] = row.getLong(1),
                at,
                actor.name(),
                stays.id().value(),
                goes.id().value());
        return id[0];
    }

    private static void redirect(Rows rows, Account stays, Account goes, OffsetDateTime at) throws SQLException {
        rows.query(
                "select key from account_alias where account_id = ?",
                row -> Renaming.tellInstances(rows, row.getString(1)),
                goes.id().value());
        rows.update(
                "update account_alias set account_id = ? where account_id = ?",
                stays.id().value(),
                goes.id().value());
        rows.update(
                "insert into account_alias (key, account_id, since) values (?, ?, ?)",
                goes.key(),
                stays.id().value(),
                at);
        Renaming.tellInstances(rows, goes.key(), stays.key());
    }

    /** Its parts become parts of the account that stays, which is no part of itself. */
    private static void moveFamily(Rows rows, MergeRecord record, long from, long to) throws SQLException {
        rows.update("""
                with recursive above (id) as (
                  select parent_id from account where id = ?
                  union
                  select a.parent_id from above join account a on a.id = above.id)
                update account a set parent_id = gone.parent_id from account gone
                where a.id = ? and gone.id = ? and exists (select from above where above.id = gone.id)
                """, to, to, from);
        record.keepIds("account_part", "select id from account where parent_id = ? and id <> ?", from, to);
        rows.update("update account set parent_id = ? where parent_id = ? and id <> ?", to, from, to);
    }

    private Account existing(AccountId id) {
        return accounts.withId(id).orElseThrow(() -> new TransitionRefused("The account does not exist any more."));
    }
}
