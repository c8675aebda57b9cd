package ews.sensors.fact;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keys that accounts had before, and that sources may still send. There are few: accounts are seldom renamed. */
final class OtherKeys {

    static final OtherKeys NONE = new OtherKeys(Map.of());

    private final Map<String, String> keys;

    private OtherKeys(Map<String, String> keys) {
        this.keys = keys;
    }

    static OtherKeys read(Rows rows) throws SQLException {
        var keys = new HashMap<String, String>();
        rows.query(
                "select other.key, a.key as now from account_alias other join account a on a.id = other.account_id",
                row -> keys.put(row.getString("key"), Objects.requireNonNull(row.getString("now"))));
        return new OtherKeys(keys);
    }

    /** The key that the account has now which a source calls so. */
    String now(String key) {
        return keys.getOrDefault(key, key);
    }
}
