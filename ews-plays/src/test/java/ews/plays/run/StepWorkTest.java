package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.task.Task;
import ews.plays.watchlist.WatchListEntry;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What steps do inside EWS. */
class StepWorkTest extends StepsOfAcme {

    @Autowired
    private RunLists lists;

    @Autowired
    private Plays plays;

    @Autowired
    private WatchLists watchLists;

    @Test
    void aPlayStartsAnother() {
        Play other = given.play(task("Renew"));

        Run run = started(new StartPlayStep(other.key()));

        assertThat(lists.ofAccount(account))
                .extracting(Run::playName, Run::reason)
                .contains(tuple(other.name(), "Started by the play \"%s\".".formatted(run.playName())));
    }

    @Test
    void playsThatStartEachOtherComeToAnEnd() {
        Play first = given.play(task("Call"));
        Play second = given.play(new StartPlayStep(first.key()), task("Write"));
        plays.save(
                new Play(
                        first.key(),
                        first.name(),
                        first.description(),
                        1,
                        true,
                        List.of(new StartPlayStep(second.key()))),
                "In a circle",
                Actor.SYSTEM);

        runs.start(account, plays.withKey(first.key()).orElseThrow(), null, "A test", actor);

        assertThat(lists.ofAccount(account)).hasSize(2);
    }

    @Test
    void aPlayThatIsSwitchedOffIsNotStartedByAnother() {
        Play other = given.play(task("Renew"));
        plays.disable(other.key(), Actor.SYSTEM);

        Run run = started(new StartPlayStep(other.key()));

        assertThat(lists.ofAccount(account)).hasSize(1);
        assertThat(results(run)).containsExactly("Not started: the play is switched off.");
    }

    @Test
    void aTaskIsForTheSponsorOrACertainMember() {
        Member sponsor = given.member("Sue", Role.EXECUTIVE);
        given.member("Otto", Role.CSM);
        says("sponsor", "Sue");

        Run run = started(
                new TaskStep("Call the board", "How.", Due.workingDays(1), Assignee.of("sponsor")),
                new TaskStep("Send the invoice", "How.", Due.workingDays(2), Assignee.of("otto@example.com")));

        assertThat(taskLists.ofRun(run.id())).extracting(Task::assigneeName).containsExactly(sponsor.name(), "Otto");
    }

    @Test
    void anAccountStaysOnAWatchListForSomeDays() {
        started(new WatchListStep("win-back", "A test.", 30));

        assertThat(watchLists.ofAccount(account))
                .singleElement()
                .extracting(WatchListEntry::until)
                .isEqualTo(LocalDate.of(2026, 12, 19));
    }
}
