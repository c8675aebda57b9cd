package ews.sensors.sample;

import ews.sensors.source.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sample company: everything that came from sources marked as sample. */
@Repository
public class SampleData {

    private final JdbcClient jdbc;
    private final Sources sources;

    SampleData(JdbcClient jdbc, Sources sources) {
        this.jdbc = jdbc;
        this.sources = sources;
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
        jdbc.sql("delete from account_merge where (gone ->> 'sample')::boolean").update();
        // Instances remember to which accounts other keys lead.
        jdbc.sql("""
                        insert into facts_made_again (account_key)
                        select other.key from account_alias other join account a on a.id = other.account_id where a.sample
                        """).update();
        Long[] accounts = jdbc.sql("delete from account where sample returning id")
                .query((row, _) -> row.getLong("id"))
                .list()
                .toArray(Long[]::new);
        // After the accounts: intake that still knows one of them fails from now on, and starts again.
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
