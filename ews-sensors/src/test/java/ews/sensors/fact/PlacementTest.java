package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
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
import java.util.List;
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
                        where e.type <> 'account' order by e.occurred_at
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
