package ews.dashboard.plays;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.dashboard.TriedPlay;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What pages say about whether a play helps. */
@PageTest
class PlayPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private Member manager;

    @BeforeEach
    void empty() {
        given.nothing();
        manager = given.member("Mona Lead", Role.MANAGER);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(manager)).exchange();
    }

    @Test
    void aPlayThatWasTriedSaysHowManyRecoveredWithItAndWithout() {
        new TriedPlay("win-back", 17, 11, 9, 3, 2).exists(jdbc, given.today());

        assertThat(get("/plays/win-back"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Does it help?",
                        "Of 17 accounts with this play, 11 recovered within 30 days; of 9 held out, 3. "
                                + "The play may have helped: 31 points more, with a margin from −8 to 59.",
                        "11 of 17 (65 %)",
                        "3 of 9 (33 %)",
                        "<dt>Time to recovery, median</dt><dd><b>12 days</b>",
                        "2 accounts are not counted yet: their time is not over.",
                        "Chance decided who was held out.");
        assertThat(get("/plays"))
                .bodyText()
                .contains("11 of 17 (65 %) recovered; held out, 3 of 9 (33 %)")
                .doesNotContain(">Helps<");
    }

    @Test
    void whatHelpsBeyondChanceIsMarkedInTheLibrary() {
        new TriedPlay("win-back", 20, 18, 20, 4, 0).exists(jdbc, given.today());

        assertThat(get("/plays")).bodyText().contains(">Helps<");
        assertThat(get("/plays/win-back")).bodyText().contains("The play helped: 70 points more");
        assertThat(get("/health"))
                .bodyText()
                .contains("Beyond chance, more accounts recovered with Win-back (70 points more than without).");
    }

    @Test
    void aPlayThatNobodyGotSaysSo() {
        assertThat(get("/plays/win-back"))
                .bodyText()
                .contains("Does it help?", "It has no goal, so facts cannot tell whether it helps")
                .doesNotContain("With the play", "Time to recovery");
        assertThat(get("/plays")).bodyText().doesNotContain("recovered");
        assertThat(get("/health")).bodyText().doesNotContain("Beyond chance");
    }

    @Test
    void theLibrarySaysWhatStartsAPlayAndForWhatItIsOnlySuggested() {
        assertThat(get("/plays"))
                .bodyText()
                .contains(
                        "Starts when active users fell",
                        "Only people start it. Suggested when an invoice is called overdue, or is 7 days past its due date.")
                .doesNotContain("Starts when an invoice");
        assertThat(get("/plays/invoice-trouble")).bodyText().contains("Rules that suggest it", "Overdue invoice");
        assertThat(get("/plays/declining-usage")).bodyText().contains("Rules that start it");
    }

    @Test
    void theConditionOfABranchIsNotSaidTwice() {
        assertThat(get("/plays/invoice-trouble")).bodyText().containsOnlyOnce("verdue invoices at least 1");
    }

    @Test
    void stepsAndGoalsAreInWordsThatPeopleUse() {
        assertThat(get("/plays/invoice-trouble"))
                .bodyText()
                .contains("An invoice is overdue</a>", "by proof: no overdue invoices, for 7 days.")
                .doesNotContain(">invoice-overdue<");
        assertThat(get("/plays/win-back")).bodyText().contains("on the watch list “Win-back”");
    }

    @Test
    void aGoalAboutFeaturesThatNobodyEverUsedSaysSo() {
        jdbc.sql("delete from feature where name like 'report%'").update();
        assertThat(get("/plays/reporting-review"))
                .bodyText()
                .contains("Uses of report…, 28 days at least 5 events, for 42 days")
                .contains("No account has ever used a feature whose name begins with report.");

        jdbc.sql("insert into feature (name) values ('report.exported')").update();
        assertThat(get("/plays/reporting-review")).bodyText().doesNotContain("No account has ever");
    }

    @Test
    void whereAPlayIsSuggestedItSaysInHowManySimilarAccountsItWorked() {
        new TriedPlay("declining-usage", 17, 11, 0, 0, 0).exists(jdbc, given.today());
        AccountId account = given.anAccount("Quarry Foods")
                .of(manager)
                .scored(Band.AVERAGE, 450, -90)
                .exists();
        AlertId alert = given.anAlert(account, "active-users-decline", "Usage fell");

        assertThat(get("/alerts/" + alert)).bodyText().contains("Worked in 11 of 17 similar accounts");
        assertThat(get("/accounts/" + account)).bodyText().contains("Worked in 11 of 17 similar accounts");
    }
}
