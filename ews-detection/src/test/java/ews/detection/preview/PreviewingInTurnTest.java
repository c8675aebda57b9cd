package ews.detection.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.detection.preview.Preview.State;
import ews.detection.scoring.ScoringTest;
import ews.domain.audit.Actor;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.segment.Segment;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** How previews wait for each other, tell how far they are, and end early. */
class PreviewingInTurnTest extends ScoringTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Autowired
    private Previewing previewing;

    @Autowired
    private Previews previews;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private DataSource database;

    @Test
    void one_that_waits_its_turn_is_not_taken_for_lost_for_a_while() {
        PreviewId id = previews.add(null, previewing.now(), previewing.now(), Actor.SYSTEM);

        clock.tick(Duration.ofMinutes(5));
        assertThat(stateOf(id)).isEqualTo(State.WAITING);

        clock.tick(Duration.ofMinutes(11));
        assertThat(stateOf(id)).isEqualTo(State.FAILED);
    }

    @Test
    void one_at_work_without_a_sign_of_life_is_taken_for_lost() {
        PreviewId id = previews.add(null, previewing.now(), previewing.now(), Actor.SYSTEM);
        previews.progress(id, State.SURVEYING, 10, 0, null);

        clock.tick(Duration.ofSeconds(31));

        assertThat(stateOf(id)).isEqualTo(State.FAILED);
    }

    @Test
    void tells_how_far_it_is_while_it_surveys_the_peers() {
        jdbc.sql("""
                        create table told (state text, done int);
                        create function tell() returns trigger language plpgsql as
                          'begin insert into told values (new.state, new.done); return null; end';
                        create trigger telling after update on preview for each row execute function tell()
                        """).update();
        healthyAccount("acme");
        backlog.settle();

        PreviewId id = previewing.start(segments.all().getLast().id(), usersAgainstPeers(), Actor.SYSTEM);
        await().atMost(LONG).until(() -> stateOf(id) == State.DONE);

        assertThat(jdbc.sql("select state || ' ' || done from told")
                        .query(String.class)
                        .list())
                .contains("surveying 0", "surveying 1", "running 0")
                .endsWith("done 1");
    }

    @Test
    void a_shutdown_ends_it_between_two_portions_and_says_so() throws Exception {
        LongStream.of(1, 1_000, 2_000, 3_000).forEach(this::account);
        Previewing another = beans.createBean(Previewing.class);
        HealthProfile profile = profiles.current(lastSegment()).profile();
        var shutdown = new Thread(another::destroy);
        List<PreviewId> started;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table account_health");
            started = List.of(
                    another.start(lastSegment(), profile, Actor.SYSTEM),
                    another.start(lastSegment(), profile, Actor.SYSTEM));
            await().atMost(LONG).until(() -> waitingForLocks() > 0);
            shutdown.start();
            await().atMost(LONG).until(() -> shutdown.getState() == Thread.State.TIMED_WAITING);
            connection.rollback();
        }
        shutdown.join(LONG);

        assertThat(shutdown.isAlive()).isFalse();
        assertThat(started).allSatisfy(id -> assertThat(stateOf(id)).isEqualTo(State.FAILED));
    }

    private int waitingForLocks() {
        return jdbc.sql("""
                        select count(*) from pg_locks
                        where not granted and database = (select oid from pg_database where datname = current_database())
                        """).query(Integer.class).single();
    }

    private State stateOf(PreviewId id) {
        return previewing.withId(id).orElseThrow().state();
    }

    private int lastSegment() {
        return segments.all().stream().map(Segment::id).toList().getLast();
    }

    private void account(long id) {
        jdbc.sql("""
                        insert into account (id, key, name, first_seen_on) overriding system value
                        values (:id, :id, :id, '2026-01-01')
                        """).param("id", id).update();
    }

    private static HealthProfile usersAgainstPeers() {
        var users = new Indicator(
                IndicatorGroup.PRODUCT_USAGE,
                new Measurement("active_users", 28, null, Form.PEERS),
                0,
                100,
                100,
                MissingData.POOR);
        return new HealthProfile(List.of(users), 75, 50, 1);
    }
}
