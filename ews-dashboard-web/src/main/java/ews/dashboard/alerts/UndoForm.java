package ews.dashboard.alerts;

import ews.dashboard.view.Undoable;
import ews.detection.alert.Undo;
import ews.domain.play.RunId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a button beside a message takes back: what was done with alerts, and runs of plays that were started.
 *
 * @param back the page that is shown then
 */
public record UndoForm(List<Undo> alerts, List<RunId> runs, String back) implements Undoable {

    static UndoForm of(Undo undo, String back) {
        return new UndoForm(List.of(undo), List.of(), back);
    }

    /** Collects what several changes were. */
    static UndoForm nothing(String back) {
        return new UndoForm(new ArrayList<>(), new ArrayList<>(), back);
    }

    @Override
    public String path() {
        return "/alerts/undo";
    }

    @Override
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        alerts.forEach(alert -> fields.add(new Field("alert", alert.toString())));
        runs.forEach(run -> fields.add(new Field("run", run.toString())));
        fields.add(new Field("back", back));
        return fields;
    }

    boolean isEmpty() {
        return alerts.isEmpty() && runs.isEmpty();
    }
}
