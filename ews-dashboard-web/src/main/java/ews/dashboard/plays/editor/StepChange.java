package ews.dashboard.plays.editor;

import ews.dashboard.setup.ConditionFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button that only changes which rows the form of a play has, and in which order; nothing is saved then.
 *
 * @param insert the button that adds one
 * @param add the kind of row that it adds
 * @param after the row after which; at the end if there is no such row
 * @param remove the row that is to be left out, a branch with its marks, but not with its steps
 * @param up the row that is to come earlier by one
 * @param down the row that is to come later by one
 * @param only the kind of condition to add to the entry
 * @param without the condition of the entry that is to be left out
 */
record StepChange(
        @Nullable String insert,
        @Nullable StepKind add,
        @Nullable Integer after,
        @Nullable Integer remove,
        @Nullable Integer up,
        @Nullable Integer down,
        @Nullable String only,
        @Nullable Integer without) {

    /** Instead of a row: the fields of the entry. */
    static final int ENTRY = -2;

    private static final int MOST_CONDITIONS = 10;

    /** The form with the change; empty if no such button was pressed. */
    Optional<PlayForm> in(PlayForm form) {
        if (only != null || without != null) {
            return Optional.of(form.withConditions(conditions(form)));
        }
        var rows = new ArrayList<>(form.rows());
        if (insert != null) {
            if (!form.isFull() && add != null) {
                rows.addAll(
                        place(form), add.added().stream().map(StepFields::blank).toList());
            }
        } else if (remove != null) {
            if (isIn(rows, remove)) {
                remove(rows, remove);
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

    private List<ConditionFields> conditions(PlayForm form) {
        var conditions = new ArrayList<>(form.entering().rows());
        if (only != null && conditions.size() < MOST_CONDITIONS) {
            conditions.add(ConditionFields.blank(
                    ConditionFields.ATTRIBUTE.equals(only) ? ConditionFields.ATTRIBUTE : ConditionFields.METRIC));
        }
        if (without != null && without >= 0 && without < conditions.size()) {
            conditions.remove(without.intValue());
        }
        return conditions;
    }

    boolean adds() {
        return insert != null;
    }

    /** The row that the page goes on with, if any: the one that was added or moved. */
    int focus(PlayForm before) {
        if (insert != null) {
            return place(before);
        }
        return up != null ? up - 1 : down != null ? down + 1 : only != null || without != null ? ENTRY : -1;
    }

    private int place(PlayForm form) {
        int rows = form.rows().size();
        return after == null || after < 0 || after >= rows ? rows : after + 1;
    }

    private static void remove(List<StepFields> rows, int place) {
        List<Integer> depths = StepRows.depths(rows);
        if (rows.get(place).choice().isBranch()) {
            int depth = depths.get(place);
            for (int row = place + 1; row < rows.size(); row++) {
                if (rows.get(row).choice().isMark() && depths.get(row) == depth) {
                    boolean end = rows.get(row).choice() == StepKind.END;
                    rows.remove(row);
                    depths.remove(row);
                    if (end) {
                        break;
                    }
                    row--;
                }
            }
        }
        rows.remove(place);
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
