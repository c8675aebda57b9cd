package ews.dashboard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a sample company holds; all tests look at the same one, since to tell it takes ten seconds. */
class SampleCompanyTest extends SampleTest {

    private static boolean cleared;

    @Autowired
    private OrganisationDays days;

    @BeforeEach
    void oneCompanyForAll() {
        if (!cleared) {
            clear();
            cleared = true;
        }
        start();
    }

    @Test
    void itComesThroughTheIntakeWithoutOneReject() {
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
        assertThat(count("health_score where day < current_date - 330")).isPositive();
        assertThat(count("account where sample and cancelled_on is null"
                        + " and id not in (select account_id from health_score where day >= current_date - 1)"))
                .isZero();
    }

    @Test
    void itsCsmsAreNamedAndOwnTheAccounts() {
        assertThat(members.all()).extracting(Member::name).contains("Amelia Hart", "Priya Raman");
        assertThat(members.all()).allMatch(Member::sample);
        assertThat(count("account where csm_id is null")).isZero();
    }

    @Test
    void aManagerLeadsItsCsms() {
        assertThat(members.all().stream().filter(it -> it.role() == Role.MANAGER))
                .singleElement()
                .matches(Member::sample);
    }

    @Test
    void whoRecoversByAPlayHasARunThatItsAlertStartedAndItsPeopleWorked() {
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
    void whatHelpedWasDoneTwoWeeksBeforeItHelped() {
        assertThat(count("""
                run r join alert a on a.account_id = r.account_id and a.id = r.alert_id
                where r.outcome = 'saved' and r.ended_at - r.started_at >= interval '13 days'
                  and a.raised_at <= r.started_at
                  and not exists (select from task t where t.run_id = r.id
                                  and (t.ended_at::date <> t.due_on or t.ended_at > r.ended_at - interval '5 days'))
                """)).isPositive().isEqualTo(count("run where outcome = 'saved'"));
    }

    @Test
    void nothingIsLeftOpenForWhomAPlaySaved() {
        assertThat(count("""
                alert a join rule on rule.id = a.rule_id and rule.play_key = 'declining-usage'
                where a.status = 'open' and exists (select from run r where r.account_id = a.account_id and r.outcome = 'saved')
                """)).isZero();
    }

    @Test
    void theScoreOfWhoRecoversByAPlayRisesOnTheSameDay() {
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
    void itsCsmsHaveCheckedInWithSomeAndAgreedOnAPlanWithOne() {
        assertThat(count("check_in where result = 'went_well'")).isPositive();
        assertThat(count("check_in where member_id is null")).isZero();
        assertThat(
                        count(
                                "account where status = 'active' and not exists (select from check_in c where c.account_id = account.id)"))
                .as("customers whom nobody has ever spoken to: only the newest")
                .isLessThan(count("account where status = 'active'") / 8);
        assertThat(count("account_health h where h.band = 'poor' and exists"
                        + " (select from check_in c where c.account_id = h.account_id and c.note like '%is content%'"
                        + " and c.occurred_at > now() - interval '20 days')"))
                .as("customers in trouble who are said to be content")
                .isLessThan(3);
        assertThat(count("get_well_plan where status = 'agreed'")).isEqualTo(1);
        assertThat(count("get_well_objective")).isEqualTo(2);
        assertThat(count("get_well_step where done_at is not null")).isEqualTo(1);
        assertThat(count("get_well_step where done_at is null and contact is not null"))
                .isPositive();
    }

    @Test
    void startingItTwiceChangesNothing() {
        long events = count("event");
        start();
        assertThat(count("event")).isEqualTo(events);
        assertThat(count("audit_entry where action = 'sample.started'")).isEqualTo(1);
    }

    @Test
    void whatWasInterruptedGoesOnWithoutCountingTwice() {
        long events = count("event");
        jdbc.sql("update sample_company set phase = 'telling', customers = 7").update();
        company.catchUp();
        await().atMost(Duration.ofMinutes(2)).until(() -> company.progress().finished());
        assertThat(count("event")).isEqualTo(events);
    }
}
