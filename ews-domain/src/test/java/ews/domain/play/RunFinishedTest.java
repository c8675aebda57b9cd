package ews.domain.play;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.MemberId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunFinishedTest {

    /** What was published and not yet dealt with is kept as JSON, and read again after a restart. */
    @Test
    void isReadAsItWasWritten() {
        var json = JsonMapper.shared();
        var finished = new RunFinished(
                new RunId(1),
                new AccountId(2),
                new AlertId(3),
                Outcome.NO_CHANGE,
                "They think about it.",
                new Actor(new MemberId(4), "Carla"));

        assertThat(json.readValue(json.writeValueAsString(finished), RunFinished.class))
                .isEqualTo(finished);
    }
}
