package ews.dashboard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Plays;
import ews.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = TestApplication.class,
        properties = "ews.sample.customers=20",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SampleCompanyTest {

    private static final Actor ADMIN = new Actor(null, "Ada");

    @Autowired
    private SampleCompany company;

    @Autowired
    private Members members;

    @Autowired
    private Plays plays;

    @Autowired
    private OrganisationDays days;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        company.remove(ADMIN);
        TestDatabase.clear();
    }

    private void start() {
        company.start(ADMIN);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            Progress progress = company.progress();
            assertThat(progress.failure()).isNull();
            return progress.finished();
        });
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void thereIsNoneBeforeItIsStarted() {
        assertThat(company.progress()).isEqualTo(Progress.NONE);
    }

    @Test
    void itComesThroughTheIntakeWithoutOneReject() {
        start();
        assertThat(count("account where sample")).isEqualTo(20);
        assertThat(count("event")).isGreaterThan(10_000);
        assertThat(count("reject")).isZero();
        assertThat(jdbc.sql("select sum(accepted) from source_day")
                        .query(Long.class)
                        .single())
                .isEqualTo(count("event"));
    }

    @Test
    void everyDayOfTheYearIsScored() {
        start();
        assertThat(count("health_score where day < current_date - 330")).isPositive();
        assertThat(count("account where sample and cancelled_on is null"
                        + " and id not in (select account_id from health_score where day >= current_date - 1)"))
                .isZero();
    }

    @Test
    void itsCsmsAreNamedAndOwnTheAccounts() {
        start();
        assertThat(members.all()).extracting(Member::name).contains("Amelia Hart", "Priya Raman");
        assertThat(members.all()).allMatch(Member::sample);
        assertThat(count("account where csm_id is null")).isZero();
    }

    @Test
    void aManagerLeadsItsCsms() {
        start();
        assertThat(members.all().stream().filter(it -> it.role() == Role.MANAGER))
                .singleElement()
                .matches(Member::sample);
    }

    @Test
    void whoRecoversByAPlayHasARunThatItsAlertStartedAndItsPeopleWorked() {
        start();
        assertThat(count("run where outcome = 'saved'")).isPositive();
        assertThat(count("run r join alert a on a.account_id = r.account_id and a.id = r.alert_id"
                        + " where r.outcome = 'saved' and r.started_by = 'EWS' and a.raised_at <= r.started_at"))
                .isEqualTo(count("run where outcome = 'saved'"));
        assertThat(jdbc.sql("""
                        select distinct m.role from task t join member m on m.id = t.assignee_id and m.name = t.ended_by
                        where t.status = 'done' and m.sample order by m.role
                        """).query(String.class).list()).containsExactly("csm", "manager");
        assertThat(count("task where status = 'done' and note is null")).isZero();
        assertThat(count("touchpoint t join run r on r.id = t.run_id where r.outcome = 'saved'"))
                .isEqualTo(count("run where outcome = 'saved'"));
    }

    @Test
    void theScoreOfWhoRecoversByAPlayRisesOnTheSameDay() {
        start();
        assertThat(jdbc.sql("""
                        select today.score - yesterday.score from run r
                          join health_score today on today.account_id = r.account_id and today.day = :today
                          join health_score yesterday
                            on yesterday.account_id = r.account_id and yesterday.day = today.day - 1
                        where r.outcome = 'saved'
                        """)
                        .param("today", days.today())
                        .query(Integer.class)
                        .list())
                .isNotEmpty()
                .allMatch(tenths -> tenths >= 30);
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
    void startingItTwiceChangesNothing() {
        start();
        long events = count("event");
        company.start(ADMIN);
        start();
        assertThat(count("event")).isEqualTo(events);
        assertThat(count("audit_entry where action = 'sample.started'")).isEqualTo(1);
    }

    @Test
    void whatWasInterruptedGoesOnWithoutCountingTwice() {
        start();
        long events = count("event");
        jdbc.sql("update sample_company set phase = 'telling', customers = 7").update();
        company.catchUp();
        await().atMost(Duration.ofMinutes(2)).until(() -> company.progress().finished());
        assertThat(count("event")).isEqualTo(events);
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
