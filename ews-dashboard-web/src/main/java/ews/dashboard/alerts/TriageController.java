package ews.dashboard.alerts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.detection.alert.Alert;
import ews.detection.alert.Alerts;
import ews.detection.alert.CloseReason;
import ews.domain.TransitionRefused;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.Runs;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with several alerts of the inbox at once. */
@Controller
class TriageController {

    private final Triage triage;
    private final Alerts alerts;
    private final Plays plays;
    private final Runs runs;
    private final RunLists runLists;

    TriageController(Triage triage, Alerts alerts, Plays plays, Runs runs, RunLists runLists) {
        this.triage = triage;
        this.alerts = alerts;
        this.plays = plays;
        this.runs = runs;
        this.runLists = runLists;
    }

    @PostMapping("/alerts/acknowledge")
    String acknowledge(
            @RequestParam(defaultValue = "") List<Long> alert,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Answer answer = answer(back, once);
        return answer.after(() -> triage.each(
                alert,
                viewer,
                answer,
                "Acknowledged",
                (it, undo) -> undo.alerts().add(alerts.acknowledge(it.id(), viewer.actor()))));
    }

    /** @param worse any value if what gets worse is to come back before the day */
    @PostMapping("/alerts/snooze")
    String snooze(
            @RequestParam(defaultValue = "") List<Long> alert,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String worse,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Answer answer = answer(back, once);
        return answer.after(() -> {
            if (until == null) {
                throw new IllegalArgumentException("Say until which day to snooze.");
            }
            return triage.each(
                    alert,
                    viewer,
                    answer,
                    "Snoozed until " + When.day(until),
                    (it, undo) -> undo.alerts().add(alerts.snooze(it.id(), until, worse != null, viewer.actor())));
        });
    }

    @PostMapping("/alerts/wake")
    String wake(
            @RequestParam(defaultValue = "") List<Long> alert,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Answer answer = answer(back, once);
        return answer.after(() -> triage.each(
                alert, viewer, answer, "Woken", (it, undo) -> undo.alerts().add(alerts.wake(it.id(), viewer.actor()))));
    }

    @PostMapping("/alerts/close")
    String close(
            @RequestParam(defaultValue = "") List<Long> alert,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Answer answer = answer(back, once);
        return answer.after(() -> {
            CloseReason why = CloseReason.choice(reason);
            return triage.each(
                    alert,
                    viewer,
                    answer,
                    "Closed as “%s”".formatted(why.label()),
                    (it, undo) -> undo.alerts().add(alerts.close(it.id(), why, note, viewer.actor())));
        });
    }

    /** @param play the key of a play; if it is empty, each alert gets the play that its rule suggests */
    @PostMapping("/alerts/play")
    String play(
            @RequestParam(defaultValue = "") List<Long> alert,
            @RequestParam(defaultValue = "") String play,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Answer answer = answer(back, once);
        return answer.after(() -> triage.each(
                alert,
                viewer,
                answer,
                "A play was started",
                (it, undo) -> undo.runs()
                        .add(start(it, play.isEmpty() ? it.play() : play, viewer)
                                .id())));
    }

    private Run start(Alert alert, @Nullable String key, Viewer viewer) {
        if (key == null) {
            throw new TransitionRefused("“%s” suggests no play: choose one.".formatted(alert.ruleName()));
        }
        if (runLists.ofAlert(alert.account(), alert.id()).filter(Run::isRunning).isPresent()) {
            throw new TransitionRefused("A play runs for “%s” already.".formatted(alert.title()));
        }
        if (alert.status().isEnded()) {
            throw new TransitionRefused("“%s” has ended.".formatted(alert.title()));
        }
        Play play = plays.withKey(key)
                .orElseThrow(() -> new IllegalArgumentException("Choose a play; there is no “%s”.".formatted(key)));
        return runs.start(alert.account(), play, alert.id(), alert.title(), viewer.actor());
    }

    /** Takes back what was done just now, each alert by itself. */
    @PostMapping("/alerts/undo")
    String undo(
            @RequestParam(defaultValue = "") List<String> alert,
            @RequestParam(defaultValue = "") List<Long> run,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        return answer(back, once)
                .after(() -> triage.undo(
                        alert.stream().filter(Objects::nonNull).toList(),
                        run.stream().filter(Objects::nonNull).toList(),
                        viewer));
    }

    private static Answer answer(String back, RedirectAttributes once) {
        return new Answer(backTo(back), once);
    }

    /** Only ever back to alerts, whatever a form says. */
    static String backTo(String address) {
        return address.matches("/alerts(/\\d{1,18}|\\?[^\\s\\\\]*)?") ? address : "/alerts";
    }
}
