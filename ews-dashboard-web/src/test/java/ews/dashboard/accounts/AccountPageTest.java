package ews.dashboard.accounts;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How the pages of one account and of its runs read. */
@PageTest
class AccountPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    Happenings happenings;

    @Autowired
    JdbcClient jdbc;

    private Member manager;
    private AccountId account;

    @BeforeEach
    void anAccountOfNobody() {
        given.nothing();
        manager = given.member("Mona Lead", Role.MANAGER);
        account = given.anAccount("Quarry Foods").scored(Band.POOR, 291, 0).exists();
    }

    @Test
    void saysWhyTheAccountIsInTheSegmentThatTakesTheRest() {
        assertThat(mvc.get().uri("/accounts/" + account).with(signedIn(manager)))
                .bodyText()
                .contains("because <b>no other segment takes it</b>");
    }

    @Test
    void aDayWithinASentenceIsWrittenSmallAndAnOwnerWhoIsMissingIsNamed() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It falls", Actor.of(manager));

        assertThat(mvc.get().uri("/runs/" + run.id()).with(signedIn(manager)))
                .bodyText()
                .contains("started today ", "owner <span>Nobody yet</span>")
                .doesNotContain("started Today");
    }

    @Test
    void anAnswerToWhichACommentIsAddedHappenedOnce() {
        answers(3, null, "1/r1");
        answers(2, "Slow", "1/r1");
        answers(1, null, "1/r2");

        assertThat(happenings.of(account, Instant.now(), 20))
                .extracting(Happenings.Happening::text)
                .filteredOn(it -> it.startsWith("NPS"))
                .containsExactly("NPS 4", "NPS 4: Slow");
        assertThat(mvc.get().uri("/accounts/" + account).with(signedIn(manager)))
                .bodyText()
                .containsOnlyOnce("<div><span>Slow</span>");
    }

    private void answers(int daysAgo, @Nullable String comment, String response) {
        jdbc.sql("""
                        insert into feedback (account_id, occurred_at, event_key, kind, score, comment, response)
                        values (:account, now() - :days * interval '1 day', :days, 'nps', 4, :comment, :response)
                        """)
                .param("account", account.value())
                .param("days", daysAgo)
                .param("comment", comment, Types.VARCHAR)
                .param("response", response)
                .update();
    }
}
