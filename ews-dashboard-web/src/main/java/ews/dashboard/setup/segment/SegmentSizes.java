package ews.dashboard.setup.segment;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many accounts are in each segment now. */
@Repository
class SegmentSizes {

    private final JdbcClient jdbc;

    SegmentSizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the segment's id; cancelled accounts do not count, and segments without accounts are left out. */
    Map<Integer, Integer> all() {
        var sizes = new HashMap<Integer, Integer>();
        jdbc.sql("""
                        select segment_id, count(*) as accounts
                        from account_health join account on account.id = account_id
                        where account.status is distinct from 'cancelled' group by segment_id
                        """).query(row -> {
            sizes.put(row.getInt("segment_id"), row.getInt("accounts"));
        });
        return sizes;
    }
}
