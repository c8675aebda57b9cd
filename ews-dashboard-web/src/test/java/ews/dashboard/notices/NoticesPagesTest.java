package ews.dashboard.notices;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.channel.MemberSlack;
import ews.plays.notice.Choice;
import ews.plays.notice.NewNotice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.NoticePreferences;
import ews.plays.notice.Notices;
import ews.plays.notice.Preferences;
import ews.plays.notice.QuietTimes;
import ews.plays.notice.Timing;
import ews.plays.notice.Way;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesPagesTest extends FormTest {

    @Autowired
    private Notices notices;

    @Autowired
    private NoticePreferences preferences;

    @Autowired
    private MemberSlack slack;

    /** All kinds by email at once, changed by what is given: names and values by turns. */
    private String[] form(String... changes) {
        var fields = new ArrayList<String>();
        for (NoticeKind kind : NoticeKind.values()) {
            fields.addAll(List.of("way-" + kind, "EMAIL", "timing-" + kind, "AT_ONCE"));
        }
        fields.addAll(List.of("zone", "", "from", "", "to", "", "digestAt", "08:00"));
        for (int i = 0; i < changes.length; i += 2) {
            int at = fields.indexOf(changes[i]);
            if (at < 0) {
                fields.addAll(List.of(changes[i], changes[i + 1]));
            } else {
                fields.set(at + 1, changes[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    private Preferences chosen() {
        return preferences.of(admin.id());
    }

    @Test
    void whatHappenedIsListedAndNewUntilItIsSeen() {
        var account = new AccountId(account("acme"));
        notices.tell(
                admin.id(),
                new NewNotice(NoticeKind.MENTIONED, "a", account, "Ann: <b>please</b>", "/accounts/" + account));

        assertThat(html(get("/today"))).contains("Notices, 1 is new");
        assertThat(html(get("/me/notices")))
                .contains("acme: Ann: &lt;b&gt;please&lt;/b&gt;", "href=\"/accounts/" + account + "\"", ">New<");
        assertThat(html(get("/me/notices"))).doesNotContain(">New<").contains("aria-label=\"Notices\"");
    }

    @Test
    void whereNothingHappenedItSaysSo() {
        assertThat(html(get("/me/notices"))).contains("No notices yet");
    }

    @Test
    void aMemberChoosesHowAndWhenTheyAreTold() {
        String saved = follow(post(
                "/me/notices/choices",
                form(
                        "way-TASK_DUE", "NONE",
                        "timing-MENTIONED", "DAILY",
                        "zone", "Europe/Berlin",
                        "from", "20:00",
                        "to", "07:00",
                        "weekends", "on",
                        "digestAt", "07:30")));

        assertThat(saved)
                .contains("Saved. It counts from now on.", "value=\"20:00\"", "value=\"07:30\"")
                .containsPattern("value=\"Europe/Berlin\" selected")
                .containsPattern("name=\"weekends\"\\s+checked");
        assertThat(chosen().choice(NoticeKind.TASK_DUE).way()).isEqualTo(Way.NONE);
        assertThat(chosen().choice(NoticeKind.MENTIONED)).isEqualTo(new Choice(Way.EMAIL, Timing.DAILY));
        assertThat(chosen().times())
                .isEqualTo(new QuietTimes(
                        ZoneId.of("Europe/Berlin"),
                        LocalTime.of(20, 0),
                        LocalTime.of(7, 0),
                        true,
                        LocalTime.of(7, 30)));
        assertThat(audited()).contains("notices.changed");
    }

    @Test
    void whatIsWrongIsSaidAndKept() {
        assertThat(html(post("/me/notices/choices", form("way-TASK_DUE", "PIGEON", "from", "late", "zone", "Mars"))))
                .contains("Please choose one.", "A time of the day, like 07:30.", "value=\"late\"")
                .contains("Please choose one of the list.");
        assertThat(html(post("/me/notices/choices", form("from", "20:00"))))
                .contains("Quiet hours need both a beginning and an end.");
        assertThat(html(post("/me/notices/choices", form("digestAt", "")))).contains("A time of the day, like 07:30.");
        assertThat(html(post("/me/notices/choices", "digestAt", "08:00"))).contains("Please choose one.");
        assertThat(chosen().choices()).isEmpty();
    }

    @Test
    void slackNeedsAnAddressFirst() {
        assertThat(html(post("/me/notices/choices", form("way-TASK_DUE", "SLACK"))))
                .contains("Enter your address in Slack first, below.");

        assertThat(follow(post("/me/notices/slack", "url", "https://8.8.8.8/services/verysecret")))
                .contains("8.8.8.8/…cret", "Send a test")
                .doesNotContain("verysecret");
        assertThat(follow(post("/me/notices/choices", form("way-TASK_DUE", "SLACK"))))
                .contains("Saved.");
        assertThat(follow(post("/me/notices/slack/test"))).contains("A test is on its way to you.");
        assertThat(html(get("/setup/deliveries"))).contains("Slack: Ada Moreno");

        assertThat(follow(post("/me/notices/slack/removal"))).contains("comes by email now");
        assertThat(slack.of(admin.id())).isEmpty();
        assertThat(follow(post("/me/notices/slack/test"))).contains("There is no address in Slack that works.");
        assertThat(audited()).contains("notices.slack_set", "notices.slack_removed");
    }

    @Test
    void slackLeadsToNoPrivateAddress() {
        assertThat(html(post("/me/notices/slack", "url", "http://127.0.0.1/x")))
                .contains("which is not on the public internet", "value=\"http://127.0.0.1/x\"");
        assertThat(slack.of(admin.id())).isEmpty();
    }

    @Test
    void anAddressThatSlackDoesNotKnowAnyMoreAsksForAnother() {
        slack.set(admin, "https://8.8.8.8/services/x");
        jdbc.sql("update slack_channel set enabled = false, disabled_reason = 'Slack answered 404.'")
                .update();

        assertThat(html(get("/me/notices/choices")))
                .contains("Slack answered 404. Enter another one. Until then you are told by email.");
    }

    @Test
    void withoutAMailServerItSaysThatNoticesStay() {
        assertThat(html(get("/me/notices/choices"))).contains("EWS has no mail server yet");
    }

    @Test
    void everybodyChoosesForThemselvesAmongWhatConcernsThem() {
        Member csm = joined("Chloe Tan", Role.CSM);
        Member executive = joined("Ed Boss", Role.EXECUTIVE);

        assertThat(html(getAs(csm, "/me/notices/choices")))
                .contains("A task of mine is due")
                .doesNotContain("is escalated to me");
        assertThat(html(getAs(executive, "/me/notices/choices")))
                .contains("Somebody mentions me")
                .doesNotContain("A task of mine");
        postAs(executive, "/me/notices/choices", form("way-MENTIONED", "NONE"));
        assertThat(preferences.of(executive.id()).choices()).containsOnlyKeys(NoticeKind.MENTIONED);
        assertThat(chosen().choices()).isEmpty();
    }
}
