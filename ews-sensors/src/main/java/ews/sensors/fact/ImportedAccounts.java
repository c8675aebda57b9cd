package ews.sensors.fact;

import ews.domain.time.OrganisationDays;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts that imports have changed, and that are scored only when these are at rest. */
@Repository
public class ImportedAccounts {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final CatchUp catchUp;

    ImportedAccounts(JdbcClient jdbc, OrganisationDays days, CatchUp catchUp) {
        this.jdbc = jdbc;
        this.days = days;
        this.catchUp = catchUp;
    }

    /** Has them scored. */
    public void release() {
        catchUp.now();
        jdbc.sql("""
                        with released as (delete from imported_account returning account_id, from_day)
                        insert into dirty_account (account_id, from_day, received_at)
                        select account_id, min(from_day), :now from released group by account_id
                        """).param("now", days.now().atOffset(ZoneOffset.UTC)).update();
    }
}
