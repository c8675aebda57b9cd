package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.fact.UsageHistory;
import ews.sensors.dialect.ListedBody;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Receipt;
import ews.sensors.segment.SegmentDialect;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where events go that name a person and no account. */
@SpringBootTest
class PlacementTest {

    @Autowired
    private Instances instances;

    @Autowired
    private Sources sources;

    @Autowired
    private SegmentDialect dialect;

    @Autowired
    private JdbcClient jdbc;

    private FactWriter writer;
    private Source product;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        writer = instances.start();
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();
    }

    @Test
    void toTheGroupThatWasSaidLastBeforeThem() {
        send(group("u1", "acme", "10:00"), group("u1", "zephyr", "12:00"));

        send(track("e1", "u1", "11:00"), track("e2", "u1", "13:00"));

        assertThat(log()).containsExactly("acme e1 u1", "zephyr e2 u1");
    }

    @Test
    void beforeTheFirstGroupToThatOne() {
        send(group("u1", "acme", "10:00"));

        send(track("e1", "u1", "09:00"));

        assertThat(log()).containsExactly("acme e1 u1");
    }

    @Test
    void waitUntilAGroupIsSaid() {
        Receipt waiting = send(track("e1", "u1", "09:00"), track("e2", "u1", "11:00"));
        assertThat(waiting).extracting(Receipt::accepted, Receipt::duplicates).containsExactly(2, 0);
        assertThat(log()).isEmpty();

        send(group("u1", "acme", "10:00"));

        assertThat(log()).containsExactly("acme e1 u1", "acme e2 u1");
        assertThat(accepted()).as("each counts once, when it comes in").isEqualTo(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatWaitsIsThereOnceHoweverOftenItIsSent() {
        send(track("e1", "u1", "09:00"), track("e1", "u1", "09:00"));

        Receipt again = send(track("e1", "u1", "09:00"));

        assertThat(again).extracting(Receipt::accepted, Receipt::duplicates).containsExactly(0, 1);
        assertThat(waiting()).isEqualTo(1);
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void whatWasPlacedIsADuplicateWhenItIsSentAgain() {
        send(track("e1", "u1", "09:00"));
        send(group("u1", "acme", "10:00"));

        Receipt again = send(track("e1", "u1", "09:00"));

        assertThat(again).extracting(Receipt::accepted, Receipt::duplicates).containsExactly(0, 1);
    }

    @Test
    void aVisitorWhoSignsInBringsWhatHeDidBefore() {
        send(
                "{'type':'track','messageId':'e1','anonymousId':'v1','event':'Report','timestamp':'2026-01-20T09:00:00Z'}");
        send(group("u1", "acme", "08:00"));
        assertThat(log()).isEmpty();

        send("{'type':'identify','messageId':'i1','anonymousId':'v1','userId':'u1','traits':{'name':'Ann'},"
                + "'timestamp':'2026-01-20T10:00:00Z'}");

        assertThat(log()).containsExactly("acme e1 u1", "acme i1 u1");
    }

    @Test
    void aliasesAreTheSamePerson() {
        send(group("old", "acme", "08:00"));

        send("{'type':'alias','messageId':'a1','previousId':'old','userId':'u1','timestamp':'2026-01-20T09:00:00Z'}");
        send(track("e1", "u1", "10:00"), track("e2", "old", "10:30"));

        assertThat(log()).containsExactly("acme a1 u1", "acme e1 u1", "acme e2 u1");
    }

    @Test
    void aVisitorOfAKnownGroupCountsAsUsageOfNoUser() {
        send("{'type':'track','messageId':'e1','anonymousId':'v1','event':'Report','context':{'groupId':'acme'},"
                + "'timestamp':'2026-01-20T09:00:00Z'}");

        assertThat(log()).containsExactly("acme e1 null");
    }

    @Test
    void ofAnotherSourceAreOtherPeople() {
        send(group("u1", "acme", "08:00"));
        product = sources.create("Website", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();

        send(track("e1", "u1", "10:00"));

        assertThat(log()).isEmpty();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whatWasToldWhileTheyCameInPlacesThemLater() {
        send(track("e1", "u1", "09:00"));
        jdbc.sql("""
                insert into belonging (source_id, person, day, account_key, first_said, last_said)
                values (:source, 'u1', '2026-01-20', 'acme', '2026-01-20T10:00Z', '2026-01-20T10:00Z')
                """).param("source", product.id().value()).update();

        writer.placeMissed();

        assertThat(log()).containsExactly("acme e1 u1");
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void groupsThatAreSaidAllDayLongTakeOneRow() {
        for (int hour = 10; hour < 20; hour++) {
            send(group("u1", "acme", hour + ":00"));
        }

        assertThat(jdbc.sql("select count(*) from belonging")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void moveWhenItIsSaidLaterThatTheirPersonWasElsewhere() {
        send(group("u1", "acme", "08:00"));
        send(track("e1", "u1", "09:00"), track("e2", "u1", "11:00"), track("e3", "u1", "13:00"));
        send(group("u1", "zephyr", "12:00"), group("u1", "zephyr", "10:00"));
        assertThat(log()).containsExactly("acme e1 u1", "acme e2 u1", "acme e3 u1");

        instances.again().moveDisplaced();

        assertThat(log()).containsExactly("acme e1 u1", "zephyr e2 u1", "zephyr e3 u1");
        assertThat(facts()).containsExactly("acme 1", "zephyr 2");
        assertThat(instances.again().moveDisplaced()).as("left to do").isZero();
    }

    @Test
    void leaveNothingBehindWhereTheyNeverBelonged() {
        send(group("u1", "acme", "12:00"));
        send(track("e1", "u1", "09:00"), identify("i1", "u1", "09:30", "Ann"));
        send(group("u1", "zephyr", "08:00"));

        instances.again().moveDisplaced();
        send(track("e4", "u1", "13:00"));

        assertThat(log()).containsExactly("zephyr e1 u1", "zephyr i1 u1", "acme e4 u1");
        assertThat(jdbc.sql("select a.key || ' ' || u.key || ' ' || coalesce(u.attributes ->> 'name', 'nobody')"
                                + " from account_user u join account a on a.id = u.account_id order by 1")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("acme u1 nobody", "zephyr u1 Ann");
        assertThat(facts()).containsExactly("acme 1", "zephyr 1");
    }

    @Test
    void areTheSameInWhateverOrderTheyAndTheGroupsCome() {
        var calls = new ArrayList<String>();
        for (int hour = 10; hour < 20; hour++) {
            for (String user : List.of("u1", "u2", "u3")) {
                calls.add(track("e" + hour + user, user, hour + ":30"));
            }
        }
        calls.addAll(List.of(
                group("u1", "acme", "11:00"),
                group("u1", "zephyr", "14:00"),
                group("u2", "zephyr", "12:00"),
                group("u2", "acme", "13:00"),
                group("u2", "cobalt", "17:00"),
                group("u3", "acme", "16:00"),
                identify("i1", "u2", "13:30", "Ben"),
                identify("i2", "u2", "18:30", "Benjamin")));
        String expected = null;
        for (long seed = 0; seed < 6; seed++) {
            connectASource();
            Collections.shuffle(calls, new Random(seed));
            for (int from = 0; from < calls.size(); from += 5) {
                send(calls.subList(from, Math.min(calls.size(), from + 5)).toArray(String[]::new));
                if (seed % 2 == 0) {
                    instances.again().moveDisplaced();
                }
            }
            instances.again().moveDisplaced();

            String found = String.join("\n", log()) + facts() + people();
            expected = expected == null ? found : expected;
            assertThat(found).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static String identify(String id, String user, String time, String name) {
        return "{'type':'identify','messageId':'%s','userId':'%s','traits':{'name':'%s'},'timestamp':'2026-01-20T%s:00Z'}"
                .formatted(id, user, name, time);
    }

    /** How often each account used something on the day, as scoring reads it. */
    private List<String> facts() {
        var days = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        return jdbc.sql(
                        "select a.key, u.block, u.data from usage_block u join account a on a.id = u.account_id order by 1")
                .query((row, _) -> {
                    Map<Integer, byte[]> blocks = Map.of(row.getInt("block"), row.getBytes("data"));
                    return row.getString("key") + " "
                            + UsageHistory.of(blocks, String::valueOf).events(days);
                })
                .list();
    }

    private List<String> people() {
        return jdbc.sql("""
                        select concat_ws(' ', a.key, u.key, u.first_used_on, u.attributes) as line
                        from account_user u join account a on a.id = u.account_id order by a.key, u.key
                        """).query((row, _) -> row.getString("line")).list();
    }

    private Receipt send(String... calls) {
        String body = "{\"batch\":[" + String.join(",", calls).replace('\'', '"') + "]}";
        Batch batch = dialect.read(
                product,
                ListedBody.of(body.getBytes(StandardCharsets.UTF_8)),
                null,
                Instant.parse("2026-01-20T20:00:00Z"));
        assertThat(batch.rejections()).isEmpty();
        return writer.apply(List.of(batch)).getFirst();
    }

    private static String group(String user, String account, String time) {
        return "{'type':'group','userId':'%s','groupId':'%s','timestamp':'2026-01-20T%s:00Z'}"
                .formatted(user, account, time);
    }

    private static String track(String id, String user, String time) {
        return "{'type':'track','messageId':'%s','userId':'%s','event':'Report','timestamp':'2026-01-20T%s:00Z'}"
                .formatted(id, user, time);
    }

    /** Account, message and user of what is in the log, but for the groups. */
    private List<String> log() {
        return jdbc.sql("""
                        select concat_ws(' ', a.key, e.body::json ->> 'messageId', coalesce(u.key, 'null')) line
                        from event e join account a on a.id = e.account_id
                        left join account_user u on u.account_id = e.account_id and u.id = e.user_id
                        where e.type <> 'account' order by e.occurred_at, line
                        """).query((row, _) -> row.getString("line")).list();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from unplaced_event")
                .query(Integer.class)
                .single();
    }

    private int accepted() {
        return jdbc.sql("select sum(accepted) from source_day")
                .query(Integer.class)
                .single();
    }
}
