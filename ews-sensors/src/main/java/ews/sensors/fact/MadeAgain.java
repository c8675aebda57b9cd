package ews.sensors.fact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tells which accounts had their facts made again, or got another key, since this instance looked last. */
final class MadeAgain {

    private static final long NEVER_LOOKED = -1;

    private long known = NEVER_LOOKED;

    /** Nothing that is remembered of those may be relied on: what was used first may have been used later. */
    void forgetIn(Directory directory, Rows rows) throws SQLException {
        if (known == NEVER_LOOKED) {
            rows.query("select coalesce(max(number), 0) from facts_made_again", row -> known = row.getLong(1));
            directory.knowAs(OtherKeys.read(rows));
            return;
        }
        List<String> keys = new ArrayList<>();
        rows.query(
                "select number, account_key from facts_made_again where number > ? order by number",
                row -> {
                    known = row.getLong(1);
                    keys.add(row.getString(2));
                },
                known);
        if (!keys.isEmpty()) {
            directory.knowAs(OtherKeys.read(rows));
            directory.forgetKeys(keys);
        }
    }
}
