package ews.dashboard.emails;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.BrowsingTest;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Deliveries;
import ews.plays.outbox.MessageRow;
import ews.plays.play.Plays;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.Touchpoints;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Emails to Ann Lee, who works at Quarry Foods, an account of Chloe Tan. */
abstract class EmailPages extends BrowsingTest {

    static final String KEY = "0b9c7f6e-3f3c-4a57-9d6a-2f1f6a9b7c11";

    @Autowired
    Plays plays;

    @Autowired
    Runs runs;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLists taskLists;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    Deliveries deliveries;

    Member csm;
    AccountId account;
    String ann;
    String page;

    @BeforeEach
    void annWorksAtQuarryFoods() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        account = given.anAccount("Quarry Foods").of(csm).exists();
        ann = Long.toString(given.annLee(account));
        page = "/accounts/" + account + "/email";
    }

    String get(String path) {
        return html(visit(csm, path));
    }

    MvcTestResult post(String path, String... fields) {
        return post(csm, path, fields);
    }

    static String text(String html) {
        var found = Pattern.compile("(?s)<textarea[^>]*name=\"text\"[^>]*>(.*?)</textarea>")
                .matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    static String filled(String html) {
        var found = Pattern.compile("name=\"filled\" value=\"([^\"]*)\"").matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    List<MessageRow> messages() {
        return deliveries.newest(null, Channel.EMAIL, null, 10);
    }

    List<Touchpoint> logged() {
        return touchpoints.ofAccount(account, 10);
    }
}
