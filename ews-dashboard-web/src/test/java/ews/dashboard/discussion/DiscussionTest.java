package ews.dashboard.discussion;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Mentioned;
import ews.domain.play.RunId;
import ews.plays.discussion.Comment;
import ews.plays.discussion.Comments;
import ews.plays.discussion.Topic;
import ews.plays.play.Plays;
import ews.plays.run.Runs;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
@RecordApplicationEvents
class DiscussionTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Comments comments;

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    ApplicationEvents events;

    private Member csm;
    private Member colleague;
    private AccountId account;
    private RunId run;

    @BeforeEach
    void aRun() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        colleague = given.member("Nora Quist", Role.CSM);
        account = given.anAccount("Quarry Foods").of(csm).exists();
        run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm))
                .id();
    }

    private MvcTestResult post(Member by, String address, String text) {
        return mvc.post()
                .uri(address)
                .with(signedIn(by))
                .with(csrf())
                .param("text", text)
                .exchange();
    }

    private AbstractStringAssert<?> assertThatPage(String address) {
        return assertThat(mvc.get().uri(address).with(signedIn(csm))).bodyText();
    }

    @Test
    void whatSomebodySaysAboutARunStandsOnItsPageAndOnTheTimelineOfTheAccount() {
        var result = post(colleague, "/runs/" + run + "/comments", "I know their sponsor.");

        Comment written = comments.on(Topic.of(account, run)).getFirst();
        assertThat(result).hasRedirectedUrl("/runs/%s#comment-%s".formatted(run, written.id()));
        assertThatPage("/runs/" + run).contains("Nora Quist", "I know their sponsor.");
        assertThatPage("/accounts/" + account)
                .contains("Comment by Nora Quist: I know their sponsor.")
                .contains("href=\"/runs/%s#comment-%s\"".formatted(run, written.id()));
    }

    @Test
    void accountsAndAlertsAreDiscussedToo() {
        AlertId alert = given.anAlert(account, "active-users-decline", "Active users fell 32 %");

        assertThat(post(csm, "/accounts/" + account + "/comments", "On the account."))
                .hasStatus3xxRedirection();
        assertThat(post(csm, "/alerts/" + alert + "/comments", "On the alert.")).hasStatus3xxRedirection();

        assertThatPage("/accounts/" + account).contains("On the account.");
        assertThatPage("/alerts/" + alert).contains("On the alert.").doesNotContain("On the account.");
    }

    @Test
    void aMentionTypedAsAnExactNameTellsThatMember() {
        post(csm, "/runs/" + run + "/comments", "@Nora Quist can you help?");

        assertThat(events.stream(Mentioned.class)).extracting(Mentioned::member).containsExactly(colleague.id());
        assertThatPage("/runs/" + run).contains("<b class=\"mention\">@Nora Quist</b> can you help?");
    }

    @Test
    void addressesLeadSomewhereAndMarkupIsShownAsItIs() {
        post(csm, "/runs/" + run + "/comments", "<b>See</b> https://example.com/a?b=1&c=2. javascript:alert(1)");

        assertThatPage("/runs/" + run)
                .contains("&lt;b&gt;See&lt;/b&gt; ")
                .contains("<a rel=\"noopener noreferrer nofollow\" target=\"_blank\" "
                        + "href=\"https://example.com/a?b=1&amp;c=2\">https://example.com/a?b=1&amp;c=2</a>.")
                .doesNotContain("href=\"javascript:");
    }

    @Test
    void whoWroteItChangesIt() {
        post(csm, "/runs/" + run + "/comments", "They are leaving.");
        Comment written = comments.on(Topic.of(account, run)).getFirst();

        post(csm, "/comments/" + written.id() + "/edit", "They may be leaving.");

        assertThatPage("/runs/" + run).contains("They may be leaving.", " · edited");
        assertThat(post(csm, "/comments/" + written.id() + "/delete", "")).hasRedirectedUrl("/runs/" + run);
        assertThat(comments.on(Topic.of(account, run))).isEmpty();
    }

    @Test
    void nobodyElseDoes() {
        post(csm, "/runs/" + run + "/comments", "They are leaving.");
        Comment written = comments.on(Topic.of(account, run)).getFirst();

        var result = post(colleague, "/comments/" + written.id() + "/edit", "They are not.");

        assertThat(result.getMvcResult().getFlashMap().get("problem"))
                .isEqualTo("Only Chloe Tan can change this comment.");
        assertThat(comments.on(Topic.of(account, run)))
                .extracting(Comment::text)
                .containsExactly("They are leaving.");
    }

    @Test
    void whatIsNotThereCannotBeDiscussed() {
        assertThat(post(csm, "/runs/999999/comments", "Hello")).hasStatus(404);
        assertThat(post(csm, "/comments/999999/edit", "Hello")).hasStatus(404);
    }
}
