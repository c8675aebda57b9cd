package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.plays.TestApplication;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import ews.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootTest
class StarterPlaysTest {

    private static final List<String> KEYS = List.of(
            "adopt-feature",
            "adoption-review",
            "business-review",
            "champion-left",
            "declining-usage",
            "expansion",
            "get-well-plan",
            "invoice-trouble",
            "onboarding",
            "renewal",
            "reporting-review",
            "train-new-users",
            "win-back");

    @Autowired
    private WatchLists watchLists;

    @Autowired
    private Plays plays;

    @Test
    void twoInstancesThatStartTogetherWriteThePlaysOnce() throws Exception {
        String database = TestDatabase.another();

        List<String> first;
        List<String> second;
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<List<String>> start = () -> keysAfterStart(database);
            List<Future<List<String>>> started = List.of(threads.submit(start), threads.submit(start));
            first = started.getFirst().get();
            second = started.getLast().get();
        }

        assertThat(first).containsExactlyInAnyOrderElementsOf(KEYS);
        assertThat(second).containsExactlyInAnyOrderElementsOf(KEYS);
    }

    @Test
    void aLibraryThatPeopleChangedIsLeftAlone() {
        String database = TestDatabase.another();
        try (var context = start(database)) {
            Plays plays = context.getBean(Plays.class);
            Play play = plays.withKey("renewal").orElseThrow();
            plays.save(
                    new Play(play.key(), "Our renewal", play.description(), play.version(), true, play.steps()),
                    "We call it so",
                    Actor.SYSTEM);
        }

        try (var context = start(database)) {
            Play play = context.getBean(Plays.class).withKey("renewal").orElseThrow();
            assertThat(play.name()).isEqualTo("Our renewal");
            assertThat(play.version()).isEqualTo(2);
        }
    }

    /** What happens on one day stays within the window for as many days as that has. */
    @Test
    void noGoalIsReachedBySomethingThatHappensOnOneDay() {
        assertThat(plays.all())
                .extracting(it -> it.definition().goal())
                .filteredOn(it -> it != null && it.measurement().days() > 0)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(it ->
                        assertThat(it.days()).isGreaterThan(it.measurement().days()));
    }

    @Test
    void thereAreWatchListsToStartWith() {
        assertThat(watchLists.all()).extracting(WatchList::key).contains("watch", "win-back", "renewals");
    }

    private static List<String> keysAfterStart(String database) {
        try (var context = start(database)) {
            return context.getBean(Plays.class).all().stream().map(Play::key).toList();
        }
    }

    private static ConfigurableApplicationContext start(String database) {
        var builder = new SpringApplicationBuilder(TestApplication.class)
                .properties(
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=" + TestDatabase.user(),
                        "spring.datasource.password=" + TestDatabase.password());
        // A process has one logging, and two that set it up at the same time get in each other's way.
        SpringApplication application = builder.application();
        application.setListeners(application.getListeners().stream()
                .filter(it -> !(it instanceof LoggingApplicationListener))
                .toList());
        return builder.run();
    }
}
