package ews.detection.scoring;

import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the tests of scoring share: a database of their own, a Wednesday in New York, and a healthy account. */
@SpringBootTest(properties = "ews.zone=America/New_York")
@Import(ScoringTest.Listening.class)
public abstract class ScoringTest {

    protected static final LocalDate TODAY = LocalDate.of(2026, 6, 17);

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected OrganisationDays days;

    @Autowired
    protected TickingClock clock;

    @Autowired
    protected ScoringBacklog backlog;

    @Autowired
    protected Health health;

    @Autowired
    protected Segments segments;

    @Autowired
    protected Profiles profiles;

    @Autowired
    protected RecordingListener listener;

    @SuppressWarnings("NullAway.Init") // before each test
    protected FactFixture facts;

    @TestConfiguration
    static class Listening {

        @Bean
        RecordingListener recordingListener() {
            return new RecordingListener();
        }
    }

    private static final class Database {
        static final String URL = TestDatabase.another();
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> Database.URL);
    }

    @BeforeEach
    void startAgain() {
        clock.set(Instant.parse("2026-06-17T16:00:00Z"));
        jdbc.sql("truncate account, health_score, dirty_account, daily_run cascade")
                .update();
        jdbc.sql("delete from profile_version where version > 1").update();
        listener.clear();
        facts = new FactFixture(jdbc, days);
    }

    /** In use since the first of January by ten people every day, with twelve seats and no trouble. */
    protected AccountId healthyAccount(String key) {
        LocalDate start = LocalDate.of(2026, 1, 1);
        AccountId account = facts.account(key, start);
        facts.subscription(account, start, "active", "enterprise", 12);
        facts.usage(account, start, TODAY, 10);
        return account;
    }

    @Nullable
    Integer storedScore(AccountId account, LocalDate day) {
        return jdbc.sql("select score from health_score where account_id = ? and day = ?")
                .params(account.value(), day)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
