package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the run of each day has got. */
@Repository
class DailyRuns {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    DailyRuns(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Divides all accounts into ranges; false if the run of this day has been started before. */
    boolean start(LocalDate day) {
        int started = jdbc.sql(
                        "insert into daily_run (day, started_at) values (:day, :now) on conflict (day) do nothing")
                .param("day", day)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        if (started == 1) {
            jdbc.sql("delete from daily_range where day < :day")
                    .param("day", day)
                    .update();
            jdbc.sql("insert into daily_range select distinct :day::date, id >> :bits << :bits from account")
                    .param("day", day)
                    .param("bits", AccountRange.BITS)
                    .update();
        }
        return started == 1;
    }

    Optional<LocalDate> lastBefore(LocalDate day) {
        return jdbc.sql("select day from daily_run where day < :day order by day desc limit 1")
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    /** Takes a range that nobody else is at work on, until the end of the transaction. */
    Optional<AccountRange> take(LocalDate day) {
        return jdbc.sql("""
                        select first_account from daily_range where day = :day
                        order by first_account limit 1 for update skip locked
                        """)
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(first -> new AccountRange(new AccountId(first)));
    }

    /** Waits until nobody else is at work on the range; false if it is done. */
    boolean lock(LocalDate day, AccountRange range) {
        return jdbc.sql("select true from daily_range where day = :day and first_account = :first for update")
                .param("day", day)
                .param("first", range.first().value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Queues the accounts of a range as if their facts had changed. */
    void leaveToLive(LocalDate day, AccountRange range) {
        jdbc.sql("""
                        insert into dirty_account (account_id, from_day, received_at)
                        select id, :day, :now from account where id between :first and :last
                        """)
                .param("day", day)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("first", range.first().value())
                .param("last", range.last().value())
                .update();
    }

    void done(LocalDate day, AccountRange range) {
        jdbc.sql("delete from daily_range where day = :day and first_account = :first")
                .param("day", day)
                .param("first", range.first().value())
                .update();
    }

    /** Notes that the run is finished, unless a range is left that somebody is at work on. */
    void finishIfDone(LocalDate day) {
        jdbc.sql("""
                        update daily_run set finished_at = :now
                        where day = :day and finished_at is null and not exists (select from daily_range where day = :day)
                        """)
                .param("day", day)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
