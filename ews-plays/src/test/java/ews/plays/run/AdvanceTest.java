package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.segment.Condition;
import ews.domain.time.OrganisationDays;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.channel.SlackChannels;
import ews.plays.channel.Webhook;
import ews.plays.channel.Webhooks;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Due.Unit;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.MessageStep;
import ews.plays.play.Step.MessageStep.Via;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.play.Wait;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.Touchpoints;
import ews.plays.watchlist.WatchListEntry;
import ews.plays.watchlist.WatchLists;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is Thursday, 19 November 2026. */
class AdvanceTest extends AccountOfCarla {

    private static final Condition BIG = new Condition.Attribute("size", List.of("big"));

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists lists;

    @Autowired
    private RunEndings endings;

    @Autowired
    private WaitingRuns waitingRuns;

    @Autowired
    private Plays plays;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private OrganisationDays days;

    @Autowired
    private Templates templates;

    @Autowired
    private SlackChannels slackChannels;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private WatchLists watchLists;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void onlyTheStarterTemplates() {
        jdbc.sql("delete from email_template where key = 'hello'").update();
    }

    @Test
    void nothingAfterAWaitIsDoneBeforeItIsOver() {
        Run run = started(task("Call"), wait(2), task("Ask again"));

        assertThat(titles(run)).containsExactly("Call");
        assertThat(run.waitsUntil()).isEqualTo("2026-11-23");

        goOnTheNextDay();
        assertThat(titles(run)).containsExactly("Call");

        goOnInDays(3);
        assertThat(titles(run)).containsExactly("Call", "Ask again");
    }

    @Test
    void daysAfterAWaitAreCountedFromItsEnd() {
        Run run = started(
                wait(1),
                new TaskStep("Call", "How.", Due.workingDays(2).afterTheStepBefore(), Assignee.CSM),
                new TaskStep("Write", "How.", Due.workingDays(2), Assignee.CSM));

        goOnTheNextDay();

        assertThat(taskLists.ofRun(run.id()))
                .extracting(Task::title, Task::due)
                .containsExactly(tuple("Call", LocalDate.of(2026, 11, 24)), tuple("Write", LocalDate.of(2026, 11, 23)));
    }

    @Test
    void nothingIsOverdueWhenTheRunComesToIt() {
        Run run = started(wait(5), task("Call"));

        goOnInDays(7);

        assertThat(taskLists.ofRun(run.id())).extracting(Task::due).containsExactly(LocalDate.of(2026, 11, 26));
    }

    @Test
    void aWaitOnAHolidayLastsADayLonger() {
        jdbc.sql("insert into holiday (day, name) values ('2026-11-20', 'Founders'' day')")
                .update();

        assertThat(started(wait(1), task("Call")).waitsUntil()).isEqualTo("2026-11-23");
    }

    @Test
    void whatWaitsForItsTasksGoesOnWithTheLastOfThem() {
        Run run = started(
                task("Call"), task("Write"), new WaitStep(new Wait.Tasks(5, Unit.WORKING_DAYS)), task("Sum up"));

        tasks.done(open(run).getFirst().id(), null, actor);
        assertThat(titles(run)).containsExactly("Call", "Write");

        assertThat(tasks.skip(open(run).getFirst().id(), "Not needed", actor))
                .as("there is another task now")
                .isEmpty();
        assertThat(titles(run)).containsExactly("Call", "Write", "Sum up");
    }

    @Test
    void whatWaitsForItsTasksGoesOnWithoutThemInTheEnd() {
        Run run = started(task("Call"), new WaitStep(new Wait.Tasks(3, Unit.CALENDAR_DAYS)), task("Sum up"));

        goOnInDays(3);

        assertThat(titles(run)).containsExactly("Call", "Sum up");
    }

    @Test
    void whatWaitsForFactsGoesOnWhenTheyCome() {
        Run run = started(new WaitStep(new Wait.Facts(BIG, 30, Unit.CALENDAR_DAYS)), task("Congratulate"));
        goOnTheNextDay();
        assertThat(titles(run)).isEmpty();

        becomesBig();
        goOnTheNextDay();

        assertThat(titles(run)).containsExactly("Congratulate");
        assertThat(results(run)).contains("What it waited for has come.");
    }

    @Test
    void afterAWaitInVainABranchTellsWhatToDo() {
        Run run = started(
                new WaitStep(new Wait.Facts(BIG, 1, Unit.CALENDAR_DAYS)),
                new BranchStep(BIG, List.of(task("Congratulate")), List.of(task("Ask why"))),
                task("Write it down"));

        goOnTheNextDay();

        assertThat(titles(run)).containsExactly("Ask why", "Write it down");
        assertThat(results(run)).startsWith("It did not come in time.", "It was not so.");
    }

    @Test
    void aBranchWhoseConditionHoldsLeavesTheOtherStepsOut() {
        becomesBig();

        Run run = started(
                new BranchStep(BIG, List.of(task("Congratulate")), List.of(task("Ask why"))), task("Write it down"));

        assertThat(titles(run)).containsExactly("Congratulate", "Write it down");
    }

    @Test
    void aRunThatWaitsDoesNotAskForItsOutcome() {
        Run run = started(task("Call"), wait(5), task("Ask again"));

        assertThat(tasks.done(open(run).getFirst().id(), null, actor)).isEmpty();
        assertThat(lists.awaitingOutcome()).isEmpty();
    }

    @Test
    void aRunThatHasEndedDoesNotGoOn() {
        Run run = started(task("Call"), wait(1), task("Ask again"));
        endings.cancel(run.id(), "They have left", actor);

        goOnTheNextDay();

        assertThat(titles(run)).containsExactly("Call");
    }

    @Test
    void goingOnTwiceDoesNothingTwice() {
        Run run = started(wait(1), task("Call"));
        goOnTheNextDay();

        waitingRuns.goOn();

        assertThat(titles(run)).containsExactly("Call");
    }

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
    void anEmailIsSentByItselfInTheNameOfTheCsmAndOnce() {
        contact("Buyer");
        template("Hi {{contact.first_name|there}}, how is {{account.name}}?");

        Run run = started(new EmailStep("hello", "buyer", null), task("Call"));

        assertThat(touchpoints.ofRun(account, run.id()))
                .singleElement()
                .extracting(Touchpoint::note)
                .isEqualTo("“Hello” to Ann Lee");
        assertThat(jdbc.sql("select count(*) from outbox_message where channel = 'email'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(titles(run)).containsExactly("Call");
        assertThat(results(run)).startsWith("The email was sent to 1.");
    }

    @Test
    void anEmailThatCannotBeSentIsATaskWithTheReason() {
        template("You have {{metric.nps|}} and {{account.renewal_date}}.");

        Run nobody = started(new EmailStep("hello", null, null));
        contact("Buyer");
        Run unknown = started(new EmailStep("hello", null, null));

        assertThat(taskLists.ofRun(nobody.id())).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("Send the email “Hello”");
            assertThat(it.detail()).contains("No email address is known of all contacts");
        });
        assertThat(taskLists.ofRun(unknown.id()))
                .singleElement()
                .extracting(Task::detail)
                .asString()
                .contains("account.renewal_date");
        assertThat(touchpoints.ofAccount(account, 10)).isEmpty();
    }

    @Test
    void anEmailCanBeATaskForTheCsmWhoSendsIt() {
        contact("Buyer");
        template("Hi.");

        Run run = started(new EmailStep("hello", "buyer", Due.workingDays(2)));

        assertThat(taskLists.ofRun(run.id()))
                .extracting(Task::title, Task::due, Task::assigneeName)
                .containsExactly(tuple("Send the email “Hello”", LocalDate.of(2026, 11, 23), "Carla"));
        assertThat(touchpoints.ofAccount(account, 10)).isEmpty();
    }

    @Test
    void aSlackChannelIsToldOnceAndAWebhookThatIsOffIsNot() {
        slackChannels.add("cs-team", "https://hooks.slack.example/services/T/B/X", Set.of(), actor);
        Webhook webhook =
                webhooks.add("crm", "https://crm.example/hook", Set.of(), actor).webhook();
        var toSlack = new MessageStep(Via.SLACK, "cs-team", "{{account.name}} of {{csm.first_name}} needs help.");
        var toCrm = new MessageStep(Via.WEBHOOK, "crm", "Please look.");
        Run both = started(toSlack, toCrm);
        assertThat(results(both)).containsExactly("The message was sent.", "The message was sent.");
        assertThat(jdbc.sql("select payload::text from outbox_message where channel = 'slack'")
                        .query((row, _) -> row.getString(1))
                        .list())
                .singleElement()
                .asString()
                .contains("Acme of Carla needs help.");

        webhooks.enable(webhook.id(), false, actor);
        assertThat(results(started(toCrm))).containsExactly("Not sent: there is no Webhook “crm” that is on.");
    }

    @Test
    void anAccountStaysOnAWatchListForSomeDays() {
        started(new WatchListStep("win-back", "A test.", 30));

        assertThat(watchLists.ofAccount(account))
                .singleElement()
                .extracting(WatchListEntry::until)
                .isEqualTo(LocalDate.of(2026, 12, 19));
    }

    private void contact(String role) {
        jdbc.sql("""
                        insert into account_user (account_id, key, attributes)
                        values (:account, 'ann', jsonb_build_object('name', 'Ann Lee', 'email', 'ann@acme.example', 'role', :role))
                        """).param("account", account.value()).param("role", role).update();
    }

    private void template(String body) {
        jdbc.sql("delete from email_template where key = 'hello'").update();
        templates.save(new Template("hello", "Hello", "Hello", body, 0), "For a test", Actor.SYSTEM);
    }

    private Run started(Step... steps) {
        Play play = given.play(steps);
        return runs.start(account, play, null, "A test", actor);
    }

    private static Step task(String title) {
        return Given.task(title, 1);
    }

    private static Step wait(int workingDays) {
        return new WaitStep(new Wait.Time(workingDays, Unit.WORKING_DAYS));
    }

    private void goOnTheNextDay() {
        goOnInDays(1);
    }

    private void goOnInDays(int passed) {
        given.clock().tick(Duration.ofDays(passed));
        waitingRuns.goOn();
    }

    private void becomesBig() {
        says("size", "big");
    }

    private void says(String attribute, String value) {
        jdbc.sql("""
                        insert into attribute_change (account_id, occurred_at, event_key, name, value)
                        values (:account, '2026-11-01T10:00:00Z', hashtext(:name), :name, :value)
                        """)
                .param("account", account.value())
                .param("name", attribute)
                .param("value", value)
                .update();
    }

    private List<String> titles(Run run) {
        return taskLists.ofRun(run.id()).stream().map(Task::title).toList();
    }

    private List<Task> open(Run run) {
        return taskLists.ofRun(run.id()).stream().filter(Task::isOpen).toList();
    }

    private List<String> results(Run run) {
        return jdbc.sql("select result from run_step where run_id = :run order by step")
                .param("run", run.id().value())
                .query((row, _) -> row.getString("result"))
                .list();
    }
}
