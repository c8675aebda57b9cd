package ews.sensors.eventlog;

import ews.domain.event.EventType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events out of the log that are not to be kept any longer, each family in its own time. A day of which nothing is to
 * be kept is dropped; one of which something is to be kept is written anew with that, so that its space is free at once.
 * What the events said stays in the facts, and since when facts can be made again is remembered.
 */
@Repository
public class ForgottenEvents {

    private static final Logger log = LoggerFactory.getLogger(ForgottenEvents.class);

    /**
     * How long to wait for others, who then wait behind us. Less than the second after which PostgreSQL looks for those who
     * wait for each other, so that it is always us who give up.
     */
    private static final String PATIENCE = "500ms";

    private static final int ATTEMPTS = 3;

    /** What PostgreSQL answers to those who waited too long, or for each other. */
    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01");

    private final JdbcClient jdbc;
    private final EventPartitions partitions;
    private final TransactionTemplate alone;

    ForgottenEvents(JdbcClient jdbc, EventPartitions partitions, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What became of the log.
     *
     * @param dropped days that are gone
     * @param reduced days of which some families are gone
     * @param busy days at which others were at work, so that they have to wait for the next time
     */
    public record Forgotten(int dropped, int reduced, int busy) {}

    private enum Done {
        NOTHING,
        DROPPED,
        REDUCED,
        BUSY
    }

    /** The UTC days before which the log does not hold all events; families of which nothing was forgotten are not named. */
    public Map<EventType, LocalDate> before() {
        return read("");
    }

    /** Like {@link #before()}, and nothing more is forgotten before the transaction ends. */
    public Map<EventType, LocalDate> beforeUntilTheEnd() {
        return read(" for share");
    }

    private Map<EventType, LocalDate> read(String lock) {
        var before = new EnumMap<EventType, LocalDate>(EventType.class);
        jdbc.sql("select type, before_day from forgotten_events" + lock).query(row -> {
            before.put(EventType.coded(row.getString("type")), row.getObject("before_day", LocalDate.class));
        });
        return before;
    }

    /**
     * Forgets the events of families before some UTC days, and those that wait for their account, in a transaction for each
     * day of the log. Events that came in late for a day that was reduced before are found, too, and each day is looked at
     * for that, so it is to be called about daily.
     *
     * @param before for each family the first day to be kept; families that are kept for ever are not named
     */
    public Forgotten forget(Map<EventType, LocalDate> before) {
        remember(before);
        var done = new EnumMap<Done, Integer>(Done.class);
        for (LocalDate day : partitions.existing()) {
            Set<EventType> over = before.keySet().stream()
                    .filter(it -> day.isBefore(before.get(it)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
            if (!over.isEmpty()) {
                done.merge(patiently(day, over), 1, Integer::sum);
            }
        }
        before.forEach(
                (type, first) -> jdbc.sql("delete from unplaced_event where type = :type and occurred_at < :start")
                        .param("type", type.code())
                        .param("start", first.atStartOfDay().atOffset(ZoneOffset.UTC))
                        .update());
        return new Forgotten(
                done.getOrDefault(Done.DROPPED, 0),
                done.getOrDefault(Done.REDUCED, 0),
                done.getOrDefault(Done.BUSY, 0));
    }

    /** Forgets when events without a time of their own were received first; sent again, they count again. */
    public void forgetReceiptsBefore(LocalDate day) {
        jdbc.sql("delete from untimed_event where occurred_at < :start")
                .param("start", day.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Says that facts of earlier days cannot be made again, before the first event goes. Waits for those who make facts again
     * and rely on what they read here.
     */
    private void remember(Map<EventType, LocalDate> before) {
        alone.executeWithoutResult(_ -> {
            jdbc.sql("lock table forgotten_events in exclusive mode").update();
            before.forEach((type, day) ->
                    jdbc.sql("""
                            insert into forgotten_events as known (type, before_day) values (:type, :day)
                            on conflict (type) do update set before_day = greatest(known.before_day, excluded.before_day)
                            """).param("type", type.code()).param("day", day).update());
        });
    }

    private Done patiently(LocalDate day, Set<EventType> over) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return forget(day, over);
            } catch (DataAccessException e) {
                if (!isInTheWay(e)) {
                    throw e;
                }
            }
        }
        log.info("Others are at work at the events of {}: they are forgotten later", day);
        return Done.BUSY;
    }

    private static boolean isInTheWay(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException e
                && e.getSQLState() != null
                && IN_THE_WAY.contains(e.getSQLState());
    }

    private Done forget(LocalDate day, Set<EventType> over) {
        String name = EventPartitions.nameOf(day);
        if (over.size() == EventType.values().length) {
            alone.executeWithoutResult(_ -> {
                bePatient();
                drop(name);
            });
            partitions.dropped(day);
            return Done.DROPPED;
        }
        if (!exists("select from %s where type in (%s)".formatted(name, codes(over)))) {
            return Done.NOTHING;
        }
        boolean[] empty = {false};
        alone.executeWithoutResult(_ -> {
            bePatient();
            // Late events of this day wait; who reads goes on until what stays is known.
            jdbc.sql("lock table %s in share row exclusive mode".formatted(name))
                    .update();
            jdbc.sql("create temporary table kept_event on commit drop as select * from %s where type not in (%s)"
                            .formatted(name, codes(over)))
                    .update();
            empty[0] = !exists("select from kept_event");
            if (empty[0]) {
                drop(name);
            } else {
                // Locks this day alone, where another table in its place would lock the whole log.
                jdbc.sql("truncate " + name).update();
                jdbc.sql("""
                        insert into %s select * from kept_event order by occurred_at, account_id, source_id, event_key
                        """.formatted(name)).update();
            }
        });
        if (empty[0]) {
            partitions.dropped(day);
        }
        return empty[0] ? Done.DROPPED : Done.REDUCED;
    }

    private void bePatient() {
        jdbc.sql("set local lock_timeout = '%s'".formatted(PATIENCE)).update();
    }

    private void drop(String name) {
        jdbc.sql("drop table if exists " + name).update();
    }

    private boolean exists(String query) {
        return jdbc.sql("select exists (%s)".formatted(query))
                .query(Boolean.class)
                .single();
    }

    /** They are no input of anybody, and statements that make tables take no parameters. */
    private static String codes(Set<EventType> types) {
        return types.stream().map(it -> "'" + it.code() + "'").collect(Collectors.joining(", "));
    }
}
