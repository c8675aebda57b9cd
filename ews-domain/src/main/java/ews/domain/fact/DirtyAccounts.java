package ews.domain.fact;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts that wait for scoring. */
@Repository
public class DirtyAccounts {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    DirtyAccounts(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Has one account scored again, whose facts changed from a day on. */
    public void account(AccountId account, LocalDate fromDay) {
        jdbc.sql("insert into dirty_account (account_id, from_day, received_at) values (:account, :from, :now)")
                .param("account", account.value())
                .param("from", fromDay)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Has everybody scored again for today, because what decides about their scores changed. Past days stay as they are. */
    public void everybody() {
        jdbc.sql("""
                        insert into dirty_account (account_id, from_day, received_at)
                        select id, :today, :now from account where archived_at is null
                        """)
                .param("today", days.today())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
