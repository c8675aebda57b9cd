package ews.domain.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The segments as other parts name them, and which one an account is in. */
@Repository
public class SegmentKeys {

    private final JdbcClient jdbc;

    SegmentKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names by key, in the order in which segments take accounts. */
    public Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        jdbc.sql("select key, name from segment order by position")
                .query((row, _) -> Map.entry(row.getString("key"), row.getString("name")))
                .list()
                .forEach(it -> names.put(it.getKey(), it.getValue()));
        return names;
    }

    /** The key of the segment in which the account was when it was scored last; empty if it never was. */
    public Optional<String> of(AccountId account) {
        return jdbc.sql("""
                        select s.key from account_health h join segment s on s.id = h.segment_id
                        where h.account_id = :account
                        """)
                .param("account", account.value())
                .query((row, _) -> row.getString("key"))
                .optional();
    }
}
