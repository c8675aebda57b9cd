package ews.sensors.fact;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives features their ids, in the way of {@link AccountIds}. */
final class FeatureIds {

    private final Rows rows;

    FeatureIds(Rows rows) {
        this.rows = rows;
    }

    void resolve(List<FeatureRef> features) throws SQLException {
        List<FeatureRef> missing = features.stream()
                .filter(it -> it.id == 0)
                .sorted(Comparator.comparing(it -> it.name))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var byName = new HashMap<String, FeatureRef>();
        missing.forEach(it -> byName.put(it.name, it));
        readFeatures(byName);
        List<FeatureRef> unknown = missing.stream().filter(it -> it.id == 0).toList();
        if (unknown.isEmpty()) {
            return;
        }
        rows.update("insert into feature (name) select unnest(?::text[]) on conflict (name) do nothing", (Object)
                Rows.texts(unknown, it -> it.name));
        readFeatures(byName);
    }

    private void readFeatures(Map<String, FeatureRef> byName) throws SQLException {
        rows.query(
                "select name, id from feature where name = any (?)",
                row -> Rows.at(byName, row.getString("name")).id = row.getInt("id"),
                (Object) byName.keySet().toArray(String[]::new));
    }
}
