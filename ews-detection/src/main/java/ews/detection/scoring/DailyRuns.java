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

    /** False if the run of this day has been started before. */
    boolean start(LocalDate day) {
        return jdbc.sql("""
                        insert into daily_run (day, next_account, started_at) values (:day, 0, :now)
                        on conflict (day) do nothing
                        """)
                        .param("day", day)
                        .param("now", days.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<LocalDate> lastBefore(LocalDate day) {
        return jdbc.sql("select day from daily_run where day < :day order by day desc limit 1")
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    /** Where the run is to go on; empty if it is finished. */
    Optional<AccountId> next(LocalDate day) {
        return jdbc.sql("select next_account from daily_run where day = :day and finished_at is null")
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    /** Keeps others from going on until the end of the transaction; false if somebody else already went on. */
    boolean lock(LocalDate day, AccountId next) {
        return jdbc.sql("""
                        select true from daily_run
                        where day = :day and next_account = :next and finished_at is null for update
                        """)
                .param("day", day)
                .param("next", next.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Queues a range of accounts as if their facts had changed; returns their number. */
    int leaveToLive(AccountId first, AccountId last, LocalDate day) {
        return jdbc.sql("""
                        insert into dirty_account (account_id, from_day, received_at)
                        select id, :day, :now from account where id between :first and :last
                        """)
                .param("day", day)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("first", first.value())
                .param("last", last.value())
                .update();
    }

    Optional<AccountId> firstAccountFrom(AccountId next) {
        return jdbc.sql("select id from account where id >= :next order by id limit 1")
                .param("next", next.value())
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    void advance(LocalDate day, AccountId next) {
        jdbc.sql("update daily_run set next_account = :next where day = :day and finished_at is null")
                .param("day", day)
                .param("next", next.value())
                .update();
    }

    void finish(LocalDate day) {
        jdbc.sql("update daily_run set finished_at = :now where day = :day and finished_at is null")
                .param("day", day)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
