package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.member.Role;
import ews.domain.segment.Condition;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.play.Due;
import ews.plays.play.Due.Unit;
import ews.plays.play.Play;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.play.Wait;
import ews.plays.task.TaskLists;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is Thursday, 19 November 2026. */
class DryRunTest extends AccountOfCarla {

    @Autowired
    private DryRun dryRun;

    @Autowired
    private RunLists runs;

    @Autowired
    private TaskLists tasks;

    @Autowired
    private JdbcClient jdbc;

    private List<Foreseen> foreseen(Step... steps) {
        return dryRun.of(new Play("tried", "Tried", "For a test.", 0, true, List.of(steps)), account);
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    @Test
    void tasksHaveTheirDaysAndWhoWouldDoThem() {
        given.member("Mia", Role.MANAGER);

        assertThat(foreseen(
                        Given.task("Call", 2),
                        new EscalateStep(
                                "Ask for help", "Now.", Due.workingDays(1).afterTheStepBefore())))
                .extracting(Foreseen::day, Foreseen::who, Foreseen::subject)
                .containsExactly(tuple(november(23), "Carla", "Call"), tuple(november(24), "Mia", "Ask for help"));
    }

    @Test
    void nothingIsDone() {
        foreseen(Given.task("Call", 2), new WatchListStep("win-back", "A test.", 30));

        assertThat(runs.ofAccount(account)).isEmpty();
        assertThat(tasks.openOf(csm.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from watch_list_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void waitsMoveOnTheDaysOfWhatComesAfterThem() {
        assertThat(foreseen(
                        Given.task("Call", 2),
                        new WaitStep(new Wait.Tasks(10, Unit.WORKING_DAYS)),
                        new WaitStep(new Wait.Time(7, Unit.CALENDAR_DAYS)),
                        new WatchListStep("win-back", "A test.")))
                .extracting(Foreseen::day)
                .containsExactly(november(23), november(23), november(30), november(30));
    }

    @Test
    void ofABranchOnlyOneSideIsTaken() {
        var big = new Condition.Attribute("size", List.of("big"));

        assertThat(foreseen(
                        new BranchStep(big, List.of(Given.task("Congratulate", 1)), List.of(Given.task("Ask why", 1)))))
                .extracting(Foreseen::isTaken)
                .containsExactly(true, false, true);
    }

    @Test
    void anEmailShowsItsTextAndWhoWouldGetIt() {
        jdbc.sql("""
                        insert into account_user (account_id, key, attributes)
                        values (:account, 'ann', '{"name": "Ann Lee", "email": "ann@acme.example", "role": "Buyer"}')
                        """).param("account", account.value()).update();

        assertThat(foreseen(
                        new EmailStep("renewal-review", "buyer", null), new EmailStep("renewal-review", "admin", null)))
                .extracting(Foreseen::who)
                .containsExactly("Ann Lee", null);
        assertThat(foreseen(new EmailStep("renewal-review", "admin", null)))
                .extracting(Foreseen::note)
                .containsExactly(
                        "No email address is known of contacts with the role “admin”, or they do not want emails."
                                + " A task would be made instead.");
    }
}
