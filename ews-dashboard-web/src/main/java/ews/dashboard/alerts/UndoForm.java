package ews.dashboard.alerts;

import ews.detection.alert.Undo;
import ews.domain.play.RunId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a button beside a message takes back: what was done with alerts, and runs of plays that were started.
 *
 * @param back the page that is shown then
 */
public record UndoForm(List<Undo> alerts, List<RunId> runs, String back) {

    /** The name under which the page that comes next finds it. */
    static final String UNDO = "undo";

    static UndoForm of(Undo undo, String back) {
        return new UndoForm(List.of(undo), List.of(), back);
    }

    /** Collects what several changes were. */
    static UndoForm nothing(String back) {
        return new UndoForm(new ArrayList<>(), new ArrayList<>(), back);
    }

    boolean isEmpty() {
        return alerts.isEmpty() && runs.isEmpty();
    }
}
