package ews.dashboard.setup.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.detection.inbox.InboxPolicies;
import ews.detection.inbox.InboxPolicy;
import ews.detection.inbox.QuietHours;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboxPolicyTest extends FormTest {

    @Autowired
    private InboxPolicies policies;

    @Autowired
    private OrganisationDays days;

    @Test
    void anAdminSetsTheBudgetAndQuietHours() {
        String saved = follow(post("/setup/inbox", "budget", "5", "from", "20:00", "to", "07:30", "weekends", "on"));

        assertThat(saved)
                .contains("Saved. It counts from now on.", "value=\"5\"", "value=\"20:00\"", "value=\"07:30\"")
                .containsPattern("name=\"weekends\"\\s+checked");
        assertThat(policies.current())
                .isEqualTo(new InboxPolicy(5, new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 30), true)));
        assertThat(audited()).endsWith("inbox.changed");
    }

    @Test
    void emptyFieldsMeanNoLimit() {
        follow(post("/setup/inbox", "budget", "", "from", "", "to", ""));

        assertThat(policies.current()).isEqualTo(new InboxPolicy(null, null));
    }

    @Test
    void whatIsWrongIsSaidAndKept() {
        String page = html(post("/setup/inbox", "budget", "0", "from", "20:00", "to", "soon"));

        assertThat(page).contains("A whole number from 1 to 500.", "A time of the day, like 07:30.", "value=\"soon\"");
        assertThat(html(post("/setup/inbox", "budget", "5", "from", "20:00", "to", "")))
                .contains("Quiet hours need both a beginning and an end.");
        assertThat(html(post("/setup/inbox", "budget", "5", "from", "07:00", "to", "07:00")))
                .contains("Quiet hours must end at another time than they begin.");
        assertThat(policies.current()).isEqualTo(new InboxPolicy(20, null));
    }

    @Test
    void theInboxSaysWhyAlertsWaitInTheDigest() {
        assertThat(html(get("/alerts?tab=digest")))
                .contains("Inboxes hold the 20 new alerts of a CSM that matter most", "href=\"/setup/inbox\"");
        assertThat(html(get("/alerts"))).doesNotContain("Quiet hours", "Inboxes hold");

        policies.change(new InboxPolicy(20, now()), Actor.of(admin));

        assertThat(html(get("/alerts"))).contains("Quiet hours: what is raised now reaches inboxes on");
        assertThat(html(getAs(joined("Cem Kaya", Role.CSM), "/alerts")))
                .contains("Quiet hours")
                .doesNotContain("href=\"/setup/inbox\"");
    }

    private QuietHours now() {
        LocalTime now = LocalTime.now(days.zone());
        return new QuietHours(now.minusHours(1), now.plusHours(1), false);
    }
}
