package ews.dashboard.today;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class TodayTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Tasks tasks;

    @Autowired
    Visits visits;

    @Autowired
    JdbcClient jdbc;

    private Member csm;

    @BeforeEach
    void empty() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
    }

    private AbstractStringAssert<?> today() {
        return todayOf(csm);
    }

    private AbstractStringAssert<?> todayOf(Member member) {
        return assertThat(mvc.get().uri("/today").with(signedIn(member)))
                .hasStatusOk()
                .bodyText();
    }

    @Test
    void saysSoWhereNothingNeedsTheMember() {
        given.anAccount("Fine").of(csm).scored(Band.GOOD, 900, 0).exists();

        today().contains("Nothing needs you today");
    }

    @Test
    void saysHowAccountsGetToWhoHasNone() {
        given.anAccount("Of nobody").scored(Band.GOOD, 900, 0).exists();

        today().contains("You look after no account yet", "href=\"/accounts?csm=none\"")
                .doesNotContain("Nothing needs you today");
        todayOf(given.member("Max", Role.MANAGER)).contains("Nothing needs you today");
    }

    @ParameterizedTest
    @CsvSource({"5, 5 minutes", "85, 85 minutes", "90, 1½ hours", "105, 2 hours", "455, 7½ hours"})
    void longTimesAreSaidInHours(int minutes, String said) {
        assertThat(TodayPage.duration(minutes)).isEqualTo(said);
    }

    @Test
    void ranksTheAccountWithMostReasonsFirstAndEstimatesTheTime() {
        AccountId calm =
                given.anAccount("Calm Co").of(csm).scored(Band.GOOD, 900, 0).exists();
        given.anAlert(calm, "new-users", "12 users joined");
        AccountId burning = given.anAccount("Burning Co")
                .of(csm)
                .scored(Band.POOR, 200, -50)
                .exists();
        given.anAlert(burning, "active-users-decline", "Active users fell 32 %");
        tasks.add(burning, "Call the sponsor", "", given.today(), csm.id(), Actor.of(csm));

        today().contains("2 accounts need you, about 25 minutes")
                .containsSubsequence(
                        "Burning Co",
                        "Active users fell 32 %",
                        "Poor and falling",
                        "Due today: Call the sponsor",
                        "Calm Co");
    }

    @Test
    void leavesNewAlertsBeyondTheBudgetToTheDigest() {
        for (int i = 1; i <= 22; i++) {
            AccountId account =
                    given.anAccount("Customer " + i).of(csm).worth(i, "USD").exists();
            given.anAlert(account, "active-users-decline", "Active users fell by " + i);
        }

        today().contains("Customer 22", "2 more new alerts", "in the digest").doesNotContain("Active users fell by 1<");
    }

    @Test
    void leavesOutTheAccountsOfOthers() {
        given.anAlert(given.anAccount("Foreign").exists(), "active-users-decline", "Active users fell 32 %");

        today().doesNotContain("Foreign");
    }

    @Test
    void showsEverybodysAccountsToThoseWhoLeadAndHaveNoneOfTheirOwn() {
        Member manager = given.member("Mona Lead", Role.MANAGER);
        AccountId account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 200, -50)
                .exists();
        given.anAlert(account, "active-users-decline", "Active users fell 32 %");

        todayOf(manager)
                .contains("1 account needs somebody")
                .contains("Quarry Foods")
                .contains("No account renews");
    }

    @Test
    void tellsWhatChangedSinceTheVisitOfAnEarlierDay() {
        LocalDate lastWeek = given.today().minusDays(7);
        AccountId account =
                given.anAccount("Sinking Co").of(csm).scored(Band.POOR, 200, 0).exists();
        given.scoredOn(account, lastWeek, Band.GOOD, 800);
        assertThat(visits.visit(csm.id())).isEmpty();

        jdbc.sql("update member set visited_on = :day").param("day", lastWeek).update();

        assertThat(visits.visit(csm.id())).contains(lastWeek);
        assertThat(visits.visit(csm.id())).contains(lastWeek);
        today().contains("Sinking Co").contains("Good → Poor");
    }
}
