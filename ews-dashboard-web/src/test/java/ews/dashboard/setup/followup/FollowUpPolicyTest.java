package ews.dashboard.setup.followup;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.plays.followup.EscalationPolicies;
import ews.plays.followup.EscalationPolicy;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FollowUpPolicyTest extends FormTest {

    @Autowired
    private EscalationPolicies escalation;

    @Autowired
    private FollowUpPolicies ownerChanges;

    private String[] fields(String remind, String escalate, String alert) {
        return new String[] {"remindAfter", remind, "escalateAfter", escalate, "alertAfter", alert, "ownerChange", "ALL"
        };
    }

    @Test
    void anAdminSaysWhenWhatIsOverdueIsTold() {
        assertThat(html(get("/setup/follow-up"))).contains("value=\"1\"", "value=\"3\"");

        assertThat(follow(post("/setup/follow-up", fields("2", "5", "4"))))
                .contains("Saved. It counts from now on.", "value=\"5\"");

        assertThat(escalation.current()).isEqualTo(new EscalationPolicy(2, 5, 4));
        assertThat(ownerChanges.ownerChange()).isEqualTo(OwnerChange.ALL);
        assertThat(audited()).contains("escalation.changed", "follow_up.changed");
    }

    @Test
    void whatIsWrongIsSaidAndKept() {
        assertThat(html(post("/setup/follow-up", fields("soon", "0", "4"))))
                .contains("A whole number from 1 to 60.", "value=\"soon\"", "value=\"0\"");
        assertThat(html(post("/setup/follow-up", fields("3", "3", "4")))).contains("More days than until the reminder");
        assertThat(html(post("/setup/follow-up", "remindAfter", "1", "escalateAfter", "3", "alertAfter", "3")))
                .contains("Please choose one.");
        assertThat(escalation.current()).isEqualTo(new EscalationPolicy(1, 3, 3));
    }
}
