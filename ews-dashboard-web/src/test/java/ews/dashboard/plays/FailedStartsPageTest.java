package ews.dashboard.plays;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.BrowsingTest;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page of a play says of accounts that could not come into it. */
class FailedStartsPageTest extends BrowsingTest {

    @Autowired
    private JdbcClient jdbc;

    private Member manager;
    private long start;

    @BeforeEach
    void aStartThatFailed() {
        given.nothing();
        manager = given.member("Mona Lead", Role.MANAGER);
        AccountId account = given.anAccount("Quarry Foods").exists();
        start = jdbc.sql("""
                        insert into play_call (account_id, play_id, reason, written_at, failure)
                        select :account, id, 'Health is poor, it was good.', now(), 'There is no such watch list.'
                        from play where key = 'win-back' returning id
                        """)
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Test
    void aManagerSeesWhyAndMayTryAgain() {
        assertThat(get(manager, "/plays/win-back"))
                .contains(
                        "Starts that failed",
                        "Quarry Foods",
                        "Health is poor, it was good.",
                        "There is no such watch list.",
                        "Try again: Quarry Foods");

        String page = addressOf(post(manager, "/plays/win-back/failed-starts/" + start + "/again"));

        assertThat(get(manager, page)).doesNotContain("Starts that failed");
    }

    @Test
    void itIsDismissedOnceAndOnlyUnderItsOwnPlay() {
        post(manager, "/plays/renewal/failed-starts/" + start + "/dismissal");
        assertThat(get(manager, "/plays/win-back")).contains("Starts that failed");

        post(manager, "/plays/win-back/failed-starts/" + start + "/dismissal");

        assertThat(get(manager, "/plays/win-back")).doesNotContain("Starts that failed");
        assertThat(post(manager, "/plays/win-back/failed-starts/" + start + "/dismissal"))
                .flash()
                .extractingByKey("problem")
                .asString()
                .contains("somebody has tried it again or dismissed it");
    }

    @Test
    void aCsmSeesItWithoutTheButtons() {
        Member csm = given.member("Chloe Tan", Role.CSM);

        assertThat(get(csm, "/plays/win-back"))
                .contains("Starts that failed", "There is no such watch list.")
                .doesNotContain("Try again: Quarry Foods");
    }
}
