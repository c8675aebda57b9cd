package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.event.EventType;
import ews.domain.fact.UsageBlock;
import ews.sensors.Sent;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two accounts become one, and two again. */
@SpringBootTest
class AccountMergingTest {

    private static final int EVENTS = 1_500;
    private static final List<String> TRAFFIC = Traffic.of(20260302, EVENTS);
    private static final AccountId A0 = new AccountId(1_000_000);
    private static final AccountId A1 = new AccountId(1_000_001);

    @Autowired
    private Instances instances;

    @Autowired
    private AccountMerging merging;

    @Autowired
    private Unmerging unmerging;

    @Autowired
    private Merges merges;

    @Autowired
    private Renaming renaming;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sources sources;

    @Autowired
    private JdbcTemplate jdbc;

    private Sent sent;
    private FactWriter writer;
    /** All if none is named. */
    private EventType[] forgotten = {};

    @BeforeEach
    void startOver() {
        TestDatabase.clear();
        jdbc.update("""
                insert into source (id, name, key_hash, key_hint, can_read, can_write, created_at)
                overriding system value values (1000000, 'Product', '', '', true, true, now())
                """);
        sent = Sent.by(sources.withId(new SourceId(1_000_000)).orElseThrow());
        for (int account = 0; account < Traffic.ACCOUNTS; account++) {
            jdbc.update(
                    "insert into account (id, key, name, first_seen_on) overriding system value values (?, ?, ?, '2100-01-01')",
                    A0.value() + account,
                    "a" + account,
                    "a" + account);
        }
        writer = instances.start();
    }

    @Test
    void factsAreAsIfTheyHadAlwaysBeenOne() {
        send(TRAFFIC.stream().map(it -> it.replace("'a1'", "'a0'")).toList());
        String expected = factsOf("a0");
        assertThat(expected).contains("usage");
        startOver();

        send(TRAFFIC.subList(0, EVENTS / 2));
        merging.merge(A0, A1, Actor.SYSTEM);
        send(TRAFFIC.subList(EVENTS / 2, EVENTS));

        assertThat(factsOf("a0")).isEqualTo(expected);
        assertThat(accounts.withId(A1)).isEmpty();
        assertThat(accounts.withKey("a1").orElseThrow().id()).isEqualTo(A0);
        instances.again().make(Set.of(A0.value()));
        assertThat(factsOf("a0")).as("made again").isEqualTo(expected);
    }

    @Test
    void undoneBothHaveTheirOwnAgainAndWhatCameMeanwhile() {
        send(TRAFFIC);
        String expected = factsOf("a0") + factsOf("a1");
        startOver();

        send(TRAFFIC.subList(0, EVENTS / 2));
        merging.merge(A0, A1, Actor.SYSTEM);
        send(TRAFFIC.subList(EVENTS / 2, EVENTS));
        AccountId back = unmerging.undo(merges.all().getFirst().id(), Actor.SYSTEM);

        assertThat(back).isEqualTo(A1);
        assertThat(factsOf("a0") + factsOf("a1")).isEqualTo(expected);
    }

    @Test
    void undoneAtOnceEveryRowIsAsItWasToTheByte() {
        send(TRAFFIC);
        work(A1);
        String before = everything();

        merging.merge(A0, A1, Actor.SYSTEM);
        assertThat(everything()).isNotEqualTo(before);
        unmerging.undo(merges.all().getFirst().id(), Actor.SYSTEM);

        jdbc.update("delete from touchpoint where note like '%was merged into this account.'");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoWereOnOneWatchListBothAreOnItAgain() {
        send(TRAFFIC.subList(0, 50));
        work(A0);
        work(A1);
        String before = watched();

        merging.merge(A0, A1, Actor.SYSTEM);
        assertThat(count("watch_list_entry", A0)).isEqualTo(1);
        unmerging.undo(merges.all().getFirst().id(), Actor.SYSTEM);

        assertThat(watched()).isEqualTo(before);
    }

    @Test
    void anEventThatCameForBothCountsOnceAndThenForBothAgain() {
        String event =
                "{'type':'usage','id':'e1','time':'2026-01-20T10:00:00Z','account':'%s','user':'u1','name':'report'}";
        send(List.of(event.formatted("a0"), event.formatted("a1")));
        String before = everything();

        merging.merge(A0, A1, Actor.SYSTEM);
        assertThat(events(A0)).isEqualTo(1);
        unmerging.undo(merges.all().getFirst().id(), Actor.SYSTEM);

        jdbc.update("delete from touchpoint");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anEventThatCameForBothAndIsForgottenByThenStillCountsForBothAgain() {
        String event =
                "{'type':'usage','id':'e1','time':'2025-12-20T10:00:00Z','account':'%s','user':'u1','name':'report'}";
        String invoice =
                "{'type':'invoice','id':'e2','time':'2025-12-10T10:00:00Z','account':'a0','invoice':'i1','status':'paid'}";
        send(List.of(event.formatted("a0"), event.formatted("a1"), invoice));
        List<String> before = withoutLogOfUsage(factsOf("a0") + factsOf("a1"));

        merging.merge(A0, A1, Actor.SYSTEM);
        instances.forgetEventsBefore(LocalDate.parse("2025-12-25"), EventType.USAGE);
        assertThat(events(A0)).as("only the invoice is left").isEqualTo(1);
        unmerging.undo(merges.all().getFirst().id(), Actor.SYSTEM);

        assertThat(withoutLogOfUsage(factsOf("a0") + factsOf("a1"))).isEqualTo(before);
    }

    private static List<String> withoutLogOfUsage(String facts) {
        return facts.lines().filter(it -> !it.contains(", usage, u1]")).toList();
    }

    @Test
    void whatPeopleDidMovesAndWhatRunsTwiceEnds() {
        send(TRAFFIC.subList(0, 50));
        work(A0);
        work(A1);

        merging.merge(A0, A1, Actor.SYSTEM);

        assertThat(jdbc.queryForList(
                        "select status || coalesce(' ' || closed_reason, '') from alert where account_id = ? order by id",
                        String.class,
                        A0.value()))
                .containsExactly("open", "closed duplicate");
        assertThat(count("task", A0)).isEqualTo(2);
        assertThat(count("run", A0)).isEqualTo(2);
        assertThat(count("watch_list_entry", A0)).isEqualTo(1);
        assertThat(jdbc.queryForList("select note from touchpoint where account_id = ?", String.class, A0.value()))
                .singleElement()
                .asString()
                .endsWith(" (a1) was merged into this account.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usage", "usage user", "account feedback", "support invoice subscription outcome"})
    void factsOfDaysThatTheLogHasForgottenMoveAndComeBack(String families) {
        forgotten = Stream.of(families.split(" "))
                .filter(it -> !it.isEmpty())
                .map(EventType::coded)
                .toArray(EventType[]::new);
        send(TRAFFIC.stream().map(it -> it.replace("'a1'", "'a0'")).toList());
        forgetHalfOfTheLog();
        String expected = factsOf("a0");
        startOver();
        send(TRAFFIC);
        forgetHalfOfTheLog();
        String before = everything();

        merging.merge(A0, A1, Actor.SYSTEM);
        assertThat(factsOf("a0")).isEqualTo(expected);
        unmerging.undo(merges.all().getFirst().id(), Actor.SYSTEM);

        jdbc.update("delete from touchpoint");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void isNotUndoneTwiceNorWhileAKeyIsTakenNorAfterTheAccountWasMergedItself() {
        send(TRAFFIC.subList(0, 50));
        merging.merge(A0, A1, Actor.SYSTEM);
        long first = merges.all().getFirst().id();
        renaming.rename(A0, "a1", Actor.SYSTEM);
        assertThatThrownBy(() -> unmerging.undo(first, Actor.SYSTEM))
                .isInstanceOf(TransitionRefused.class)
                .hasMessageContaining("Give it another key first");

        renaming.rename(A0, "a0", Actor.SYSTEM);
        merging.merge(new AccountId(A0.value() + 2), A0, Actor.SYSTEM);
        assertThatThrownBy(() -> unmerging.undo(first, Actor.SYSTEM)).isInstanceOf(TransitionRefused.class);
        unmerging.undo(merges.all().getFirst().id(), Actor.SYSTEM);

        unmerging.undo(first, Actor.SYSTEM);
        assertThatThrownBy(() -> unmerging.undo(first, Actor.SYSTEM))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("It was undone already.");
    }

    @Test
    void theAccountItselfIsNoOther() {
        assertThatThrownBy(() -> merging.merge(A0, A0, Actor.SYSTEM)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTableOfAccountsIsKnown() {
        var known = new HashSet<String>();
        known.addAll(MergedTables.FACTS);
        known.addAll(MergedTables.MADE_OF_FACTS);
        known.addAll(MergedTables.WORK);
        known.addAll(MergedTables.ONE_FOR_EACH.keySet());
        known.addAll(MergedTables.APART);

        assertThat(jdbc.queryForList("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where a.attname = 'account_id' and c.relkind in ('r', 'p') and not c.relispartition
                          and c.relnamespace = 'public'::regnamespace
                        """, String.class)).containsExactlyInAnyOrderElementsOf(known);
    }

    private void forgetHalfOfTheLog() {
        String middle = jdbc.queryForObject(
                "select (percentile_disc(0.5) within group (order by occurred_at))::date::text from event",
                String.class);
        instances.forgetEventsBefore(LocalDate.parse(String.valueOf(middle)), forgotten);
    }

    /** An open alert with an occurrence, a run with a task, and an entry of a watch list that the run has made. */
    private void work(AccountId account) {
        Object[] id = {account.value()};
        jdbc.update(
                "insert into rule (key, version, definition, enabled) values ('r', 1, '{\"name\": \"R\", \"nature\": \"RISK\"}', false) on conflict do nothing");
        jdbc.update(
                "insert into play (key, name, description, version, definition) values ('p', 'P', '', 1, '{}') on conflict do nothing");
        jdbc.update("insert into watch_list (key, name) values ('w', 'W') on conflict do nothing");
        jdbc.update("""
                insert into alert (account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on, occurrences)
                values (?, (select id from rule where key = 'r'), 'open', 'It fell', '{}', now(), '2026-03-01', '2026-03-01', 1)
                """, id);
        jdbc.update("""
                insert into alert_occurrence (account_id, alert_id, day, title)
                select account_id, id, '2026-03-01', 'It fell' from alert where account_id = ?
                """, id);
        jdbc.update("""
                insert into run (account_id, play_id, play_name, play_version, definition, reason, status, started_at, started_by,
                                 counted_from)
                values (?, (select id from play where key = 'p'), 'P', 1, '{}', 'why', 'running', now(), 'Ada', '2026-03-01')
                """, id);
        jdbc.update("""
                insert into task (account_id, run_id, step, title, detail, role, status, due_on, created_at)
                select account_id, id, 1, 'Call', '', 'csm', 'open', '2026-03-05', now() from run where account_id = ?
                """, id);
        jdbc.update("""
                insert into watch_list_entry (account_id, watch_list_id, added_at, added_by, reason, run_id)
                select account_id, (select id from watch_list where key = 'w'), now(), 'Ada', 'why', id from run
                where account_id = ?
                """, id);
    }

    private String watched() {
        return jdbc.queryForList("select * from watch_list_entry order by account_id")
                .toString();
    }

    private void send(List<String> events) {
        writer.apply(List.of(sent.batch(events)));
    }

    private int count(String table, AccountId account) {
        return jdbc.queryForList(
                        "select account_id from " + table + " where account_id = ?", Long.class, account.value())
                .size();
    }

    private int events(AccountId account) {
        return count("event", account);
    }

    /** With users by their keys, since two databases give them different ids. */
    private String factsOf(String key) {
        var lines = new ArrayList<String>();
        for (String sql : List.of(
                "select a.key, a.name, status, stage, plan, product, seats, annual_value, currency, renewal_on, cancelled_on,"
                        + " first_seen_on from account a where a.key = ?",
                "select 'usage', u.key, u.first_used_on, u.attributes::text, u.said_at::text from account_user u"
                        + " join account a on a.id = u.account_id where a.key = ? order by u.key",
                "select f.name, x.first_used_on from account_feature x join feature f on f.id = x.feature_id"
                        + " join account a on a.id = x.account_id where a.key = ? order by 1",
                "select occurred_at, event_key, ticket, x.status, priority, subject from ticket_change x"
                        + " join account a on a.id = x.account_id where a.key = ? order by 1, 2",
                "select occurred_at, event_key, invoice, x.status, amount, due_on from invoice_change x"
                        + " join account a on a.id = x.account_id where a.key = ? order by 1, 2",
                "select occurred_at, event_key, x.status, x.plan, x.seats from subscription_change x"
                        + " join account a on a.id = x.account_id where a.key = ? order by 1, 2",
                "select occurred_at, event_key, kind, score, comment, u.key from feedback x"
                        + " join account a on a.id = x.account_id"
                        + " left join account_user u on u.account_id = x.account_id and u.id = x.user_id"
                        + " where a.key = ? order by 1, 2",
                "select occurred_at, event_key, goal, value from outcome_progress x join account a on a.id = x.account_id"
                        + " where a.key = ? order by 1, 2",
                "select occurred_at, event_key, x.name, value from attribute_change x"
                        + " join account a on a.id = x.account_id where a.key = ? order by 1, 2, 3",
                "select occurred_at, event_key, type, u.key from event x join account a on a.id = x.account_id"
                        + " left join account_user u on u.account_id = x.account_id and u.id = x.user_id"
                        + " where a.key = ? order by 1, 2")) {
            jdbc.queryForList(sql, key).forEach(it -> lines.add(it.values().toString()));
        }
        jdbc.query(
                "select block, data from usage_block x join account a on a.id = x.account_id where a.key = ? order by 1",
                row -> {
                    lines.add("block " + row.getInt(1) + " "
                            + HexFormat.of()
                                    .formatHex(UsageBlock.decode(row.getBytes(2))
                                            .withUsers(this::numberOf)
                                            .encode()));
                },
                key);
        return String.join("\n", lines) + "\n";
    }

    private long numberOf(long user) {
        return jdbc.queryForList("select key from account_user where id = ?", String.class, user)
                .getFirst()
                .hashCode();
    }

    /** Every row of every account, but for what is about to be scored. */
    private String everything() {
        var all = new StringBuilder();
        var tables = new ArrayList<String>(List.of("account"));
        tables.addAll(MergedTables.FACTS);
        tables.addAll(MergedTables.WORK);
        tables.addAll(MergedTables.ONE_FOR_EACH.keySet().stream().sorted().toList());
        tables.addAll(MergedTables.APART);
        for (String table : tables) {
            jdbc.queryForList("select (to_jsonb(x) - 'revision')::text from " + table + " x order by 1", String.class)
                    .forEach(it -> all.append(table).append(' ').append(it).append('\n'));
        }
        return all.toString();
    }
}
