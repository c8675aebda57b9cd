package ews.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.play.Outcome;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.RunState;
import ews.plays.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plays are started, and their runs come to an end. */
class RunActionsTest extends Actions {

    @Autowired
    RunLists runLists;

    @Test
    void aPlayIsStartedBecauseOfAnAlertAndItsRunOpens() {
        AlertId alert = given.anAlert(account, "active-users-decline", "Active users fell 32 %");

        var result = post(csm, page() + "/plays", "play", "win-back", "alert", alert.toString());

        Run run = runLists.ofAlert(account, alert).orElseThrow();
        assertThat(result).hasRedirectedUrl("/runs/" + run.id());
        assertThat(run.reason()).isEqualTo("Active users fell 32 %");
    }

    @Test
    void anAlertOfAnotherAccountStartsNothing() {
        AccountId other = given.anAccount("Other").exists();
        AlertId alert = given.anAlert(other, "active-users-decline", "Active users fell 32 %");

        assertThat(post(csm, page() + "/plays", "play", "win-back", "alert", alert.toString()))
                .hasStatus(404);
        assertThat(runLists.ofAccount(account)).isEmpty();
    }

    @Test
    void aPlayIsStartedOnSeveralAccountsAndThoseOfOthersAreLeftAlone() {
        AccountId second = given.anAccount("Second").of(csm).exists();
        AccountId foreign = given.anAccount("Foreign").exists();

        var result = post(
                csm,
                "/accounts/play",
                "account",
                account.toString(),
                "account",
                second.toString(),
                "account",
                foreign.toString(),
                "play",
                "win-back",
                "back",
                "/accounts?csm=all&health=poor");

        assertDone(
                result,
                "/accounts?csm=all&health=poor",
                "“Win-back” was started on 2 accounts. 1 is not yours to change.");
        assertThat(runLists.ofAccount(second)).hasSize(1);
        assertThat(runLists.ofAccount(foreign)).isEmpty();
    }

    @Test
    void aFormOnlyEverLeadsBackIntoThePortfolio() {
        assertRefused(
                post(csm, "/accounts/watch", "watchList", "win-back", "back", "//evil.example/"),
                "/accounts",
                "Select accounts first.");
    }

    @Test
    void theLastTaskOfARunAsksForItsOutcome() {
        Run run =
                runs.start(account, plays.withKey("business-review").orElseThrow(), null, "It is time", Actor.of(csm));
        List<Task> all = taskLists.ofRun(run.id());
        all.subList(1, all.size() - 1).forEach(it -> tasks.done(it.id(), null, Actor.of(csm)));

        assertThat(post(csm, "/tasks/" + all.getFirst().id() + "/done", "note", "Sent"))
                .hasRedirectedUrl("/tasks");
        assertThat(post(csm, "/tasks/" + all.getLast().id() + "/skip", "reason", "Not needed"))
                .hasRedirectedUrl("/runs/%s#outcome".formatted(run.id()));
        assertThat(visit(csm, "/runs/" + run.id())).bodyText().contains("How did it end?");

        assertDone(
                post(csm, "/runs/" + run.id() + "/finish", "outcome", "saved", "note", "They stay"),
                "/runs/" + run.id(),
                "The run has ended: Saved.");
        assertThat(runLists.withId(run.id()).orElseThrow().state())
                .isInstanceOfSatisfying(
                        RunState.Finished.class, it -> assertThat(it.outcome()).isEqualTo(Outcome.SAVED));
    }

    @Test
    void aRunThatFactsMayStillProveEndsEarlierIfSomebodyKnowsHow() {
        Run run = runs.start(account, plays.withKey("train-new-users").orElseThrow(), null, "Growing", Actor.of(csm));
        List<Task> both = taskLists.ofRun(run.id());
        tasks.done(both.getFirst().id(), null, Actor.of(csm));

        assertThat(post(csm, "/tasks/" + both.getLast().id() + "/done", "note", "Sent"))
                .hasRedirectedUrl("/tasks");
        assertThat(visit(csm, "/runs/" + run.id()))
                .bodyText()
                .contains("Facts may prove until", "I know already how it ended");

        assertDone(
                post(csm, "/runs/" + run.id() + "/finish", "outcome", "lost", "note", "They have cancelled"),
                "/runs/" + run.id(),
                "The run has ended: Lost.");
    }

    @Test
    void aRunIsGivenUpForAReason() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It falls", Actor.of(csm));

        assertRefused(post(csm, "/runs/" + run.id() + "/cancel"), "/runs/" + run.id(), "reason");
        assertDone(
                post(csm, "/runs/" + run.id() + "/cancel", "reason", "They merged"),
                "/runs/" + run.id(),
                "The run was given up.");
    }

    @Test
    void aPlayIsSwitchedOffTogetherWithItsRuns() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        try {
            assertRefused(
                    post(manager, "/plays/win-back/off", "cancel", "on"), "/plays/win-back", "The reason is missing");
            assertDone(
                    post(manager, "/plays/win-back/off", "cancel", "on", "reason", "It does not help."),
                    "/plays/win-back",
                    "Win-back is off, and 1 run was cancelled.");

            assertThat(runLists.withId(run.id()).orElseThrow().state()).isInstanceOf(RunState.Cancelled.class);
        } finally {
            plays.enable("win-back", Actor.SYSTEM);
        }
    }
}
