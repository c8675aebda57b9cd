package ews.dashboard.plays.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button that only changes which steps the form of a play has, and in which order; nothing is saved then.
 *
 * @param add the kind of step to add
 * @param remove the step that is to be left out
 * @param up the step that is to come earlier by one
 * @param down the step that is to come later by one
 */
record StepChange(
        @Nullable StepKind add,
        @Nullable Integer remove,
        @Nullable Integer up,
        @Nullable Integer down) {

    /** The form with the change; empty if no such button was pressed. */
    Optional<PlayForm> in(PlayForm form) {
        var rows = new ArrayList<>(form.rows());
        if (add != null) {
            if (!form.isFull()) {
                rows.add(StepFields.blank(add));
            }
        } else if (remove != null) {
            if (isIn(rows, remove)) {
                rows.remove(remove.intValue());
            }
        } else if (up != null) {
            swap(rows, up, up - 1);
        } else if (down != null) {
            swap(rows, down, down + 1);
        } else {
            return Optional.empty();
        }
        return Optional.of(form.with(rows));
    }

    /** The step that the page goes on with, if any: the one that was added or moved. */
    int place(PlayForm changed) {
        if (add != null) {
            return changed.rows().size() - 1;
        }
        return up != null ? up - 1 : down != null ? down + 1 : -1;
    }

    private static void swap(List<StepFields> rows, int one, int other) {
        if (isIn(rows, one) && isIn(rows, other)) {
            Collections.swap(rows, one, other);
        }
    }

    private static boolean isIn(List<StepFields> rows, int place) {
        return place >= 0 && place < rows.size();
    }
}
