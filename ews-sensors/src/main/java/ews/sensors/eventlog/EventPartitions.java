package ews.sensors.eventlog;

import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log's partitions, one for each UTC day that has events. They are made when the first event of a day comes in, and
 * get their index by account when the day is over.
 */
@Repository
public class EventPartitions {

    private static final Logger log = LoggerFactory.getLogger(EventPartitions.class);
    private static final String PREFIX = "event_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Held while partitions are made, so that two instances do not do the same. */
    private static final long LOCK = 0x657773_6461L;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final TransactionTemplate alone;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    EventPartitions(JdbcClient jdbc, OrganisationDays days, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.days = days;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes sure that events of these UTC days find their place, in transactions of their own. */
    public void ensure(Collection<LocalDate> utcDays) {
        if (known.containsAll(utcDays)) {
            return;
        }
        var missing = new TreeSet<>(utcDays);
        missing.removeAll(known);
        LocalDate today = LocalDate.ofInstant(days.now(), ZoneOffset.UTC);
        alone.executeWithoutResult(_ -> {
            lock();
            missing.stream().filter(day -> !exists(nameOf(day))).forEach(day -> create(day, today));
        });
        known.addAll(missing);
    }

    /** Another instance dropped partitions: look again before the next use. */
    public void forget() {
        known.clear();
    }

    /**
     * Gives each partition of a day that is over its index by account. To be called daily; events that come in
     * meanwhile do not wait for it.
     */
    public void closeDays() {
        LocalDate today = LocalDate.ofInstant(days.now(), ZoneOffset.UTC);
        for (LocalDate day : existing()) {
            if (day.isBefore(today)) {
                close(nameOf(day));
            }
        }
    }

    /** The day is gone from the log: the next event of it finds no place until there is one again. */
    void dropped(LocalDate day) {
        known.remove(day);
    }

    private void create(LocalDate day, LocalDate today) {
        String name = nameOf(day);
        // Attaching an empty table takes a weaker lock than "create table … partition of": readers go on.
        jdbc.sql("create table %s (like event including defaults)".formatted(name))
                .update();
        if (day.isBefore(today)) {
            jdbc.sql("create index %s on %s (account_id, occurred_at)".formatted(indexOf(name), name))
                    .update();
        }
        jdbc.sql("alter table event attach partition %s for values from ('%s 00:00+00') to ('%s 00:00+00')"
                        .formatted(name, day, day.plusDays(1)))
                .update();
        log.debug("Created the partition {}", name);
    }

    private void close(String name) {
        String index = indexOf(name);
        List<Boolean> valid = jdbc.sql("""
                        select indisvalid from pg_index where indexrelid = to_regclass(:index)
                        """)
                .param("index", index)
                .query((row, _) -> row.getBoolean("indisvalid"))
                .list();
        if (valid.contains(true)) {
            return;
        }
        if (!valid.isEmpty()) {
            // What an interrupted "concurrently" leaves behind.
            jdbc.sql("drop index concurrently if exists " + index).update();
        }
        jdbc.sql("create index concurrently if not exists %s on %s (account_id, occurred_at)".formatted(index, name))
                .update();
        log.info("Closed the day of {}", name);
    }

    /** The first UTC day of which the log has events; empty if it has none. */
    public Optional<LocalDate> oldest() {
        return existing().stream().findFirst();
    }

    /** Of all partitions with their indexes, on disk, as PostgreSQL says it, for example {@code 1234 MB}. */
    public String size() {
        return jdbc.sql("""
                        select pg_size_pretty(coalesce(sum(pg_total_relation_size(inhrelid)), 0)) from pg_inherits
                        where inhparent = 'event'::regclass
                        """).query(String.class).single();
    }

    /** The days of which the log has a partition, in order. */
    List<LocalDate> existing() {
        return jdbc.sql("""
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'event'::regclass order by c.relname
                        """)
                .query((row, _) -> LocalDate.parse(row.getString("relname").substring(PREFIX.length()), DAY))
                .list();
    }

    private boolean exists(String name) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    static String nameOf(LocalDate utcDay) {
        return PREFIX + DAY.format(utcDay);
    }

    private static String indexOf(String partition) {
        return partition + "_account";
    }
}
