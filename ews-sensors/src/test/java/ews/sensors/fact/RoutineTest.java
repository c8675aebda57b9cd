package ews.sensors.fact;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.Sent;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which events can wait behind others when there is more to score than can be done at once. */
@SpringBootTest
class RoutineTest {

    @Autowired
    private Instances instances;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Sources sources;

    private Source product;
    private FactWriter writer;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();
        writer = instances.start();
    }

    @Test
    void isMoreOfTheSameUseButNotNewUsersNewFeaturesAndAllElse() {
        assertThat(routineAfter(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report")))
                .as("the first use ever")
                .isFalse();
        assertThat(routineAfter(usage("e2", "2026-01-21T10:00:00Z", "acme", "u1", "report")))
                .as("the same on another day")
                .isTrue();
        assertThat(routineAfter(usage("e3", "2026-01-21T11:00:00Z", "acme", "u1", "export")))
                .as("another feature")
                .isFalse();
        assertThat(routineAfter(usage("e4", "2026-01-22T10:00:00Z", "acme", "u2", "report")))
                .as("another user")
                .isFalse();
        assertThat(routineAfter("{'type':'account','id':'a1','account':'acme','time':'2026-01-23T00:00:00Z',"
                        + "'attributes':{'stage':'onboarding'}}"))
                .as("an attribute")
                .isFalse();
        assertThat(routineAfter(
                        usage("e5", "2026-01-23T10:00:00Z", "acme", "u1", "report"),
                        usage("e6", "2026-01-23T11:00:00Z", "acme", "u3", "report")))
                .as("together with a new user")
                .isFalse();
    }

    @Test
    void isTheSameForAnInstanceThatHasJustStarted() {
        routineAfter(usage("e1", "2026-01-20T10:00:00Z", "acme", "u1", "report"));
        writer = instances.start();

        assertThat(routineAfter(usage("e2", "2026-01-21T10:00:00Z", "acme", "u1", "report")))
                .isTrue();
        assertThat(routineAfter(usage("e3", "2026-01-21T10:00:00Z", "acme", "u1", "export")))
                .isFalse();
    }

    private boolean routineAfter(String... events) {
        writer.apply(List.of(Sent.by(product).batch(events)));
        boolean routine =
                Boolean.TRUE.equals(jdbc.queryForObject("select bool_and(routine) from dirty_account", Boolean.class));
        jdbc.update("delete from dirty_account");
        return routine;
    }
}
