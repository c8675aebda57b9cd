package ews.dashboard.plays.editor;

import ews.dashboard.setup.FormTest;
import ews.domain.segment.Condition;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WatchListStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Plays are written in the browser; none but the starter plays stays. */
abstract class PlayEditing extends FormTest {

    static final TaskStep CALL =
            new TaskStep("Call the sponsor", "Ask what\nhas changed.", Due.workingDays(2), Assignee.CSM);

    static final WatchListStep WATCH = new WatchListStep("win-back", "The sponsor left.");

    static final EscalateStep HELP = new EscalateStep(
            "Ask for help", "Name two dates.", Due.calendarDays(7).afterTheStepBefore());

    static final String[] SPONSOR = {
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

    static final Condition BIG = new Condition.Attribute("size", List.of("big"));

    static final String PAGE = "/plays/sponsor-left";
    static final String EDIT = PAGE + "/edit";

    @Autowired
    Plays plays;

    @AfterEach
    void onlyTheStarterPlays() {
        jdbc.sql(
                        "delete from play where id in (select play_id from play_version where version = 1 and author <> 'EWS')")
                .update();
    }

    /** What comes later takes the place of what was there. */
    static String[] with(String[] fields, String... more) {
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

    Play saved() {
        return plays.withKey("sponsor-left").orElseThrow();
    }
}
