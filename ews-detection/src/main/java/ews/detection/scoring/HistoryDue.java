package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The accounts with past days that wait for being scored again. They wait until their facts have been quiet for five
 * seconds, so that a backfill costs one computation and not one a batch, but for two minutes at the most.
 */
@Repository
class HistoryDue {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    HistoryDue(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    void add(Map<AccountId, LocalDate> fromDays) {
        if (fromDays.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into history_due (account_id, from_day, waiting_since, due_at)
                        select id, from_day::date, :now, :now::timestamptz + interval '5 seconds'
                        from unnest(:accounts, :days) as changed (account_id, from_day)
                        join account on account.id = changed.account_id
                        on conflict (account_id) do update set
                          from_day = least(history_due.from_day, excluded.from_day),
                          due_at = least(history_due.waiting_since + interval '2 minutes', excluded.due_at)
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("accounts", Scores.ids(fromDays.keySet()))
                .param(
                        "days",
                        fromDays.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    /** Has all past days of everybody scored again from a day on, or from their first one. */
    void addEverybody(LocalDate from) {
        jdbc.sql("""
                        insert into history_due (account_id, from_day, waiting_since, due_at)
                        select id, greatest(first_seen_on, :from), :now, :now from account
                        where first_seen_on < :today and archived_at is null
                        on conflict (account_id) do update set
                          from_day = least(history_due.from_day, excluded.from_day)
                        """)
                .param("from", from)
                .param("today", days.today())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The earliest day that waits.
     *
     * @param early also of accounts that are not due yet
     */
    Optional<LocalDate> earliest(boolean early) {
        return jdbc.sql("""
                        select min(from_day) from history_due where :early or due_at <= :now
                        having min(from_day) is not null
                        """)
                .param("early", early)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(LocalDate.class)
                .optional();
    }

    /** @param early also those that are not due yet */
    List<Integer> shards(boolean early) {
        return jdbc.sql("select distinct " + Shards.OF_ACCOUNT
                        + " from history_due where :early or due_at <= :now order by 1")
                .param("early", early)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /**
     * Takes the longest waiting ones of a shard, with the first day to compute.
     *
     * @param mostDays how many days of how many accounts together to take; at least one account is taken
     */
    Map<AccountId, LocalDate> take(int shard, boolean early, int mostDays) {
        var taken = new TreeMap<AccountId, LocalDate>();
        jdbc.sql("""
                        delete from history_due where account_id in (
                          select account_id from (
                            select account_id, sum(:today - from_day) over waiting - (:today - from_day) as days_before
                            from history_due where %s = :shard and (:early or due_at <= :now)
                            window waiting as (order by due_at, account_id))
                          where days_before < :mostDays)
                        returning account_id, from_day
                        """.formatted(Shards.OF_ACCOUNT))
                .param("shard", shard)
                .param("early", early)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("today", days.today())
                .param("mostDays", mostDays)
                .query(row -> {
                    taken.put(new AccountId(row.getLong("account_id")), row.getObject("from_day", LocalDate.class));
                });
        return taken;
    }

    long count() {
        return jdbc.sql("select count(*) from history_due").query(Long.class).single();
    }
}
