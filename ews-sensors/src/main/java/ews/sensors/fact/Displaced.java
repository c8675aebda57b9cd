package ews.sensors.fact;

import ews.sensors.fact.Person.Id;
import ews.sensors.fact.Person.Stretch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People whose events may lie where they did not belong, as was said afterwards. */
final class Displaced {

    private static final String MILLIS = "(extract(epoch from %s) * 1000)::bigint";

    private final Rows rows;

    record One(Id person, Stretch when) {}

    Displaced(Rows rows) {
        this.rows = rows;
    }

    void add(List<One> displaced) throws SQLException {
        if (!displaced.isEmpty()) {
            rows.update(
                    """
                    insert into displaced_person (source_id, person, from_time, until_time)
                    select n.source_id, n.person, n.from_time::timestamptz, n.until_time::timestamptz
                    from unnest(?::int[], ?::text[], ?::text[], ?::text[]) n (source_id, person, from_time, until_time)
                    on conflict do nothing
                    """,
                    Rows.ints(displaced, it -> it.person.source()),
                    Rows.texts(displaced, it -> it.person.key()),
                    Rows.texts(displaced, it -> time(it.when.from())),
                    Rows.texts(displaced, it -> time(it.when.until())));
        }
    }

    /** They are not displaced any more, unless the transaction fails. */
    List<One> take(int most) throws SQLException {
        var taken = new ArrayList<One>();
        rows.query(
                """
                delete from displaced_person
                where ctid = any (array (select ctid from displaced_person limit ? for update skip locked))
                returning source_id, person,
                    case when isfinite(from_time) then %s end as from_time,
                    case when isfinite(until_time) then %s end as until_time
                """.formatted(MILLIS.formatted("from_time"), MILLIS.formatted("until_time")),
                row -> taken.add(new One(
                        new Id(row.getInt("source_id"), Objects.requireNonNull(row.getString("person"))),
                        new Stretch(
                                orElse(row.getObject("from_time", Long.class), Long.MIN_VALUE),
                                orElse(row.getObject("until_time", Long.class), Long.MAX_VALUE)))),
                most);
        return taken;
    }

    private static long orElse(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    static String time(long millis) {
        return millis == Long.MIN_VALUE
                ? "-infinity"
                : millis == Long.MAX_VALUE
                        ? "infinity"
                        : Instant.ofEpochMilli(millis).toString();
    }
}
