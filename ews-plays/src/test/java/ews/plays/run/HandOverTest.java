package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.Given;
import ews.plays.task.TaskStatus;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class HandOverTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private Given given;

    @Autowired
    private Owners owners;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tasks tasks;

    @BeforeEach
    void nothing() {
        given.nothing();
    }

    @Test
    void givesAccountsAndOpenTasksToTheSuccessorAndLeavesWhatIsDone() {
        Member ada = given.member("Ada", Role.CSM);
        Member ben = given.member("Ben", Role.CSM);
        AccountId acme = given.account("Acme", ada);
        var open = tasks.add(acme, "Call", "", FRIDAY, ada.id(), Actor.SYSTEM);
        var done = tasks.add(acme, "Write", "", FRIDAY, ada.id(), Actor.SYSTEM);
        tasks.done(done.id(), null, Actor.SYSTEM);

        owners.handOver(ada, ben.id(), Actor.SYSTEM);

        assertThat(accounts.withId(acme).orElseThrow().csm()).isEqualTo(ben.id());
        assertThat(tasks.withId(open.id()).orElseThrow().assignee()).isEqualTo(ben.id());
        assertThat(tasks.withId(done.id()).orElseThrow())
                .returns(ada.id(), it -> it.assignee())
                .returns(TaskStatus.DONE, it -> it.status());
    }

    @Test
    void refusesASuccessorWhoCannotWork() {
        Member ada = given.member("Ada", Role.CSM);
        Member eve = given.member("Eve", Role.EXECUTIVE);
        AccountId acme = given.account("Acme", ada);

        assertThatIllegalArgumentException().isThrownBy(() -> owners.handOver(ada, eve.id(), Actor.SYSTEM));

        assertThat(accounts.withId(acme).orElseThrow().csm()).isEqualTo(ada.id());
    }
}
