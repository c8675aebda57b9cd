package ews.dashboard.api;

import ews.detection.alert.Alerts;
import ews.detection.alert.CloseReason;
import ews.detection.alert.Undo;
import ews.detection.alert.Undoing;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is done with alerts, in the name of the source whose key is used. Each answer is the alert as it is then; its
 * revision undoes what was done.
 */
@RestController
@RequestMapping("/v1/alerts/{alert}")
class AlertActionApi {

    private final AlertList list;
    private final Alerts alerts;
    private final Undoing undoing;

    AlertActionApi(AlertList list, Alerts alerts, Undoing undoing) {
        this.list = list;
        this.alerts = alerts;
        this.undoing = undoing;
    }

    @PostMapping("/acknowledge")
    @Needs(Scope.CONFIGURE)
    AlertView acknowledge(@PathVariable String alert, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        return change(alert, id -> alerts.acknowledge(id, actor));
    }

    @PostMapping("/snooze")
    @Needs(Scope.CONFIGURE)
    AlertView snooze(@PathVariable String alert, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "until", "orWorse");
        LocalDate until = body.day("until")
                .orElseThrow(() -> Problem.badRequest("until: is missing; give the day on which it comes back."));
        boolean orWorse = body.truth("orWorse");
        return change(alert, id -> alerts.snooze(id, until, orWorse, actor));
    }

    @PostMapping("/wake")
    @Needs(Scope.CONFIGURE)
    AlertView wake(@PathVariable String alert, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        return change(alert, id -> alerts.wake(id, actor));
    }

    @PostMapping("/close")
    @Needs(Scope.CONFIGURE)
    AlertView close(@PathVariable String alert, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "reason", "note");
        String reason = body.optionalText("reason").orElse(null);
        String note = body.optionalText("note").orElse(null);
        return change(alert, id -> alerts.close(id, CloseReason.choice(reason), note, actor));
    }

    /** Takes back what the same source did last, within an hour, if nothing has changed the alert since. */
    @PostMapping("/undo")
    @Needs(Scope.CONFIGURE)
    AlertView undo(@PathVariable String alert, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        int revision = Body.of(request, "revision").whole("revision");
        return change(alert, id -> undoing.undo(new Undo(id, revision), actor));
    }

    private AlertView change(String alert, Consumer<AlertId> command) {
        var id = new AlertId(AlertApi.existing(list, alert).id());
        return Problem.telling(
                () -> {
                    command.accept(id);
                    return AlertApi.existing(list, alert);
                },
                Problem::conflict);
    }
}
