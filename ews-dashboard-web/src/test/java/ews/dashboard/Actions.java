package ews.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.alert.AlertLists;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.play.Plays;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every action works as a plain form: it redirects to a page that says what was done, or why it was not. */
abstract class Actions extends BrowsingTest {

    @Autowired
    Accounts accounts;

    @Autowired
    AlertLists alerts;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    Member csm;
    Member manager;
    AccountId account;

    @BeforeEach
    void anAccount() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        manager = given.member("Mona Lead", Role.MANAGER);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
    }

    static void assertDone(MvcTestResult result, String page, String message) {
        assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl(page);
        assertThat(result.getMvcResult().getFlashMap().get("message")).isEqualTo(message);
    }

    static void assertRefused(MvcTestResult result, String page, String problem) {
        assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl(page);
        assertThat(String.valueOf(result.getMvcResult().getFlashMap().get("problem")))
                .contains(problem);
    }

    String page() {
        return "/accounts/" + account;
    }
}
