package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import ews.domain.audit.Actor;
import ews.domain.event.EventType;
import ews.sensors.Sent;
import ews.sensors.naming.CountsAs;
import ews.sensors.naming.EventNames;
import ews.sensors.naming.NameCount;
import ews.sensors.naming.NameRule;
import ews.sensors.source.SourceId;
import ews.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** What events count as by their names, from now on and, if somebody wishes so, as if it had always been so. */
@SpringBootTest
class NamingTest {

    private static final List<String> TRAFFIC = Traffic.of(20261123, 600);

    /** Of all kinds. */
    private static final List<NameRule> RULES = List.of(
            feature("report", "dashboard"),
            new NameRule("share", CountsAs.LOGIN, null, null, null),
            new NameRule("export", CountsAs.OUTCOME, null, "Exports", null),
            new NameRule("ad*", CountsAs.IGNORED, null, null, null));

    @Autowired
    private Instances instances;

    @Autowired
    private SmallWorld world;

    @Autowired
    private EventNames names;

    @Autowired
    private NameReplays replays;

    @Autowired
    private JdbcTemplate jdbc;

    private Sent sent;

    @BeforeEach
    void startOver() {
        TestDatabase.clear();
        sent = world.connectTheSource();
        world.nameEverybody();
    }

    @Test
    void storedEventsAreReadAgainAsIfTheRulesHadAlwaysBeenThere() {
        decide(RULES);
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        String expected = log() + world.snapshot();
        for (long seed = 1; seed <= 3; seed++) {
            startOver();
            FactWriter writer = instances.start();
            var shuffled = new ArrayList<>(TRAFFIC);
            Collections.shuffle(shuffled, new Random(seed));
            writer.apply(List.of(sent.batch(shuffled.subList(0, 400))));
            decide(RULES);
            writer.apply(List.of(sent.batch(shuffled.subList(200, 600))));
            assertThat(log() + world.snapshot()).isNotEqualTo(expected);

            replay();

            assertThat(log() + world.snapshot()).isEqualTo(expected);
        }
    }

    @Test
    void rulesThatAreGoneLeaveNothingBehind() {
        FactWriter writer = instances.start();
        writer.apply(List.of(sent.batch(TRAFFIC)));
        String expected = log() + world.snapshot();
        decide(RULES);
        replay();

        names.forget(source(), RULES.stream().map(NameRule::pattern).toList(), Actor.SYSTEM);
        replay();

        assertThat(log() + world.snapshot()).isEqualTo(expected);
    }

    @Test
    void whatARuleMeantThatWasTakenBackBeforeAReplayLeavesNothingBehind() {
        FactWriter writer = instances.start();
        writer.apply(List.of(sent.batch(Sent.usage("e1", "2026-02-01T10:00:00Z", "a1", "u1", "Saved"))));
        decide(List.of(new NameRule("Saved", CountsAs.OUTCOME, null, "Hours saved", null)));
        writer.apply(List.of(sent.batch(Sent.usage("e2", "2026-02-01T11:00:00Z", "a2", "u1", "Saved"))));
        decide(List.of(feature("Saved", "save")));
        writer.apply(List.of(sent.batch(Sent.usage("e3", "2026-02-01T12:00:00Z", "a3", "u1", "Saved"))));
        names.forget(source(), List.of("Saved"), Actor.SYSTEM);
        assertThat(names.changes(source())).isOne();

        replay();

        assertThat(log()).isEqualTo("e1 usage Saved\ne2 usage Saved\ne3 usage Saved\n");
        assertThat(jdbc.queryForList("select goal from outcome_progress", String.class))
                .isEmpty();
        assertThat(names.changes(source())).isZero();
    }

    @Test
    void whatCountsAsUsageAgainWhenTheLogHasForgottenItsUsageCountsOnce() {
        var batch = sent.batch(
                "{'type':'usage','id':'e1','time':'2026-02-01T10:00:00Z','account':'a1','name':'Saved','quantity':3}",
                Sent.usage("e2", "2026-02-01T11:00:00Z", "a1", "u1", "report"));
        instances.start().apply(List.of(batch));
        String expected = usage();
        startOver();
        decide(List.of(new NameRule("Saved", CountsAs.OUTCOME, null, "Hours saved", null)));
        replay();
        instances.start().apply(List.of(batch));
        instances.forgetEventsBefore(LocalDate.parse("2026-02-20"), EventType.USAGE);
        assertThat(log()).isEqualTo("e1 outcome null\n");
        assertThat(usage()).isNotEqualTo(expected);

        names.forget(source(), List.of("Saved"), Actor.SYSTEM);
        replay();
        assertThat(usage()).isEqualTo(expected);
        instances.again().make(Set.of(1_000_001L));

        assertThat(usage()).as("made again once more").isEqualTo(expected);
        assertThat(log()).isEqualTo("e1 usage Saved\n");
        assertThat(jdbc.queryForList("select goal from outcome_progress", String.class))
                .isEmpty();
    }

    @Test
    void rulesHoldForWhatComesInOnEveryInstanceAtOnce() {
        FactWriter one = instances.start();
        FactWriter other = instances.start();
        one.apply(List.of(sent.batch(Sent.usage("e1", "2026-02-01T10:00:00Z", "a1", "u1", "Signed in"))));
        other.apply(List.of(sent.batch(Sent.usage("e2", "2026-02-01T10:00:00Z", "a1", "u1", "Signed in"))));

        decide(List.of(new NameRule("Signed in", CountsAs.LOGIN, null, null, null)));
        one.apply(List.of(sent.batch(Sent.usage("e3", "2026-02-02T10:00:00Z", "a1", "u1", "Signed in"))));
        other.apply(List.of(sent.batch(Sent.usage("e4", "2026-02-02T10:00:00Z", "a1", "u1", "Signed in"))));

        assertThat(log()).isEqualTo("""
                e1 usage Signed in
                e2 usage Signed in
                e3 usage login
                e4 usage login
                """);
    }

    @Test
    void aNameOfItsOwnIsBeforeTheLongestOfThoseThatItBeginsWith() {
        decide(List.of(
                new NameRule("debug_*", CountsAs.IGNORED, null, null, null),
                feature("debug_report_*", "report"),
                feature("debug_report_x", "special")));
        FactWriter writer = instances.start();
        writer.apply(List.of(sent.batch(
                Sent.usage("e1", "2026-02-01T10:00:00Z", "a1", "u1", "debug_a"),
                Sent.usage("e2", "2026-02-01T10:00:00Z", "a1", "u1", "debug_report_a"),
                Sent.usage("e3", "2026-02-01T10:00:00Z", "a1", "u1", "debug_report_x"),
                Sent.usage("e4", "2026-02-01T10:00:00Z", "a1", "u1", "debug"))));

        assertThat(log()).isEqualTo("""
                e1 usage null
                e2 usage report
                e3 usage special
                e4 usage debug
                """);
    }

    @Test
    void anOutcomeTellsHowFarByAProperty() {
        decide(List.of(new NameRule("Saved", CountsAs.OUTCOME, null, "Hours saved", "hours")));
        String event = "{'type':'usage','id':'%s','time':'2026-02-01T10:00:00Z','account':'a1','name':'Saved',%s}";

        instances
                .start()
                .apply(List.of(sent.batch(
                        event.formatted("e1", "'properties':{'hours':12.5}"),
                        event.formatted("e2", "'hours':'7'"),
                        event.formatted("e3", "'hours':'many'"))));

        assertThat(jdbc.queryForList("select goal || ' ' || value from outcome_progress order by value", String.class))
                .containsExactly("Hours saved 7", "Hours saved 12.5");
        assertThat(log()).as("what does not say how far is not lost").contains("e3 usage Saved");
    }

    @Test
    void namesAreCountedOnceWhateverTheyCountAs() {
        decide(List.of(new NameRule("noise", CountsAs.IGNORED, null, null, null)));
        Sent today = sent.at(LocalDate.now(ZoneOffset.UTC) + "T00:00:00Z");
        var batch = today.batch(
                Sent.usage("e1", "2026-02-01T10:00:00Z", "a1", "u1", "report"),
                Sent.usage("e2", "2026-02-01T10:00:00Z", "a1", "u1", "noise"),
                Sent.usage("e3", "2026-02-01T11:00:00Z", "a1", "u1", "noise"));
        FactWriter writer = instances.start();
        writer.apply(List.of(batch, batch));
        writer.apply(List.of(batch));

        assertThat(names.of(source(), "", false))
                .extracting(NameCount::name, NameCount::events, it -> it.rule() == null)
                .containsExactly(tuple("noise", 2L, false), tuple("report", 1L, true));
        assertThat(names.of(source(), "", true)).extracting(NameCount::name).containsExactly("report");
        assertThat(names.of(source(), "NOI", false)).extracting(NameCount::name).containsExactly("noise");
        assertThat(jdbc.queryForObject("select count(*) from usage_block", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whatIgnoredEventsWouldMakeIsNotThere() {
        decide(List.of(new NameRule("*", CountsAs.IGNORED, null, null, null)));

        instances
                .start()
                .apply(List.of(sent.batch(Sent.usage("e1", "2026-02-01T10:00:00Z", "new", "somebody", "noise"))));

        assertThat(jdbc.queryForList("select key from account_user where key = 'somebody'", String.class))
                .isEmpty();
        assertThat(jdbc.queryForList("select 1 from dirty_account", Integer.class))
                .isEmpty();
        assertThat(log()).isEqualTo("e1 usage null\n");
    }

    @Test
    void aReplayThatWasInterruptedGoesOn() {
        instances.start().apply(List.of(sent.batch(TRAFFIC)));
        decide(RULES);
        assertThat(replays.concerned(source())).isEqualTo(Traffic.ACCOUNTS);
        replays.begin(source(), Actor.SYSTEM);
        jdbc.update("update name_replay set done = 2, accounts = 6, last_account = 1000001");

        replays.work();

        assertThat(replays.of(source())).hasValueSatisfying(it -> {
            assertThat(it.accounts()).isEqualTo(6);
            assertThat(it.isRunning()).isFalse();
        });
        assertThat(names.changes(source())).isZero();
        assertThat(jdbc.queryForList(
                        "select distinct account_id from event e join feature f on f.id = e.feature_id where f.name = 'share'",
                        Long.class))
                .containsExactlyInAnyOrder(1_000_000L, 1_000_001L);
    }

    @Test
    void rulesThatMakeNoSenseSayWhatToDo() {
        assertThatThrownBy(() -> new NameRule(" ", CountsAs.LOGIN, null, null, null))
                .hasMessageStartingWith("pattern must be");
        assertThatThrownBy(() -> new NameRule("x", CountsAs.OUTCOME, null, null, null))
                .hasMessage("Say towards which goal it is an outcome.");
        assertThatThrownBy(() -> new NameRule("x", CountsAs.LOGIN, "y", null, null))
                .hasMessageStartingWith("Only use of a feature");
    }

    private void decide(List<NameRule> rules) {
        names.decide(source(), rules, Actor.SYSTEM);
    }

    private void replay() {
        replays.begin(source(), Actor.SYSTEM);
        replays.work();
    }

    private SourceId source() {
        return sent.source().id();
    }

    private static NameRule feature(String pattern, @Nullable String feature) {
        return new NameRule(pattern, CountsAs.FEATURE, feature, null, null);
    }

    private String usage() {
        return jdbc.queryForList(
                        "select account_id || ' ' || block || ' ' || encode(data, 'hex') from usage_block order by 1",
                        String.class)
                .toString();
    }

    /** The log with what each event counts as, one event a line. */
    private String log() {
        var lines = new StringBuilder();
        jdbc.query("""
                        select (e.body::jsonb) ->> 'id' as id, e.type, f.name from event e
                        left join feature f on f.id = e.feature_id order by 1
                        """, row -> {
            lines.append("%s %s %s%n".formatted(row.getString(1), row.getString(2), row.getString(3)));
        });
        return lines.toString();
    }
}
