package ews.plays.run;

import static ews.plays.Given.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.holiday.OrganisationHolidays;
import ews.domain.holiday.PublicHolidays;
import ews.plays.AccountOfCarla;
import ews.plays.followup.FollowUp;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Due.Unit;
import ews.plays.play.Step;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Wait;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** It is Wednesday, 30 December 2026, in Germany, where New Year's Day is a Friday. */
class YearsEndTest extends AccountOfCarla {

    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

    @Autowired
    private OrganisationHolidays holidays;

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists lists;

    @Autowired
    private WaitingRuns waitingRuns;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private FollowUp followUp;

    @BeforeEach
    void wednesday() {
        dayIs("2026-12-30");
        holidays.follow(PublicHolidays.region("de").orElseThrow(), actor);
    }

    private void dayIs(String day) {
        given.clock().set(Instant.parse(day + "T10:00:00Z"));
    }

    private Run started(Step... steps) {
        return runs.start(account, given.play(steps), null, "It is time", actor);
    }

    @Test
    void dueDaysSkipTheHolidaysOfTheNewYear() {
        Run run = started(
                task("Tomorrow", 1),
                task("Next week", 2),
                new TaskStep("In two days", "How.", Due.calendarDays(2), Assignee.CSM),
                new TaskStep("A day later", "How.", Due.workingDays(1).afterTheStepBefore(), Assignee.CSM));

        assertThat(taskLists.ofRun(run.id()))
                .extracting(Task::title, Task::due)
                .containsExactlyInAnyOrder(
                        tuple("Tomorrow", LocalDate.of(2026, 12, 31)),
                        tuple("Next week", MONDAY),
                        tuple("In two days", MONDAY),
                        tuple("A day later", MONDAY.plusDays(1)));
    }

    @Test
    void aYearAheadTheHolidaysAreKnown() {
        Run run = started(new TaskStep("At Christmas", "How.", Due.calendarDays(360), Assignee.CSM));

        assertThat(taskLists.ofRun(run.id()))
                .extracting(Task::due)
                .as("after Saturday, 25 December 2027, and the day after")
                .containsExactly(LocalDate.of(2027, 12, 27));
    }

    @Test
    void aWaitOfWorkingDaysEndsAfterTheHolidays() {
        Run run = started(new WaitStep(new Wait.Time(2, Unit.WORKING_DAYS)), task("Ask", 0));

        for (String day : new String[] {"2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"}) {
            dayIs(day);
            waitingRuns.goOn();
            assertThat(taskLists.ofRun(run.id())).as(day).isEmpty();
        }
        dayIs("2027-01-04");
        waitingRuns.goOn();
        waitingRuns.goOn();

        assertThat(taskLists.ofRun(run.id())).extracting(Task::due).containsExactly(MONDAY);
    }

    /** Sunday, and the Wednesday after it. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-01-10", "2027-01-13"})
    void aWaitThatEndedWhileNobodyWasThereGoesOnOnceAndNothingIsOverdue(String back) {
        Run run = started(new WaitStep(new Wait.Time(2, Unit.WORKING_DAYS)), task("Ask", 0));

        dayIs(back);
        waitingRuns.goOn();
        waitingRuns.goOn();

        assertThat(taskLists.ofRun(run.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.due())
                        .isAfterOrEqualTo(LocalDate.parse(back))
                        .isBeforeOrEqualTo(LocalDate.of(2027, 1, 13)));
        assertThat(lists.withId(run.id()).orElseThrow().waitsUntil()).isNull();
    }

    @Test
    void aClockThatIsPutBackTakesNoStepTwice() {
        Run run = started(new WaitStep(new Wait.Time(2, Unit.WORKING_DAYS)), task("Ask", 0));
        dayIs("2027-01-04");
        waitingRuns.goOn();

        dayIs("2026-12-31");
        waitingRuns.goOn();
        dayIs("2027-01-04");
        waitingRuns.goOn();

        assertThat(taskLists.ofRun(run.id())).hasSize(1);
    }

    @Test
    void nobodyIsRemindedOnHolidaysOfWhatWasDueInTheOldYear() {
        tasks.add(account, "Call", "", LocalDate.of(2026, 12, 31), csm.id(), actor);

        for (String day : new String[] {"2027-01-01", "2027-01-02", "2027-01-03"}) {
            dayIs(day);
            followUp.check();
            assertThat(given.auditedActions()).as(day).doesNotContain("task.reminded");
        }
        dayIs("2027-01-04");
        followUp.check();
        dayIs("2026-12-31");
        followUp.check();
        dayIs("2027-01-04");
        followUp.check();

        assertThat(given.audited("task.reminded")).hasSize(1);
    }
}
