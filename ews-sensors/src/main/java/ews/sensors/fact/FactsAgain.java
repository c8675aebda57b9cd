package ews.sensors.fact;

import ews.domain.event.EventType;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.eventlog.ForgottenEvents;
import ews.sensors.fact.ReadAgain.Meaning;
import ews.sensors.intake.KeptEvents;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the facts of single accounts again from the log, from some day on: forgets them, reads what the log holds of those
 * days once more, and lets events go to the accounts where they belong by what is known now. Facts of days whose events the log
 * does not hold any more stay as they are, for each family of events its own.
 *
 * <p>Nobody else writes facts meanwhile, so the days should be few, and the accounts of one call, too.
 */
@Component
public class FactsAgain {

    /** In events. */
    private static final int PORTION = 10_000;

    private static final int MOST_DISPLACED = 500;

    private final JdbcTemplate jdbc;
    private final Alone alone;
    private final EventPartitions partitions;
    private final ForgottenEvents forgotten;
    private final OrganisationDays days;
    private final Members members;
    private final JsonMapper json;
    private final KeptEvents kept;

    FactsAgain(
            JdbcTemplate jdbc,
            Alone alone,
            EventPartitions partitions,
            ForgottenEvents forgotten,
            OrganisationDays days,
            Members members,
            JsonMapper json,
            KeptEvents kept) {
        this.jdbc = jdbc;
        this.alone = alone;
        this.partitions = partitions;
        this.forgotten = forgotten;
        this.days = days;
        this.members = members;
        this.json = json;
        this.kept = kept;
    }

    private record LogAccount(long id, String key, LocalDate firstSeen) {}

    /**
     * Moves the events of people of whom it was said afterwards that they belonged somewhere else at that time.
     *
     * @return of how many people it was said
     */
    public int moveDisplaced() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from displaced_person)", Boolean.class))) {
            return 0;
        }
        int[] moved = {0};
        alone.doing(rows -> {
            List<Displaced.One> displaced = new Displaced(rows).take(MOST_DISPLACED);
            moved[0] = displaced.size();
            for (Map.Entry<Long, LocalDate> it : misplaced(rows, displaced).entrySet()) {
                make(rows, it.getKey(), it.getValue());
            }
        });
        return moved[0];
    }

    /** Makes the facts of these accounts again, of all days that the log holds. */
    public void make(Set<Long> accounts) {
        for (long account : accounts) {
            alone.doing(rows -> make(rows, account, LocalDate.EPOCH));
        }
    }

    /** Forgets whose facts were made again, once every instance has heard of it. */
    public void forgetWhatIsLongAgo() {
        jdbc.update(
                "delete from facts_made_again where at < ? and number < (select max(number) from facts_made_again)",
                days.now().minusSeconds(7 * 86_400L).atOffset(ZoneOffset.UTC));
    }

    /** The accounts that hold events which belong elsewhere, and the first day of those. */
    private Map<Long, LocalDate> misplaced(Rows rows, List<Displaced.One> displaced) throws SQLException {
        var days = new TreeMap<Long, LocalDate>();
        var people = new PeopleSaid(rows);
        var again = new ReadAgain(rows, kept);
        var otherKeys = OtherKeys.read(rows);
        for (Displaced.One one : displaced) {
            Person person = Rows.at(people.of(List.of(one.person())), one.person());
            var held = new ArrayList<LogRow>();
            rows.query(
                    LogRow.SELECT + """
                            where e.source_id = ? and a.key = any (?)
                              and e.occurred_at >= ?::timestamptz and e.occurred_at < ?::timestamptz
                            """,
                    row -> held.add(LogRow.of(row)),
                    one.person().source(),
                    person.accounts().stream().map(otherKeys::now).distinct().toArray(String[]::new),
                    Displaced.time(one.when().from()),
                    Displaced.time(one.when().until()));
            for (Meaning meaning : again.of(held)) {
                if (!ReadAgain.isRight(meaning)) {
                    days.merge(meaning.row().account(), firstDay(meaning.row()), (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
        return days;
    }

    /** Of what was said of a user only the latest is kept, so whatever came before it has to be read, too. */
    private LocalDate firstDay(LogRow row) {
        return row.type().equals("user") ? LocalDate.EPOCH : days.dayOf(Instant.ofEpochMilli(row.time()));
    }

    /** Forgets those of all days that the log holds, of an account whose events are about to come from elsewhere. */
    void forget(Rows rows, long id) throws SQLException {
        Logged logged = logged(account(rows, id));
        if (logged != null) {
            new OldFacts(rows, days, id, logged).forget();
        }
    }

    /** Makes those of one account, from that day on, or from the first day that the log holds. */
    void make(Rows rows, long id, LocalDate from) throws SQLException {
        LogAccount account = account(rows, id);
        Logged logged = logged(account);
        if (account == null || logged == null) {
            return;
        }
        Logged first = logged.since(from);
        var old = new OldFacts(rows, days, id, first);
        old.forget();
        Set<Long> named = replay(rows, account, first);
        old.removeUsersOfNothing(named);
        new CurrentValues(rows, days).refresh(new long[] {id});
        rows.update("""
                insert into dirty_account (account_id, from_day, received_at) values (?, greatest(?, ?::date), ?)
                """, id, first.earliest(), account.firstSeen, days.now().atOffset(ZoneOffset.UTC));
        rows.update("insert into facts_made_again (account_key) values (?)", account.key);
    }

    private static @Nullable LogAccount account(Rows rows, long id) throws SQLException {
        LogAccount[] found = {null};
        rows.query(
                "select key, first_seen_on from account where id = ? for no key update",
                row -> found[0] = new LogAccount(id, row.getString(1), row.getObject(2, LocalDate.class)),
                id);
        return found[0];
    }

    /** {@code null} if there is no such account, or the log is empty. */
    private @Nullable Logged logged(@Nullable LogAccount account) {
        LocalDate oldest = partitions.oldest().orElse(null);
        return account == null || oldest == null
                ? null
                : Logged.of(account.firstSeen, oldest, forgotten.beforeUntilTheEnd(), days);
    }

    /** @return the users who are named */
    private Set<Long> replay(Rows rows, LogAccount account, Logged from) throws SQLException {
        Directory directory = directory(rows);
        var again = new ReadAgain(rows, kept);
        var reduction = new Reduction(rows, days, members, json);
        Set<Long> named = new HashSet<>();
        List<LogRow> portion = portion(rows, account.id, from.earliest(), null);
        while (!portion.isEmpty()) {
            List<Meaning> here = new ArrayList<>();
            List<Meaning> elsewhere = new ArrayList<>();
            for (Meaning meaning : again.of(held(portion, from))) {
                if (meaning.event() != null) {
                    (meaning.isElsewhere() ? elsewhere : here).add(meaning);
                }
            }
            Work work = work(rows, directory, here);
            new AccountIds(rows).resolve(work.accounts());
            work.sort();
            work.settleDuplicates();
            reduction.name(work);
            reduction.addAgain(work);
            nameAgain(rows, work);
            work.accepted().stream().map(Entry::userId).filter(it -> it != null).forEach(named::add);
            move(rows, elsewhere, reduction);
            portion = portion(rows, account.id, from.earliest(), portion.getLast());
        }
        return named;
    }

    /** Those whose facts were forgotten. The facts of others are there still, and would count twice. */
    private List<LogRow> held(List<LogRow> portion, Logged from) {
        return portion.stream()
                .filter(it -> from.holds(it.type(), days.dayOf(Instant.ofEpochMilli(it.time()))))
                .toList();
    }

    private static Directory directory(Rows rows) throws SQLException {
        var directory = new Directory(PORTION, new PackedAccounts(0));
        directory.knowAs(OtherKeys.read(rows));
        return directory;
    }

    private Work work(Rows rows, Directory directory, List<Meaning> meanings) throws SQLException {
        var naming = new Naming();
        naming.refresh(rows);
        var work = new Work(directory, days, naming);
        work.begin(meanings.stream().map(it -> Placed.whole(it.asBatch())).toList(), 0);
        for (Entry entry : work.entries()) {
            // The first receipt gave it its time.
            work.setTime(entry, meanings.get(entry.place).row().time());
        }
        return work;
    }

    private List<LogRow> portion(Rows rows, long account, LocalDate from, @Nullable LogRow after) throws SQLException {
        var portion = new ArrayList<LogRow>();
        Instant begin = after == null ? days.startOf(from) : Instant.ofEpochMilli(after.time());
        rows.query(
                LogRow.SELECT + """
                        where e.account_id = ? and e.occurred_at >= ?
                          and (e.occurred_at, e.source_id, e.event_key) > (?, ?, ?)
                        order by e.occurred_at, e.source_id, e.event_key limit ?
                        """,
                row -> portion.add(LogRow.of(row)),
                account,
                begin.atOffset(ZoneOffset.UTC),
                begin.atOffset(ZoneOffset.UTC),
                after == null ? -1 : after.source(),
                after == null ? Long.MIN_VALUE : after.key(),
                PORTION);
        return portion;
    }

    /** The log says for whom each event counts, and as what. */
    private static void nameAgain(Rows rows, Work work) throws SQLException {
        List<Entry> all = work.accepted();
        rows.update(
                """
                update event e set user_id = n.user_id::bigint, type = n.type, feature_id = n.feature_id::int
                from unnest(?::bigint[], ?::bigint[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     n (t, account_id, source_id, event_key, user_id, type, feature_id)
                where e.occurred_at = %s and e.account_id = n.account_id and e.source_id = n.source_id
                  and e.event_key = n.event_key
                  and (e.user_id, e.type, e.feature_id) is distinct from (n.user_id::bigint, n.type, n.feature_id::int)
                """.formatted(Rows.TIME),
                Rows.longs(all, it -> it.time),
                Rows.longs(all, Entry::accountId),
                Rows.ints(all, it -> it.source),
                Rows.longs(all, it -> it.key),
                Rows.texts(all, Entry::userId),
                Rows.texts(all, it -> EventType.of(it.event).code()),
                Rows.texts(all, it -> it.feature == null ? null : it.feature.id));
    }

    /** Takes these out of the log, and adds them as news of the accounts where they belong. */
    private void move(Rows rows, List<Meaning> meanings, Reduction reduction) throws SQLException {
        if (meanings.isEmpty()) {
            return;
        }
        rows.update(
                """
                delete from event e
                using unnest(?::bigint[], ?::bigint[], ?::int[], ?::bigint[]) n (t, account_id, source_id, event_key)
                where e.occurred_at = %s and e.account_id = n.account_id and e.source_id = n.source_id
                  and e.event_key = n.event_key
                """.formatted(Rows.TIME),
                Rows.longs(meanings, it -> it.row().time()),
                Rows.longs(meanings, it -> it.row().account()),
                Rows.ints(meanings, it -> it.row().source()),
                Rows.longs(meanings, it -> it.row().key()));
        Directory directory = directory(rows);
        Work work = work(rows, directory, meanings);
        new AccountIds(rows).resolve(work.accounts());
        work.sort();
        var duplicates = new Duplicates(rows);
        duplicates.markRepeated(work.entries());
        duplicates.markLogged(work.entries());
        work.settleDuplicates();
        reduction.name(work);
        LogCopy.append(rows.connection(), work.accepted());
        reduction.addAgain(work);
        new Tallies(rows).markDirty(work);
        Set<String> keys = new LinkedHashSet<>();
        work.accounts().forEach(it -> keys.add(it.key));
        for (String key : keys) {
            rows.update("insert into facts_made_again (account_key) values (?)", key);
        }
    }
}
