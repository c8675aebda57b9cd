package ews.dashboard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.play.Plays;
import ews.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a sample company begins, goes on and ends. */
class SampleCompanyLifeTest extends SampleTest {

    @Autowired
    private Plays plays;

    @BeforeEach
    @AfterEach
    void none() {
        clear();
    }

    @Test
    void thereIsNoneBeforeItIsStarted() {
        assertThat(company.progress()).isEqualTo(Progress.NONE);
    }

    @Test
    void withoutTheirPlayNobodyIsHelped() {
        plays.disable(RecoveredByPlay.PLAY, ADMIN);
        try {
            start();
        } finally {
            plays.enable(RecoveredByPlay.PLAY, ADMIN);
        }
        assertThat(count("run where outcome is not null")).isZero();
        assertThat(company.progress().finished()).isTrue();
    }

    @Test
    void theDaysSinceAreToldWhenTheyHavePassed() {
        start();
        jdbc.sql("update sample_company set anchor = anchor - 3, told_until = told_until - 3")
                .update();
        long events = count("event");
        company.catchUp();
        await().atMost(Duration.ofMinutes(2)).until(() -> count("event") > events);
        await().until(() -> count("sample_company where told_until = current_date - 1") == 1);
        assertThat(company.progress().finished()).isTrue();
    }

    @Test
    void removingItLeavesNothingButTheAudit() {
        Member own = members.ensure("own@example.org", "Own", Role.MANAGER, false);
        start();
        company.remove(ADMIN);
        assertThat(company.progress()).isEqualTo(Progress.NONE);
        for (String table : List.of(
                "account",
                "event",
                "health_score",
                "run",
                "task",
                "touchpoint",
                "usage_block",
                "source",
                "dirty_account")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(members.all()).containsExactly(own);
        assertThat(count("audit_entry where action = 'sample.removed'")).isPositive();
    }

    @Test
    void removingItWaitsForWhoeverScoresIt() throws Exception {
        start();
        try (Connection scoring = TestDatabase.dataSource(TestDatabase.url()).getConnection();
                Statement statement = scoring.createStatement()) {
            scoring.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(x'455753'::int, shard) from generate_series(0, 15) shard");
            statement.execute("delete from account_health where account_id = (select min(id) from account)");

            var removal = CompletableFuture.runAsync(() -> company.remove(ADMIN));
            await().until(() -> count("pg_locks where not granted") > 0);
            statement.execute("select from account order by id limit 1 for key share"); // as one who writes its score
            scoring.commit();

            assertThat(removal).succeedsWithin(Duration.ofMinutes(1));
        }
        assertThat(count("account")).isZero();
    }
}
