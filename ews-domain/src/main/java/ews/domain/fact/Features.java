package ews.domain.fact;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names of features, as usage events name them. They are never renamed, so what was read once stays known. */
@Repository
public class Features implements FeatureNames {

    private final JdbcClient jdbc;
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    Features(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String nameOf(int id) {
        if (!names.containsKey(id)) {
            read();
        }
        String name = names.get(id);
        if (name == null) {
            throw new IllegalArgumentException("There is no feature " + id);
        }
        return name;
    }

    /** All names, in alphabetical order. */
    public List<String> all() {
        return jdbc.sql("select name from feature order by name")
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private void read() {
        jdbc.sql("select id, name from feature").query(row -> {
            names.put(row.getInt("id"), row.getString("name"));
        });
    }
}
