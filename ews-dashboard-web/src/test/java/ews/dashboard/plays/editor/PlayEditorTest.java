package ews.dashboard.plays.editor;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.FormTest;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Entry;
import ews.plays.play.Goal;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.play.Trigger;
import ews.plays.play.Wait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlayEditorTest extends FormTest {

    private static final TaskStep CALL =
            new TaskStep("Call the sponsor", "Ask what\nhas changed.", Due.workingDays(2), Assignee.CSM);

    private static final WatchListStep WATCH = new WatchListStep("win-back", "The sponsor left.");

    private static final EscalateStep HELP = new EscalateStep(
            "Ask for help", "Name two dates.", Due.calendarDays(7).afterTheStepBefore());

    private static final String[] SPONSOR = {
        "name",
        "Sponsor left",
        "description",
        "Whoever bought it is gone.",
        "steps[0].kind",
        "TASK",
        "steps[0].title",
        "Call the sponsor",
        "steps[0].detail",
        "Ask what\r\nhas changed.",
        "steps[0].days",
        "2",
        "steps[0].unit",
        "WORKING_DAYS",
        "steps[0].from",
        "START",
        "steps[0].who",
        "CSM",
        "steps[1].kind",
        "WATCH_LIST",
        "steps[1].list",
        "win-back",
        "steps[1].reason",
        "The sponsor left.",
        "steps[2].kind",
        "ESCALATE",
        "steps[2].title",
        "Ask for help",
        "steps[2].detail",
        "Name two dates.",
        "steps[2].days",
        "7",
        "steps[2].unit",
        "CALENDAR_DAYS",
        "steps[2].from",
        "PREVIOUS_STEP"
    };

    private static final Condition BIG = new Condition.Attribute("size", List.of("big"));

    private static final TaskStep OTTO = new TaskStep(
            "Ask why", "And listen.", Due.workingDays(1).afterTheStepBefore(), Assignee.of("otto.berg@example.com"));

    private static final String[] BRANCH = {
        "steps[3].kind",
        "WAIT_TASKS",
        "steps[3].days",
        "10",
        "steps[3].unit",
        "WORKING_DAYS",
        "steps[4].kind",
        "IF_ATTRIBUTE",
        "steps[4].condition.kind",
        "attribute",
        "steps[4].condition.attribute",
        "size",
        "steps[4].condition.values",
        "big",
        "steps[5].kind",
        "START_PLAY",
        "steps[5].play",
        "win-back",
        "steps[6].kind",
        "OTHERWISE",
        "steps[7].kind",
        "TASK",
        "steps[7].title",
        "Ask why",
        "steps[7].detail",
        "And listen.",
        "steps[7].days",
        "1",
        "steps[7].unit",
        "WORKING_DAYS",
        "steps[7].from",
        "PREVIOUS_STEP",
        "steps[7].who",
        "MEMBER",
        "steps[7].member",
        "otto.berg@example.com",
        "steps[8].kind",
        "END"
    };

    private static final String[] ENTRY = {
        "entry.bands",
        "POOR",
        "entry.renewal",
        "90",
        "entry.conditions[0].kind",
        "attribute",
        "entry.conditions[0].attribute",
        "size",
        "entry.conditions[0].values",
        "big",
        "entry.often",
        "ONCE_IN",
        "entry.number",
        "180",
        "holdOut",
        "10",
        "goal.metric",
        "active_users",
        "goal.days",
        "28",
        "goal.form",
        "VALUE",
        "goal.comparison",
        "least",
        "goal.level",
        "before",
        "goal.value",
        "100",
        "goal.lasting",
        "14",
        "goal.within",
        "90"
    };

    private static final String PAGE = "/plays/sponsor-left";
    private static final String EDIT = PAGE + "/edit";

    @Autowired
    private Plays plays;

    @Autowired
    private PlayForms forms;

    @AfterEach
    void onlyTheStarterPlays() {
        jdbc.sql(
                        "delete from play where id in (select play_id from play_version where version = 1 and author <> 'EWS')")
                .update();
    }

    /** What comes later takes the place of what was there. */
    private static String[] with(String[] fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String[] some : List.of(fields, more)) {
            for (int i = 0; i < some.length; i += 2) {
                all.put(some[i], some[i + 1]);
            }
        }
        return all.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }

    /** The step on which the browser puts the focus. */
    private static String focused(int step) {
        return "<fieldset[^>]* autofocus[^>]*>\\s*<legend[^>]*>Step %d:".formatted(step);
    }

    private Play saved() {
        return plays.withKey("sponsor-left").orElseThrow();
    }

    @Test
    void aPlayIsWrittenWithAllKindsOfSteps() {
        assertThat(html(get("/plays/new"))).contains("Write a play", "1. Task").doesNotContain("Reason for the change");

        String page = follow(post("/plays/new", SPONSOR));

        assertThat(saved().steps()).containsExactly(CALL, WATCH, HELP);
        assertThat(saved().enabled()).isTrue();
        assertThat(page)
                .contains("Sponsor left was saved and is on", "Whoever bought it is gone.")
                .contains("Manager, 7 days after the step before", "New play", "Ada Moreno");
        assertThat(audited()).contains("play.saved");
    }

    @Test
    void theFormOfEveryPlaySavesWhatItBeganWith() {
        assertThat(plays.all()).isNotEmpty().allSatisfy(play -> {
            var fields = new Fields();
            assertThat(PlayForm.of(play).read(fields, forms.choices()))
                    .contains(new PlayForm.Details(play.name(), play.description(), play.definition()));
            assertThat(fields.errors()).isEmpty();
            assertThat(html(get("/plays/" + play.key() + "/edit")))
                    .contains("value=\"" + play.steps().getFirst().name());
        });
    }

    @Test
    void aPlayCanWaitAndBranch() {
        joined("Otto Berg", Role.CSM);
        follow(post("/plays/new", with(SPONSOR, BRANCH)));

        assertThat(saved().steps())
                .containsExactly(
                        CALL,
                        WATCH,
                        HELP,
                        new WaitStep(new Wait.Tasks(10, Due.Unit.WORKING_DAYS)),
                        new BranchStep(BIG, List.of(new StartPlayStep("win-back")), List.of(OTTO)));
        assertThat(html(get(PAGE)))
                .contains("Wait until all tasks are done, at most 10 working days", "If size is big")
                .contains("Step 6, otherwise step 7", "unless size is big", "Start the play “win-back”");
        String form = html(get(EDIT));
        assertThat(form).contains("5. Branch on an attribute", "Otherwise", "End of the branch", "7. Task");
        assertThat(follow(post(EDIT, with(with(SPONSOR, BRANCH), "seen", "1", "reason", "Nothing"))))
                .contains("says what it said before");
    }

    @Test
    void aPlaySaysWhoComesIntoItAndWhatItIsFor() {
        String page = follow(post("/plays/new", with(SPONSOR, ENTRY)));

        assertThat(saved().definition().entry())
                .isEqualTo(new Entry(
                        List.of(
                                new Trigger.Health(List.of(Band.POOR)),
                                new Trigger.Milestone(Trigger.Milestone.Date.RENEWAL, 90)),
                        List.of(),
                        List.of(BIG),
                        Entry.Repeat.onceIn(180)));
        assertThat(saved().definition().goal())
                .isEqualTo(new Goal(new Measurement("active_users", 28), true, new Goal.Level.Before(100), 14, 90));
        assertThat(saved().definition().holdOut()).isEqualTo(10);
        assertThat(page)
                .contains("It starts by itself when health becomes poor, or 90 days before the renewal.")
                .contains("at least 100 % of the level before, for 14 days", "10 % of the accounts");
        assertThat(follow(post(EDIT, with(with(SPONSOR, ENTRY), "seen", "1", "reason", "Nothing"))))
                .contains("says what it said before");
        assertThat(follow(
                        post(EDIT, with(with(SPONSOR, ENTRY), "seen", "1", "reason", "Later", "entry.renewal", "60"))))
                .contains("60 days before the renewal");
    }

    @Test
    void whatIsWrongWithEntryAndGoalIsSaidBesideItsField() {
        String page = html(post(
                "/plays/new",
                with(
                        with(SPONSOR, ENTRY),
                        "entry.renewal",
                        "400",
                        "entry.number",
                        "",
                        "goal.lasting",
                        "0",
                        "holdOut",
                        "80")));

        assertThat(page)
                .containsPattern("id=\"entry.renewal-error\">A whole number from 0 to 365")
                .containsPattern("id=\"entry.number-error\">A whole number from 1 to 1,?000")
                .containsPattern("id=\"goal.lasting-error\">A whole number from 1 to 90")
                .containsPattern("id=\"holdOut-error\">A whole number from 0 to 50");
        assertThat(plays.withKey("sponsor-left")).isEmpty();
    }

    @Test
    void conditionsOfTheEntryAreAddedAndRemoved() {
        String added = html(post("/plays/new", with(with(SPONSOR, ENTRY), "only", "metric")));
        assertThat(added).contains("name=\"entry.conditions[1].metric\"", "value=\"size\"");

        assertThat(html(post("/plays/new", with(with(SPONSOR, ENTRY), "without", "0"))))
                .doesNotContain("entry.conditions[0]");
    }

    @Test
    void aBranchIsAddedWithItsEndAndRemovedWithIt() {
        String added = html(post("/plays/new", with(SPONSOR, "insert", "true", "add", "IF_METRIC", "after", "0")));
        assertThat(added)
                .containsSubsequence(
                        "1. Task", "2. Branch on a metric", "Otherwise", "End of the branch", "3. Watch list")
                .containsPattern(focused(2));

        assertThat(html(post("/plays/new", with(with(SPONSOR, BRANCH), "remove", "4"))))
                .contains("5. Start a play", "6. Task")
                .doesNotContain("<h2 aria-hidden=\"true\">Otherwise", "<h2 aria-hidden=\"true\">End of the branch");
    }

    @Test
    void aBranchThatDoesNotEndIsPointedAt() {
        assertThat(html(post("/plays/new", with(with(SPONSOR, BRANCH), "steps[8].kind", "TASK"))))
                .contains("The end of this branch is missing");
        assertThat(html(post("/plays/new", with(SPONSOR, "steps[1].kind", "END"))))
                .contains("This belongs into a branch");
        assertThat(html(post("/plays/new", with(with(SPONSOR, BRANCH), "steps[7].member", "nobody@example.com"))))
                .containsPattern("id=\"steps\\[7].member-error\">Please choose one");
    }

    @Test
    void whatWasNotChangedIsNoVersion() {
        follow(post("/plays/new", SPONSOR));

        assertThat(follow(post(EDIT, with(SPONSOR, "seen", "1", "reason", "Nothing"))))
                .contains("Sponsor left says what it said before: nothing was saved.");
        assertThat(saved().version()).isEqualTo(1);
    }

    @Test
    void stepsAreAddedMovedAndRemovedBeforeAnythingIsSaved() {
        follow(post("/plays/new", SPONSOR));

        String added = html(post(EDIT, with(SPONSOR, "seen", "1", "insert", "true", "add", "WATCH_LIST")));
        assertThat(added).contains("4. Watch list").containsPattern(focused(4));
        String moved = html(post(EDIT, with(SPONSOR, "seen", "1", "down", "0")));
        assertThat(moved).contains("1. Watch list", "2. Task").containsPattern(focused(2));
        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "up", "2"))))
                .contains("2. Escalation to a manager", "3. Watch list");
        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "remove", "1"))))
                .contains("1. Task", "2. Escalation to a manager")
                .doesNotContain(". Watch list");
        assertThat(html(post(EDIT, with(SPONSOR, "up", "0")))).contains("1. Task", "2. Watch list");
        assertThat(saved().version()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        String page = html(post(
                "/plays/new",
                with(
                        SPONSOR,
                        "name",
                        "",
                        "steps[0].days",
                        "soon",
                        "steps[0].from",
                        "PREVIOUS_STEP",
                        "steps[1].list",
                        "nowhere",
                        "steps[2].detail",
                        " ")));

        assertThat(page)
                .contains("Nothing was changed yet", "value=\"soon\"", "A whole number from 0 to 365.")
                .containsPattern("id=\"name-error\">Please fill this in")
                .containsPattern("id=\"steps\\[1].list-error\">Please choose one")
                .containsPattern("id=\"steps\\[2].detail-error\">Please fill this in");
        assertThat(plays.withKey("sponsor-left")).isEmpty();
    }

    @Test
    void theFirstStepIsCountedFromTheStart() {
        assertThat(html(post("/plays/new", with(SPONSOR, "steps[0].from", "PREVIOUS_STEP"))))
                .containsPattern("id=\"steps\\[0].from-error\">No step before has a due day");
    }

    @Test
    void aPlayNeedsAStepAndANameOfItsOwn() {
        assertThat(html(post("/plays/new", "name", "Empty", "description", "Nothing.")))
                .contains("A play has 1 to 30 steps.");
        follow(post("/plays/new", SPONSOR));

        assertThat(html(post("/plays/new", with(SPONSOR, "description", "Another."))))
                .contains("Another play has the name &quot;Sponsor left&quot;.", "Another.");
    }

    @Test
    void aChangeNeedsAReasonAndShowsWhatItChanged() {
        follow(post("/plays/new", SPONSOR));
        String[] later = with(SPONSOR, "seen", "1", "steps[0].days", "5");
        assertThat(html(post(EDIT, later))).containsPattern("id=\"reason-error\">Please fill this in");

        String page = follow(post(EDIT, with(later, "reason", "Nobody managed it")));

        assertThat(page)
                .contains("saved as version 2", "Nobody managed it")
                .contains("Step 1: due within 5 working days, it was within 2 working days");
    }

    @Test
    void anOlderVersionCanBeBegunWith() {
        follow(post("/plays/new", SPONSOR));
        follow(post(
                EDIT, with(SPONSOR, "seen", "1", "steps[0].title", "Write to the sponsor", "reason", "They are busy")));

        assertThat(html(get(PAGE))).contains(EDIT + "?version=1");
        assertThat(html(get(EDIT + "?version=1")))
                .contains("This is what version 1 said", "value=\"Call the sponsor\"", "name=\"seen\" value=\"2\"");
        assertThat(html(get(EDIT))).contains("value=\"Write to the sponsor\"");
        assertThat(get(EDIT + "?version=9")).hasStatus(404);
        assertThat(get("/plays/nothing/edit")).hasStatus(404);
    }

    @Test
    void whoeverIsLaterIsToldWhatChangedMeanwhileAndLosesNothing() {
        follow(post("/plays/new", SPONSOR));
        follow(post(EDIT, with(SPONSOR, "seen", "1", "steps[0].days", "5", "reason", "Nobody managed it")));
        String[] mine = with(SPONSOR, "seen", "1", "steps[0].title", "Visit the sponsor", "reason", "Better");

        String page = html(post(EDIT, mine));

        assertThat(page)
                .contains("is at version 2, and you edited version 1", "value=\"Visit the sponsor\"")
                .contains("Step 1: due within 5 working days, it was within 2 working days")
                .contains("name=\"seen\" value=\"2\"", "value=\"Better\"");
        assertThat(follow(post(EDIT, with(mine, "seen", "2")))).contains("saved as version 3");
    }

    @Test
    void movingAStepForgetsNotWhichVersionWasSeen() {
        follow(post("/plays/new", SPONSOR));
        follow(post(EDIT, with(SPONSOR, "seen", "1", "steps[0].days", "5", "reason", "Nobody managed it")));

        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "down", "0")))).contains("name=\"seen\" value=\"1\"");
        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "name", "", "reason", "Better"))))
                .contains("name=\"seen\" value=\"1\"");
    }

    @Test
    void aPlayIsSwitchedOffAndOn() {
        follow(post("/plays/new", SPONSOR));

        assertThat(follow(post(PAGE + "/off"))).contains("Sponsor left is off: nobody can start it.", "Switch on");
        assertThat(saved().enabled()).isFalse();
        assertThat(follow(post(PAGE + "/on"))).contains("Sponsor left is on", "Switch off");
        assertThat(saved().enabled()).isTrue();
        assertThat(post("/plays/nothing/off")).hasStatus(404);
    }

    @Test
    void managersWritePlaysAndCsmsReadThem() {
        Member manager = joined("Mona Lead", Role.MANAGER);
        Member csm = joined("Chloe Tan", Role.CSM);

        assertThat(html(getAs(manager, "/plays"))).contains("/plays/new");
        assertThat(html(getAs(manager, "/plays/win-back"))).contains("/plays/win-back/edit", "Switch off");
        assertThat(postAs(manager, "/plays/new", SPONSOR)).hasStatus(302);
        assertThat(html(getAs(csm, "/plays"))).doesNotContain("/plays/new");
        assertThat(html(getAs(csm, "/plays/win-back")))
                .contains("Starter play")
                .doesNotContain("/plays/win-back/edit", "Switch off");
        assertThat(getAs(csm, "/plays/new")).hasStatus(403);
        assertThat(postAs(csm, EDIT, SPONSOR)).hasStatus(403);
    }

    @Test
    void whatNoFormSendsIsRefused() {
        assertThat(post("/plays/new", with(SPONSOR, "insert", "true", "add", "PARTY")))
                .hasStatus(400);
        assertThat(post("/plays/new", with(SPONSOR, "steps[9].title", "Far away")))
                .hasStatus(400);
        assertThat(html(post("/plays/new", with(SPONSOR, "steps[0].kind", "PARTY"))))
                .contains("Nothing was changed yet");
        assertThat(html(post("/plays/new", with(SPONSOR, "up", "77")))).contains("1. Task", "2. Watch list");
    }
}
