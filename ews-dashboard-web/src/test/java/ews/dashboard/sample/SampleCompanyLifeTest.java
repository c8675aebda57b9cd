package ews.dashboard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.play.Plays;
import java.time.Duration;
import java.util.List;
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
}
