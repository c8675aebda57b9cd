package ews.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import ews.plays.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account gets another CSM. */
class HandOverActionsTest extends Actions {

    @Autowired
    FollowUpPolicies policies;

    @Test
    void whoHandsAnAccountOverSaysWhichOpenTasksGoAlong() {
        Member other = given.member("Otto Other", Role.CSM);
        tasks.add(account, "By hand", "", given.today(), csm.id(), Actor.of(csm));

        assertDone(
                post(manager, page() + "/assign", "assignee", other.id().toString(), "moving", "all"),
                page(),
                "The account and 1 open task moved.");
        assertThat(taskLists.openOf(other.id())).extracting(Task::title).containsExactly("By hand");
        assertRefused(
                post(manager, page() + "/assign", "assignee", csm.id().toString(), "moving", "some"),
                page(),
                "Choose whether none, all_but_manual or all of the open tasks move");
    }

    @Test
    void aManagerHandsAnAccountOver() {
        Member other = given.member("Otto Other", Role.CSM);

        assertDone(
                post(manager, page() + "/assign", "assignee", other.id().toString()),
                page(),
                "The account has a new CSM.");
        assertThat(accounts.withId(account).orElseThrow().csm()).isEqualTo(other.id());
    }

    @Test
    void aCsmDoesNotHandAccountsOver() {
        assertThat(post(csm, page() + "/assign", "assignee", csm.id().toString()))
                .hasStatus(403);
        assertThat(post(
                        csm,
                        "/accounts/assign",
                        "account",
                        account.toString(),
                        "assignee",
                        csm.id().toString()))
                .hasStatus(403);
    }

    @Test
    void whatThePolicySaysIsSuggestedFirst() {
        policies.change(OwnerChange.ALL, Actor.of(manager));

        assertThat(visit(manager, page())).bodyText().contains("<select name=\"moving\"><option value=\"all\">");
    }
}
