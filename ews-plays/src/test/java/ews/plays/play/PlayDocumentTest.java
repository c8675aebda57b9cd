package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import ews.plays.Given;
import ews.plays.play.Due.Unit;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlayDocumentTest {

    private static final Condition BIG = new Condition.Attribute("size", List.of("big", "huge"));

    private static final Condition FALLING =
            new Condition.Threshold(new Measurement("active_users", 28).as(Form.CHANGE), false, 80);

    private static final Condition SEATS = new Condition.Threshold(new Measurement("seats", 0), true, 12.5);

    private static final String STEPS = """
            "steps": [{"type": "start_play", "play": "renewal"}]""";

    static Stream<Play> plays() {
        return Stream.of(
                play(new Definition(List.of(Given.task("Call", 2)))),
                play(new Definition(
                        new Entry(
                                List.of(
                                        new Trigger.Alert(),
                                        new Trigger.Health(List.of(Band.POOR, Band.UNKNOWN)),
                                        new Trigger.Milestone(Trigger.Milestone.Date.TRIAL_END, 7),
                                        new Trigger.Segment("enterprise")),
                                List.of("enterprise"),
                                List.of(BIG, FALLING, SEATS),
                                Entry.Repeat.onceIn(90)),
                        List.of(
                                new TaskStep(
                                        "Call",
                                        "Ask\nwhy.",
                                        Due.calendarDays(2).afterTheStepBefore(),
                                        Assignee.of("otto@example.com")),
                                new EscalateStep("Help", "Please.", Due.workingDays(1)),
                                new WatchListStep("watch", "It declines."),
                                new WatchListStep("watch", "It declines.", 30),
                                new EmailStep("check-in", null, null),
                                new EmailStep("check-in", "Sponsor", Due.workingDays(1)),
                                new WaitStep(new Wait.Time(5, Unit.CALENDAR_DAYS)),
                                new WaitStep(new Wait.Tasks(5, Unit.WORKING_DAYS)),
                                new WaitStep(new Wait.Facts(SEATS, 5, Unit.WORKING_DAYS)),
                                new BranchStep(
                                        BIG,
                                        List.of(new BranchStep(SEATS, List.of(), List.of(Given.task("Write", 1)))),
                                        List.of(new StartPlayStep("renewal")))),
                        new Goal(new Measurement("active_users", 28), true, new Goal.Level.Before(100), 14, 90),
                        10)),
                play(new Definition(
                        new Entry(List.of(), List.of(), List.of(), Entry.Repeat.ALWAYS),
                        List.of(Given.task("Call", 2)),
                        new Goal(new Measurement("seats", 0), false, new Goal.Level.Fixed(7.5), 1, 1),
                        0)));
    }

    @ParameterizedTest
    @MethodSource
    void plays(Play play) {
        assertThat(PlayDocument.read("sponsor-left", PlayDocument.write(play), "play"))
                .isEqualTo(play);
    }

    @Test
    void readsLikeThis() {
        assertThat(PlayDocument.write(plays().toList().get(2)).toString())
                .isEqualTo(("{'name':'Sponsor left','description':'Whoever bought it is gone.','entry':{'triggers':[]},"
                                + "'steps':[{'type':'task','title':'Call','detail':'How to do it.',"
                                + "'due':{'days':2,'unit':'working_days','from':'start'},'assignee':'csm'}],"
                                + "'goal':{'measurement':{'metric':'seats'},'atLeast':false,"
                                + "'level':{'type':'fixed','limit':7.5},'days':1,'within':1}}")
                        .replace('\'', '"'));
    }

    @Test
    void writesConditionsAsRulesDoAndWholeNumbersWithoutAPoint() {
        assertThat(PlayDocument.write(plays().toList().get(1))
                        .at("/entry/conditions")
                        .toString())
                .isEqualTo(("[{'attribute':'size','is':['big','huge']},"
                                + "{'metric':'active_users','days':28,'form':'change','atMost':80},"
                                + "{'metric':'seats','atLeast':12.5}]")
                        .replace('\'', '"'));
    }

    @Test
    void whatIsLeftOutIsWhatMostPlaysHave() {
        Play play = read("""
                {"name": " Sponsor left ", "description": "Whoever bought it is gone.", %s, "goal": null}""".formatted(STEPS));

        assertThat(play).isEqualTo(play(new Definition(List.of(new StartPlayStep("renewal")))));
    }

    @Test
    void tellsOfEveryPartWhatIsWrongWithIt() {
        assertThat(problems("""
                        {"name": 5, "descripton": "Typo", "holdOut": "10", "goal": {"atLeast": true},
                         "entry": {"triggers": [{"type": "band", "bands": ["bad"]}]},
                         "steps": [{"type": "call"}, {"type": "start_play"}, null]}"""))
                .containsExactly(
                        "play.descripton: there is no such field; use name, description, entry, steps, goal, holdOut",
                        "play.name: must be a text; put it in quotes",
                        "play.description: is missing",
                        "play.entry.triggers[0].bands[0]: must be one of good, average, poor, unknown",
                        "play.steps[0]: there is no type \"call\"; use " + String.join(", ", kindsOfSteps()),
                        "play.steps[1].play: is missing",
                        "play.steps[2]: is missing",
                        "play.goal.measurement: is missing",
                        "play.holdOut: must be a whole number");
    }

    private static List<String> kindsOfSteps() {
        return Stream.of(Step.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "start_play", "play": "x", "days": 3}       | play.steps[0].days: there is no such field; use play
            {"title": "x"}                                       | play.steps[0]: its field type is missing; it must be one of task
            "Call"                                               | play.steps[0]: must have fields
            {"type": "escalate", "title": "x", "detail": "y", "due": {"days": 2.5, "unit": "working_days"}} | play.steps[0].due.days: must be a whole number
            {"type": "escalate", "title": "x", "detail": "y", "due": {"days": 99999999999, "unit": "working_days"}} | play.steps[0].due.days: must be a whole number
            {"type": "escalate", "title": "x", "detail": "y", "due": {"days": 2, "unit": "weeks"}} | play.steps[0].due.unit: must be one of working_days, calendar_days
            {"type": "escalate", "title": "x", "detail": "y", "due": 2} | play.steps[0].due: must have fields
            {"type": "escalate", "title": "x\\u0000", "detail": "y"} | play.steps[0].title: has control characters; leave them out
            {"type": "task", "title": "x", "detail": "y", "due": {"days": 2, "unit": "working_days"}, "assignee": "boss"} | play.steps[0].assignee: must be csm, manager, sponsor or the email address of a member
            {"type": "task", "title": "x", "detail": "y", "due": {"days": 2, "unit": "working_days"}, "assignee": 7} | play.steps[0].assignee: must be csm, manager, sponsor or the email address of a member
            {"type": "branch", "condition": {"metric": "activ", "days": 28, "atLeast": 3}} | play.steps[0].condition: There is no metric 'activ'; the metrics are
            {"type": "branch", "condition": {"metric": "seats", "days": 28, "atLeast": 3}} | play.steps[0].condition: Seats has no days; leave it out
            {"type": "branch", "condition": {"metric": "seats", "atLeast": "3"}} | play.steps[0].condition.atLeast: must be a number, like 40 or 12.5
            {"type": "branch", "condition": {"metric": "seats", "atLeast": 1e999}} | play.steps[0].condition.atLeast: must be a number of at most 12 digits
            {"type": "branch", "condition": {"metric": "seats"}} | play.steps[0].condition: must have either atLeast or atMost
            {"type": "branch", "condition": {"metric": "seats", "is": ["3"], "atLeast": 3}} | play.steps[0].condition: must have an attribute and is, or a metric and atLeast or atMost
            {"type": "branch", "condition": {"attribute": "size", "is": ["big"]}, "then": {"type": "wait"}} | play.steps[0].then: must be a list, like [first, second]
            {"type": "branch", "condition": {"attribute": "size", "is": ["big"]}, "then": [{"type": "watch_list", "list": "x"}]} | play.steps[0].then[0].reason: is missing
            {"type": "wait", "until": {"for": "ever", "days": 3, "unit": "working_days"}} | play.steps[0].until: there is no for "ever"; use time, tasks, condition
            """)
    void namesThePlaceOfWhatIsWrong(String step, String problem) {
        assertThat(problems("""
                        {"name": "Sponsor left", "description": "Gone.", "steps": [%s]}""".formatted(step))).singleElement().asString().startsWith(problem);
    }

    @Test
    void aPlayWithoutStepsIsNone() {
        assertThat(problems("{\"name\": \"Sponsor left\", \"description\": \"Gone.\", \"steps\": []}"))
                .containsExactly("play.steps: must be a list of 1 to 30");
        assertThat(problems("[]")).startsWith("play: must have fields: name, description, entry, steps, goal, holdOut");
    }

    private static Play play(Definition definition) {
        return new Play("sponsor-left", "Sponsor left", "Whoever bought it is gone.", 0, true, definition);
    }

    private static Play read(String text) {
        JsonNode node = JsonMapper.shared().readTree(text);
        return PlayDocument.read("sponsor-left", node, "play");
    }

    private static List<String> problems(String text) {
        @Nullable InvalidPlay refused = catchThrowableOfType(InvalidPlay.class, () -> read(text));
        return refused == null ? List.of() : refused.problems();
    }
}
