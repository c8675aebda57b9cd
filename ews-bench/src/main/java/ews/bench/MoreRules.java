package ews.bench;

import java.sql.SQLException;

/** Makes the starter rules as many as a large organisation has. */
final class MoreRules {

    static final int MANY = 30;

    private MoreRules() {}

    /** Adds copies of the starter rules until there are enough: a copy costs as much as another rule of its kind. */
    static void add(Database database) throws SQLException {
        database.execute("""
                insert into rule (key, version, definition, enabled)
                select key || '-' || copy, 1,
                       jsonb_set(definition, '{name}', to_jsonb(definition ->> 'name' || ', ' || copy)), true
                from rule, generate_series(2, %1$d) copy order by copy, id
                limit (select greatest(0, %1$d - count(*)) from rule)
                """.formatted(MANY));
    }
}
