package ews.sensors.fact;

import ews.domain.event.Event;
import ews.sensors.intake.Raw;
import ews.sensors.naming.EventNames;
import ews.sensors.naming.NameRule;
import ews.sensors.naming.NameRules;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What usage events count as by the rules of their sources, which are read again when they have changed. */
final class Naming {

    private static final long NEVER_READ = -1;

    private long version = NEVER_READ;
    private Map<Integer, NameRules> rules = Map.of();

    /** In the transaction that writes: who reads stored events again writes alone, and so sees all that older rules made. */
    void refresh(Rows rows) throws SQLException {
        long[] now = {0};
        rows.query("select number from name_version", row -> now[0] = row.getLong(1));
        if (now[0] == version) {
            return;
        }
        Map<Integer, List<NameRule>> read = new HashMap<>();
        rows.query(
                "select * from name_rule",
                row -> read.computeIfAbsent(row.getInt("source_id"), _ -> new ArrayList<>())
                        .add(EventNames.rule(row, 0)));
        Map<Integer, NameRules> compiled = new HashMap<>();
        read.forEach((source, of) -> compiled.put(source, new NameRules(of)));
        rules = compiled;
        version = now[0];
    }

    /** @return {@code null} if nothing depends on it */
    @Nullable
    Event meaning(int source, Event event, Raw body) {
        NameRules ofSource = rules.get(source);
        return ofSource != null && event instanceof Event.Usage usage ? ofSource.meaning(usage, body) : event;
    }
}
