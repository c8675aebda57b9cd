package ews.sensors.sample;

import ews.sensors.fact.RemovedAccounts;
import ews.sensors.source.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sample company: everything that came from sources marked as sample. */
@Repository
public class SampleData {

    private final JdbcClient jdbc;
    private final Sources sources;
    private final RemovedAccounts removedAccounts;

    SampleData(JdbcClient jdbc, Sources sources, RemovedAccounts removedAccounts) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.removedAccounts = removedAccounts;
    }

    public boolean exists() {
        return jdbc.sql("select exists (select from source where sample) or exists (select from account where sample)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /**
     * Erases the sample accounts with all that belongs to them, the events of sample sources, these sources and the
     * sample members. All of it or nothing.
     */
    @Transactional
    public void remove() {
        Long[] accounts = removedAccounts.expectSamples();
        jdbc.sql("delete from account_merge where (gone ->> 'sample')::boolean").update();
        jdbc.sql("delete from account where id = any (:accounts)")
                .param("accounts", accounts)
                .update();
        jdbc.sql("""
                        delete from event
                        where account_id = any (:accounts) or source_id in (select id from source where sample)
                        """).param("accounts", accounts).update();
        jdbc.sql("delete from dirty_account where account_id = any (:accounts)")
                .param("accounts", accounts)
                .update();
        jdbc.sql("delete from untimed_event where source_id in (select id from source where sample)")
                .update();
        sources.removeSamples();
        jdbc.sql("delete from member where sample").update();
    }
}
