package ews.dashboard.alerts;

import ews.detection.alert.Undo;
import ews.domain.play.RunId;
import java.util.ArrayList;
import java.util.List;

/** What a button beside a message takes back: what was done with alerts, and runs of plays that were started. */
public record UndoForm(List<Undo> alerts, List<RunId> runs) {

    /** The name under which the page that comes next finds it. */
    static final String UNDO = "undo";

    static UndoForm of(Undo undo) {
        return new UndoForm(List.of(undo), List.of());
    }

    /** Collects what several changes were. */
    static UndoForm nothing() {
        return new UndoForm(new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
        return alerts.isEmpty() && runs.isEmpty();
    }
}
